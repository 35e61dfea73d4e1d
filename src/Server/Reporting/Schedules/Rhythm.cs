using System.Collections.Immutable;

namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>How often.</summary>
public enum Frequency : byte
{
    Daily = 1,

    /// <summary>On a day of the week, 1 Monday to 7 Sunday.</summary>
    Weekly = 2,

    /// <summary>On a date, 1 to 31; in a shorter month on its last day.</summary>
    Monthly = 3,
}

/// <summary>From one day to another, counted from the voting day, and how often reports are due then.</summary>
/// <param name="From">First day: -90 is H-90; null from ever.</param>
/// <param name="To">Last day, with it; null for ever.</param>
/// <param name="Every">How often.</param>
/// <param name="On">The day of the week or the date; 0 where it is daily.</param>
/// <param name="Times">At which hours of such a day, on the offices' clock, in order.</param>
public sealed record RhythmPhase(int? From, int? To, Frequency Every, int On, ImmutableArray<TimeOnly> Times)
{
    /// <summary>Whether it holds so many days after the voting day.</summary>
    public bool Covers(int day) => (From ?? int.MinValue) <= day && day <= (To ?? int.MaxValue);

    /// <summary>The hours of that day; none where it is not one of its days.</summary>
    public ImmutableArray<TimeOnly> TimesOn(DateOnly day) => Every switch
    {
        Frequency.Daily => Times,
        Frequency.Weekly => (int)day.DayOfWeek == On % 7 ? Times : [],
        Frequency.Monthly => day.Day == Math.Min(On, DateTime.DaysInMonth(day.Year, day.Month)) ? Times : [],
        _ => [],
    };
}

/// <summary>
/// The rhythm of reports: monthly in quiet times, weekly as the voting day comes near, daily in its last week, by the hour on the
/// day itself (domain rules, 5). What is due on a day depends on that day and the voting days known then, and on nothing else.
/// </summary>
/// <param name="Routine">While no election's phase holds; null: nothing is asked for then.</param>
/// <param name="Phases">Around a voting day; no two hold on one day.</param>
public sealed record Rhythm(RhythmPhase? Routine, ImmutableArray<RhythmPhase> Phases)
{
    public const int MostPhases = 10;
    public const int MostTimes = 24;

    /// <summary>Days before and after a voting day that a phase may name.</summary>
    public const int MostOffset = 400;

    /// <summary>
    /// The hours at which a report is due on a day, each once, in order. Where elections overlap, one report serves all of them:
    /// it is due whenever one of them asks.
    /// </summary>
    /// <param name="day">On the offices' clock.</param>
    /// <param name="votingDays">Those known on that day.</param>
    public ImmutableArray<TimeOnly> TimesOn(DateOnly day, IEnumerable<DateOnly> votingDays)
    {
        var phases = votingDays.Select(v => Phases.FirstOrDefault(p => p.Covers(day.DayNumber - v.DayNumber))).OfType<RhythmPhase>().ToList();
        if (phases.Count == 0) return Routine?.TimesOn(day) ?? [];
        return [.. phases.SelectMany(p => p.TimesOn(day)).Distinct().Order()];
    }

    /// <summary>The key of what is wrong with it, and which phase it is (-1 the routine); null where it is sound.</summary>
    public (string Key, int Phase)? Problem()
    {
        if (Routine is null && Phases.IsEmpty) return ("RhythmEmpty", -1);
        if (Routine is { } routine && ProblemOf(routine) is { } wrong) return (wrong, -1);
        for (var i = 0; i < Phases.Length; i++)
        {
            if (ProblemOf(Phases[i]) is { } key) return (key, i);
            for (var j = 0; j < i; j++) if (Meet(Phases[i], Phases[j])) return ("PhasesMeet", i);
        }

        return Phases.Length > MostPhases ? ("PhasesMany", MostPhases) : null;
    }

    private static string? ProblemOf(RhythmPhase phase) =>
        phase.Times.IsDefaultOrEmpty || phase.Times.Length > MostTimes || phase.Times.Distinct().Count() != phase.Times.Length ? "TimesWrong"
        : !Enum.IsDefined(phase.Every) || (phase.Every == Frequency.Weekly && phase.On is < 1 or > 7) || (phase.Every == Frequency.Monthly && phase.On is < 1 or > 31) ? "DayWrong"
        : Math.Abs(phase.From ?? 0) > MostOffset || Math.Abs(phase.To ?? 0) > MostOffset || phase.From > phase.To ? "OffsetsWrong"
        : null;

    private static bool Meet(RhythmPhase a, RhythmPhase b) =>
        (a.From ?? int.MinValue) <= (b.To ?? int.MaxValue) && (b.From ?? int.MinValue) <= (a.To ?? int.MaxValue);
}
