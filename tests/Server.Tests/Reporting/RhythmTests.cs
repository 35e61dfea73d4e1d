using System.Collections.Immutable;
using CsCheck;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Reporting.Schedules;

namespace TigaPilar.Server.Tests.Reporting;

/// <summary>The rhythm of reports over overlapping elections and moved voting days. No clock: time is given.</summary>
public sealed class RhythmTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 900].Select(d => Monday.AddDays(d));

    private static readonly Gen<ImmutableArray<TimeOnly>> Times = Gen.Int[0, 95].Array[1, 4].Select(t => t.Distinct().Order().Select(q => new TimeOnly(q / 4, q % 4 * 15)).ToImmutableArray());

    private static readonly Gen<(Frequency Every, int On)> Often = Gen.OneOf(
        Gen.Const((Frequency.Daily, 0)), Gen.Int[1, 7].Select(d => (Frequency.Weekly, d)), Gen.Int[1, 31].Select(d => (Frequency.Monthly, d)));

    // Phases one after another, with gaps between some of them.
    private static readonly Gen<Rhythm> Rhythms =
        from starts in Gen.Int[1, 40].Array[1, 6]
        from lengths in Gen.Int[0, 30].Array[6]
        from often in Often.Array[7]
        from times in Times.Array[7]
        from routine in Gen.Bool
        select new Rhythm(routine ? new(null, null, often[6].Every, often[6].On, times[6]) : null, Phases(starts, lengths, often, times));

    private static readonly Gen<VotingDays> Elections =
        from now in Days
        from moves in Gen.Select(Gen.Int[-60, 60], Gen.Int[0, 700]).Array[0, 3]
        select new VotingDays("Pemilihan", now, [.. moves.OrderBy(m => m.Item2).Select(m => (Monday.AddDays(m.Item2), now.AddDays(m.Item1)))]);

    [Fact]
    public void OneReportServesAllElectionsThatAskForItAtOneHour() =>
        Gen.Select(Rhythms, Days, Days.Array[1, 4]).Sample((rhythm, day, voting) =>
        {
            var times = rhythm.TimesOn(day, voting);
            Assert.Equal(times.Distinct().Order(), times);
            // Each hour is asked for by the phase of some election, and each phase's hours are among them.
            var phases = voting.Select(v => rhythm.Phases.SingleOrDefault(p => p.Covers(day.DayNumber - v.DayNumber))).OfType<RhythmPhase>().ToList();
            var asked = phases.Count == 0 ? rhythm.Routine?.TimesOn(day) ?? [] : phases.SelectMany(p => p.TimesOn(day));
            Assert.Equal(asked.Distinct().Order(), times);
            // A further election never takes an hour away that the others ask for.
            if (phases.Count > 0) Assert.Superset(times.ToHashSet(), rhythm.TimesOn(day, [.. voting, Monday.AddDays(450)]).ToHashSet());
        });

    [Fact]
    public void AVotingDayThatIsMovedMovesTheHoursFromTheNextMorningOnAndNoneBefore() =>
        Gen.Select(Rhythms, Elections, Elections, Gen.Int[0, 700], Gen.Int[-90, 90]).Sample((rhythm, moved, other, on, by) =>
        {
            var today = moved.Changes.Select(c => c.On).Append(Monday.AddDays(on)).Max();
            var after = moved with { Now = moved.Now!.Value.AddDays(by), Changes = moved.Changes.Add((today, moved.Now!.Value)) };
            var (first, second) = (Calendar(rhythm, moved, other), Calendar(rhythm, after, other));
            Assert.Equal(first.Between(Monday, today), second.Between(Monday, today));
            // And from the next morning on it is as if that day had been fixed all along.
            var fresh = Calendar(rhythm, after with { Changes = [] }, other);
            Assert.Equal(fresh.Between(today.AddDays(1), today.AddDays(40)), second.Between(today.AddDays(1), today.AddDays(40)));
        }, iter: 300);

    [Fact]
    public void TheLastAndTheNextHourAreThoseAroundNow() =>
        Gen.Select(Rhythms, Elections, Days, Gen.Int[0, 1439]).Sample((rhythm, election, day, minute) =>
        {
            var (calendar, now) = (Calendar(rhythm, election), day.ToDateTime(new TimeOnly(minute / 60, minute % 60)));
            var around = calendar.Between(day.AddDays(-61), day.AddDays(61)).ToList();
            Assert.Equal(around.Where(s => s.At <= now).Select(s => (ReportSlot?)s).LastOrDefault(), calendar.LastBy(now));
            Assert.Equal(around.Where(s => s.At > now).Select(s => (ReportSlot?)s).FirstOrDefault(), calendar.NextAfter(now));
            Assert.All(around.Take(5), s => Assert.Equal(s, ReportSlot.Parse(s.Code)));
        }, iter: 500);

    [Fact]
    public void ANewRhythmChangesNothingOfTheDaysBeforeIt() =>
        Gen.Select(Rhythms, Rhythms, Elections, Gen.Int[1, 400]).Sample((old, later, election, day) =>
        {
            var from = Monday.AddDays(day);
            var both = new SlotCalendar([(Monday, old), (from, later)], [election]);
            Assert.Equal(Calendar(old, election).Between(Monday, from.AddDays(-1)), both.Between(Monday, from.AddDays(-1)));
            Assert.Equal(Calendar(later, election).Between(from, from.AddDays(30)), both.Between(from, from.AddDays(30)));
            Assert.Empty(both.Between(Monday.AddDays(-30), Monday.AddDays(-1)));
        }, iter: 300);

    [Fact]
    public void PhasesThatMeetAreRefusedAndOthersAreNot() =>
        Gen.Select(Rhythms, Gen.Int[-200, 200], Gen.Int[0, 60]).Sample((rhythm, from, length) =>
        {
            Assert.Null(rhythm.Problem());
            var added = rhythm with { Phases = rhythm.Phases.Add(new(from, from + length, Frequency.Daily, 0, [new TimeOnly(9, 0)])) };
            var meets = Enumerable.Range(from, length + 1).Any(h => rhythm.Phases.Any(p => p.Covers(h)));
            Assert.Equal(meets ? ("PhasesMeet", rhythm.Phases.Length) : null, added.Problem());
        });

    [Fact]
    public void TheKecamatanIsAskedWeeklyThenDailyThenByTheHour()
    {
        var (rhythm, voting) = (RhythmPresets.Of(ReportLevel.Kecamatan), new DateOnly(2024, 11, 27));
        Assert.Null(rhythm.Problem());
        int On(int offset) => rhythm.TimesOn(voting.AddDays(offset), [voting]).Length;
        // H-85, H-78 and H-71 of 27 November 2024, a Wednesday, are no Mondays: the Mondays are H-86, H-79 and H-72.
        Assert.Equal([1, 0, 1, 1], [On(-86), On(-85), On(-79), On(-72)]);
        Assert.Equal([1, 1, 8, 2, 2, 0, 1], [On(-7), On(-1), On(0), On(1), On(14), On(15), On(19)]);
        Assert.Equal([new TimeOnly(9, 0), new TimeOnly(11, 0)], rhythm.TimesOn(voting, [voting]).Where(t => t.Hour is 9 or 11));
        // Without an election it is the first of the month.
        Assert.Equal([1, 0], new[] { new DateOnly(2026, 5, 1), new DateOnly(2026, 5, 2) }.Select(d => rhythm.TimesOn(d, []).Length));
    }

    private static SlotCalendar Calendar(Rhythm rhythm, params VotingDays[] elections) => new([(DateOnly.MinValue, rhythm)], [.. elections]);

    private static ImmutableArray<RhythmPhase> Phases(int[] starts, int[] lengths, (Frequency Every, int On)[] often, ImmutableArray<TimeOnly>[] times)
    {
        var (phases, at) = (ImmutableArray.CreateBuilder<RhythmPhase>(), -150);
        for (var i = 0; i < starts.Length; i++)
        {
            at += starts[i];
            phases.Add(new(at, at + lengths[i], often[i].Every, often[i].On, times[i]));
            at += lengths[i];
        }

        return phases.ToImmutable();
    }
}
