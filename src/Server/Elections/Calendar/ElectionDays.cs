using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections.Calendar;

/// <summary>A stage, both days included.</summary>
public sealed record StageDays(string Name, DateOnly From, DateOnly To)
{
    public bool On(DateOnly day) => From <= day && day <= To;
}

/// <summary>An election as a calendar shows it.</summary>
/// <param name="Code">In addresses.</param>
/// <param name="Name">In full.</param>
/// <param name="ShortName">Where a name of twenty letters has no room.</param>
/// <param name="VotingDay">Day H; null while it is not fixed.</param>
/// <param name="Areas">Where it is held; none while it is a draft.</param>
/// <param name="Stages">By their first day.</param>
/// <param name="Former">Days that were the voting day before it was moved.</param>
public sealed record ElectionDays(
    string Code, string Name, string ShortName, DateOnly? VotingDay, IReadOnlyList<string> Areas, IReadOnlyList<StageDays> Stages, IReadOnlyList<DateOnly> Former)
{
    /// <summary>Farther from it than a year before and a month after, a day is not counted from H unless a stage runs.</summary>
    private const int CountedBefore = 365, CountedAfter = 30;

    private const int LongestName = 20;

    /// <summary>The elections in areas that hold, or lie in, one of the reader's, and those bound to none yet; by their voting day.</summary>
    public static async Task<IReadOnlyList<ElectionDays>> ReadAsync(Database database, AreaSet readable, CancellationToken cancel)
    {
        var rows = await database.Set<Election>().AsNoTracking().OrderBy(e => e.VotingDay == null).ThenBy(e => e.VotingDay).ThenBy(e => e.Code)
            .Select(e => new
            {
                e.Id, e.Code, e.Name, e.Kind, e.VotingDay, Areas = e.Areas.Select(a => a.AreaCode).ToList(),
                Stages = e.Stages.OrderBy(s => s.From).ThenBy(s => s.To).Select(s => new StageDays(s.Name, s.From, s.To)).ToList(),
            }).AsSplitQuery().ToListAsync(cancel);
        var former = (await database.Set<ElectionDayChange>().AsNoTracking().Select(c => new { c.ElectionId, c.From }).ToListAsync(cancel)).ToLookup(c => c.ElectionId, c => c.From);
        // Whoever has no territory, such as a battalion, is sent anywhere.
        var shown = rows.Where(e => readable.IsEmpty || e.Areas.Count == 0 || e.Areas.Exists(readable.Touches)).ToList();
        var names = shown.ConvertAll(e => ShortOf(e.Name, e.Kind, e.VotingDay));
        return
        [
            .. shown.Select((e, i) => new ElectionDays(
                e.Code, e.Name, names.Count(n => n == names[i]) > 1 ? e.Code : names[i], e.VotingDay, e.Areas, e.Stages,
                [.. former[e.Id].Where(d => d != e.VotingDay).Distinct().Order()])),
        ];
    }

    /// <summary>Whether H is counted on the day.</summary>
    public bool Counts(DateOnly day) => VotingDay is { } h
        && ((day.DayNumber >= h.DayNumber - CountedBefore && day.DayNumber <= h.DayNumber + CountedAfter) || Stages.Any(s => s.On(day)));

    private static string ShortOf(string name, ElectionKind kind, DateOnly? day) =>
        name.Length <= LongestName || day is null ? name : string.Create(CultureInfo.InvariantCulture, $"{kind} {day.Value.Year}");
}
