using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>What one agency has done of all that the reader sees, parts too.</summary>
/// <param name="Agency">Its name.</param>
/// <param name="Wholes">Items that it owns that are no parts: who carries most stands above the villages.</param>
/// <param name="Owned">Items that it was given and that were not dropped.</param>
/// <param name="Done">Those that were verified.</param>
/// <param name="Late">Those that are late today.</param>
/// <param name="VerifiedForOthers">Items of others that it verified.</param>
/// <param name="HalfDoneInDays">Half of what it has done was done within so many days; null while nothing is.</param>
internal sealed record AgencyContribution(string Agency, int Wholes, int Owned, int Done, int Late, int VerifiedForOthers, int? HalfDoneInDays)
{
    public static async Task<List<AgencyContribution>> OfAsync(Database database, Reader reader, OfficeClock clock, CancellationToken cancel)
    {
        var seen = ActionScope.Of(database, reader);
        // Of an item that has parts each part is somebody's work; the whole is its owner's.
        var items = await seen.Where(i => i.State != ActionState.Dropped)
            .Select(i => new ActionItem
            {
                Id = i.Id, ParentId = i.ParentId, Title = "", Kind = i.Kind, AreaCode = i.AreaCode, OwnerId = i.OwnerId, AskerId = i.AskerId, CreatedBy = "", CreatedAt = i.CreatedAt, State = i.State, StateAt = i.StateAt,
                Due = i.Due, DueElectionId = i.DueElectionId, DueOffset = i.DueOffset,
            }).ToListAsync(cancel);
        var verified = await database.Set<ActionStep>().AsNoTracking().Where(s => s.Kind == StepKind.State && s.State == ActionState.Verified && seen.Any(i => i.Id == s.ItemId && i.OwnerId != s.AgencyId))
            .GroupBy(s => s.AgencyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var due = await ActionDue.OfAsync(database, clock, cancel);
        var own = items.ToLookup(i => i.OwnerId);
        var names = await AgencyQueries.NamesAsync(database, [.. own.Select(g => g.Key).Union(verified.Keys)], cancel);
        return
        [
            .. names.Select(n => new AgencyContribution(
                    n.Value, own[n.Key].Count(i => i.ParentId is null), own[n.Key].Count(), own[n.Key].Count(i => i.State == ActionState.Verified), own[n.Key].Count(i => due.DaysLate(i) > 0), verified.GetValueOrDefault(n.Key),
                    ActionPace.Half([.. own[n.Key].Where(i => i.State == ActionState.Verified).Select(due.AgeDays).Order()])))
                .OrderByDescending(c => c.Wholes).ThenByDescending(c => c.VerifiedForOthers).ThenByDescending(c => c.Owned).ThenBy(c => c.Agency, StringComparer.CurrentCultureIgnoreCase),
        ];
    }
}
