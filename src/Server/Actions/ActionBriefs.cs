using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>Items with what one has to ask others for: the name of their owner, the day they are due, how far their parts are.</summary>
internal static class ActionBriefs
{
    public static async Task<IReadOnlyList<ActionBrief>> OfAsync(
        Database database, IQueryable<ActionItem> items, OfficeClock clock, Func<ActionBrief, bool> wanted, CancellationToken cancel)
    {
        var found = await items.AsNoTracking().ToListAsync(cancel);
        var due = await ActionDue.OfAsync(database, clock, cancel);
        var parts = await PartsAsync(database, items.Select(i => i.Id), cancel);
        var owners = await AgencyQueries.NamesAsync(database, [.. found.Select(i => i.OwnerId).Distinct()], cancel);
        return
        [
            .. found.OrderBy(i => i.Id).Select(i => new ActionBrief(
                i.Id, i.DecisionId, i.Title, owners.GetValueOrDefault(i.OwnerId) ?? "–", i.State, due.Of(i), due.AgeDays(i),
                parts.GetValueOrDefault(i.Id).All, parts.GetValueOrDefault(i.Id).Verified, due.DaysLate(i) > 0, i.EscalatedAt is not null)).Where(wanted),
        ];
    }

    /// <summary>How many parts each of these has, and how far they are.</summary>
    public static async Task<Dictionary<Guid, (int All, int Verified, int Reported)>> PartsAsync(Database database, IQueryable<Guid> items, CancellationToken cancel) =>
        await database.Set<ActionItem>().Where(i => i.ParentId != null && items.Contains(i.ParentId.Value)).GroupBy(i => i.ParentId!.Value)
            .Select(g => new { g.Key, All = g.Count(), Verified = g.Count(i => i.State == ActionState.Verified), Reported = g.Count(i => i.State == ActionState.Reported) })
            .ToDictionaryAsync(g => g.Key, g => (g.All, g.Verified, g.Reported), cancel);
}
