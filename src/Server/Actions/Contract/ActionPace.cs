using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions.Contract;

/// <summary>How fast what was agreed is done in a kecamatan, its villages' parts with it.</summary>
/// <param name="Done">Items that were verified.</param>
/// <param name="Late">Items that are late today.</param>
/// <param name="HalfDoneInDays">Half of the done ones were done within so many days; null while none is.</param>
public sealed record ActionPace(int Done, int Late, int? HalfDoneInDays)
{
    /// <summary>By code of the kecamatan, of items within the areas that lie in one.</summary>
    public static async Task<IReadOnlyDictionary<string, ActionPace>> ByKecamatanAsync(Database database, AreaSet areas, OfficeClock clock, CancellationToken cancel)
    {
        var due = await ActionDue.OfAsync(database, clock, cancel);
        var items = await areas.Of(database.Set<ActionItem>().AsNoTracking().Where(i => i.State != ActionState.Dropped && i.AreaCode.Length >= 8), i => i.AreaCode)
            .Select(i => new ActionItem
            {
                Id = i.Id, Title = "", Kind = i.Kind, AreaCode = i.AreaCode, OwnerId = i.OwnerId, AskerId = i.AskerId, CreatedBy = "", CreatedAt = i.CreatedAt, State = i.State, StateAt = i.StateAt,
                Due = i.Due, DueElectionId = i.DueElectionId, DueOffset = i.DueOffset,
            }).ToListAsync(cancel);
        return items.GroupBy(i => AreaCode.KecamatanOf(i.AreaCode), StringComparer.Ordinal).ToDictionary(g => g.Key, g =>
        {
            var done = g.Where(i => i.State == ActionState.Verified).Select(due.AgeDays).Order().ToList();
            return new ActionPace(done.Count, g.Count(i => due.DaysLate(i) > 0), Half(done));
        }, StringComparer.Ordinal);
    }

    /// <summary>The lower middle of ordered days: at least half were done within so many; null where there are none.</summary>
    internal static int? Half(List<int> days) => days.Count == 0 ? null : days[(days.Count - 1) / 2];
}
