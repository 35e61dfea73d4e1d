using System.Collections.Immutable;
using System.Text.Json;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>When reports of a schedule are and were due: by the rhythm in force on each day and the voting days known on it.</summary>
/// <param name="rhythms">Each from its day on, in order.</param>
/// <param name="elections">Those of the kabupaten.</param>
internal sealed class SlotCalendar(ImmutableArray<(DateOnly From, Rhythm Rhythm)> rhythms, ImmutableArray<VotingDays> elections)
{
    /// <summary>How far the last or the next one is looked for: a monthly one is within it.</summary>
    private const int Far = 62;

    /// <summary>The rhythm that holds on a day; null before the first.</summary>
    public Rhythm? RhythmOn(DateOnly day) => rhythms.LastOrDefault(r => r.From <= day).Rhythm;

    public static async Task<SlotCalendar> ReadAsync(Database database, ReportSchedule schedule, OfficeClock clock, CancellationToken cancel) =>
        new([.. schedule.Rhythms.OrderBy(r => r.ValidFrom).Select(r => (r.ValidFrom, Read(r.Content)))], await VotingDays.ReadAsync(database, schedule.AreaCode, clock, cancel));

    public static string Write(Rhythm rhythm) => JsonSerializer.Serialize(rhythm);

    public static Rhythm Read(string content) => JsonSerializer.Deserialize<Rhythm>(content) ?? throw new JsonException("A rhythm is empty.");

    /// <summary>Those of a day, in order.</summary>
    public ImmutableArray<ReportSlot> On(DateOnly day) =>
        RhythmOn(day) is { } rhythm ? [.. rhythm.TimesOn(day, elections.Select(e => e.At(day)).OfType<DateOnly>()).Select(t => new ReportSlot(day, t))] : [];

    public IEnumerable<ReportSlot> Between(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) foreach (var slot in On(day)) yield return slot;
    }

    public bool Has(ReportSlot slot) => On(slot.Day).Contains(slot);

    /// <summary>The last one that was due by then.</summary>
    public ReportSlot? LastBy(DateTime now)
    {
        for (var (day, i) = (DateOnly.FromDateTime(now), 0); i < Far; i++, day = day.AddDays(-1))
        {
            var due = On(day).Where(s => s.At <= now).ToList();
            if (due.Count > 0) return due[^1];
        }

        return null;
    }

    /// <summary>The first one that is due after then.</summary>
    public ReportSlot? NextAfter(DateTime now)
    {
        for (var (day, i) = (DateOnly.FromDateTime(now), 0); i < Far; i++, day = day.AddDays(1))
            foreach (var slot in On(day)) if (slot.At > now) return slot;
        return null;
    }
}
