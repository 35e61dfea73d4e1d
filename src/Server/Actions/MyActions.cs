using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>What the reader's agency has to do, and what waits for his look.</summary>
/// <param name="ToDo">It is the agency's turn: reminded ones first, then what is late, then by the day.</param>
/// <param name="ToVerify">Reported by others, in the order in which they were: the first of them.</param>
/// <param name="VerifyCount">All of these.</param>
/// <param name="Waiting">The agency's own that wait for others to look.</param>
internal sealed record MyActions(IReadOnlyList<ActionRow> ToDo, IReadOnlyList<ActionRow> ToVerify, int VerifyCount, int Waiting)
{
    /// <summary>More than a screen holds; the rest comes when these are done.</summary>
    private const int Most = 100;

    public int Late => ToDo.Count(r => r.Late > 0);

    /// <summary>Reminded since anything was done about it.</summary>
    public static bool IsReminded(ActionItem item) => ActionRights.IsWaitedFor(item) && item.RemindedAt is { } at && at >= item.StateAt;

    public static async Task<MyActions> OfAsync(Database database, Reader reader, OfficeClock clock, CancellationToken cancel)
    {
        var own = ActionScope.AgenciesOf(reader, ActionsPermissions.Read);
        var seen = ActionScope.Of(database, reader);
        var mine = await ActionList.RowsAsync(database, seen.Where(i => own.Contains(i.OwnerId) && i.State != ActionState.Verified && i.State != ActionState.Dropped), seen, clock, cancel);
        var reported = await seen.Include(i => i.Parent).Where(i => i.State == ActionState.Reported && !own.Contains(i.OwnerId)).OrderBy(i => i.StateAt).ToListAsync(cancel);
        var performers = await Performers.OfAsync(database, [.. reported.Select(i => i.Id)], cancel);
        var mayVerify = reported.Where(i => ActionRights.Verifier(i, reader, performers.GetValueOrDefault(i.Id, Performers.Nobody)) is not null).Select(i => i.Id).ToList();
        var first = mayVerify.Take(Most).ToList();
        var verify = first.Count == 0 ? [] : await ActionList.RowsAsync(database, seen.Where(i => first.Contains(i.Id)), seen, clock, cancel);
        return new MyActions(
            [.. mine.Where(r => ActionRights.IsWaitedFor(r.Item)).OrderByDescending(r => IsReminded(r.Item)).ThenByDescending(r => r.Late).ThenBy(r => r.Due ?? DateOnly.MaxValue).ThenBy(r => r.Item.Id)],
            [.. verify.OrderBy(r => r.Item.StateAt)], mayVerify.Count, mine.Count(r => r.Item.State == ActionState.Reported));
    }
}
