using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;
using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Actions;

/// <summary>An item as a list shows it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Owner">Name of the agency that does it.</param>
/// <param name="Area">Name of its area.</param>
/// <param name="Due">Until when, as of today.</param>
/// <param name="Age">Days since it was made, up to its end.</param>
/// <param name="Late">Days past its due day; 0 where it is not late.</param>
/// <param name="NeedsEscalation">Late for so long that somebody ought to take it further.</param>
/// <param name="Parts">Its parts that the reader sees and that were not dropped.</param>
/// <param name="PartsVerified">Those of them that are done.</param>
/// <param name="PartsReported">Those of them that wait for somebody to look.</param>
public sealed record ActionRow(
    ActionItem Item, string Owner, string Area, DateOnly? Due, int Age, int Late, bool NeedsEscalation, int Parts, int PartsVerified, int PartsReported);

/// <summary>Items with all that lists show of them.</summary>
internal static class ActionList
{
    /// <summary>The whole items that the reader sees, with the parts that he sees of them.</summary>
    public static Task<List<ActionRow>> OfAsync(Database database, Reader reader, OfficeClock clock, CancellationToken cancel) =>
        RowsAsync(database, ActionScope.Wholes(database, reader), ActionScope.Of(database, reader), clock, cancel);

    /// <summary>Rows of these items; parts are counted among those that are seen.</summary>
    public static async Task<List<ActionRow>> RowsAsync(
        Database database, IQueryable<ActionItem> items, IQueryable<ActionItem> seen, OfficeClock clock, CancellationToken cancel)
    {
        var found = await items.AsNoTracking().ToListAsync(cancel);
        var due = await ActionDue.OfAsync(database, clock, cancel);
        var parts = (await seen.Where(p => p.ParentId != null && p.State != ActionState.Dropped && items.Any(i => i.Id == p.ParentId))
            .GroupBy(p => p.ParentId!.Value)
            .Select(g => new { g.Key, All = g.Count(), Verified = g.Count(p => p.State == ActionState.Verified), Reported = g.Count(p => p.State == ActionState.Reported) })
            .ToListAsync(cancel)).ToDictionary(g => g.Key);
        var owners = await AgencyQueries.NamesAsync(database, [.. found.Select(i => i.OwnerId).Distinct()], cancel);
        var areas = await AreaQueries.NamesAsync(database, [.. found.Select(i => i.AreaCode).Distinct(StringComparer.Ordinal)], cancel);
        return
        [
            .. found.Select(i =>
            {
                var own = parts.GetValueOrDefault(i.Id);
                return new ActionRow(
                    i, owners.GetValueOrDefault(i.OwnerId) ?? "–", areas.GetValueOrDefault(i.AreaCode)?.Name ?? i.AreaCode, due.Of(i), due.AgeDays(i), due.DaysLate(i), due.IsDueForEscalation(i),
                    own?.All ?? 0, own?.Verified ?? 0, own?.Reported ?? 0);
            }),
        ];
    }
}

/// <summary>Which items a list shows, and in what order.</summary>
internal sealed record ActionQuery(string? State, Guid? Agency, string? Kind, string? Track, string? Late, string? Search, string? Sort)
{
    /// <summary>The value of <see cref="State"/> for all that has not ended.</summary>
    public const string Open = "terbuka";

    public List<ActionRow> Of(IEnumerable<ActionRow> all)
    {
        var found = all.Where(r =>
            (string.IsNullOrEmpty(State) || (State == Open ? r.Item.IsOpen : r.Item.State.ToString() == State))
            && (Agency is null || r.Item.OwnerId == Agency)
            && (string.IsNullOrEmpty(Kind) || r.Item.Kind.ToString() == Kind)
            && (string.IsNullOrEmpty(Track) || r.Item.Track.ToString() == Track)
            && (string.IsNullOrEmpty(Late) || (Late == "eskalasi" ? r.NeedsEscalation || (r.Item.EscalatedAt is not null && r.Item.IsOpen) : r.Late > 0)));
        if (Search?.Trim() is { Length: > 0 } words)
        {
            found = found.Where(r => ((string?[])[r.Item.Title, r.Item.Detail, r.Item.Source, r.Owner, r.Area])
                .Any(text => text?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true));
        }

        return [.. Sorted(found)];
    }

    private IEnumerable<ActionRow> Sorted(IEnumerable<ActionRow> rows)
    {
        var down = Sort?.StartsWith('-') == true;
        return Sort?.TrimStart('-') switch
        {
            "judul" => By(r => r.Item.Title, StringComparer.CurrentCultureIgnoreCase),
            "instansi" => By(r => r.Owner, StringComparer.CurrentCultureIgnoreCase),
            "status" => By(r => r.Item.State, null),
            "umur" => By(r => r.Age, null),
            "tenggat" => By(r => r.Due ?? DateOnly.MaxValue, null),
            // What is open first, what is late before the rest, and then by the day that it is due.
            _ => rows.OrderBy(r => !r.Item.IsOpen).ThenByDescending(r => r.Late).ThenBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Item.Id),
        };

        IEnumerable<ActionRow> By<TKey>(Func<ActionRow, TKey> key, IComparer<TKey>? comparer) =>
            down ? rows.OrderByDescending(key, comparer).ThenBy(r => r.Item.Id) : rows.OrderBy(key, comparer).ThenBy(r => r.Item.Id);
    }
}
