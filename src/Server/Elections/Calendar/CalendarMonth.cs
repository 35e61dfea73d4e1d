using System.Collections.Immutable;

namespace TigaPilar.Server.Elections.Calendar;

/// <summary>A stage within a week: it fills some days of the row.</summary>
/// <param name="Column">First day of the week that it fills, from 0.</param>
/// <param name="Width">How many.</param>
/// <param name="Election">Index among the elections shown.</param>
/// <param name="Stage">It.</param>
public sealed record CalendarBar(int Column, int Width, int Election, StageDays Stage);

/// <summary>A week of the month: its days, and rows of bars that do not touch each other.</summary>
public sealed record CalendarWeek(ImmutableArray<DateOnly> Days, ImmutableArray<ImmutableArray<CalendarBar>> Rows);

/// <summary>A month as whole weeks.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Weeks">With the days of other months that fill them.</param>
public sealed record CalendarMonth(DateOnly First, ImmutableArray<CalendarWeek> Weeks)
{
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public static CalendarMonth Of(DateOnly month, DayOfWeek weekBegins, IReadOnlyList<ElectionDays> elections)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        var start = first.AddDays(-(((int)first.DayOfWeek - (int)weekBegins + 7) % 7));
        var weeks = ImmutableArray.CreateBuilder<CalendarWeek>();
        for (var day = start; day < first.AddMonths(1); day = day.AddDays(7)) weeks.Add(Week(day, elections));
        return new CalendarMonth(first, weeks.ToImmutable());
    }

    /// <summary>Whether the stage is the voting day itself, which the day says by itself.</summary>
    public static bool IsVoting(ElectionDays election, StageDays stage) => stage.From == stage.To && stage.From == election.VotingDay;

    private static CalendarWeek Week(DateOnly start, IReadOnlyList<ElectionDays> elections)
    {
        var end = start.AddDays(6);
        var rows = new List<List<CalendarBar>>();
        foreach (var bar in elections.SelectMany((e, i) => e.Stages.Where(s => !IsVoting(e, s) && s.From <= end && s.To >= start).Select(s => Bar(start, end, i, s)))
            .OrderBy(b => b.Column).ThenByDescending(b => b.Width))
        {
            // The first row in which it fits.
            var row = rows.Find(r => r[^1].Column + r[^1].Width <= bar.Column);
            if (row is null) rows.Add([bar]);
            else row.Add(bar);
        }

        return new CalendarWeek([.. Enumerable.Range(0, 7).Select(start.AddDays)], [.. rows.Select(r => r.ToImmutableArray())]);
    }

    private static CalendarBar Bar(DateOnly start, DateOnly end, int election, StageDays stage)
    {
        var column = Math.Max(0, stage.From.DayNumber - start.DayNumber);
        var last = Math.Min(end.DayNumber, stage.To.DayNumber) - start.DayNumber;
        return new CalendarBar(column, last - column + 1, election, stage);
    }
}
