using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Actions.Orders;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>Whether an item has an order.</summary>
public enum OrderSight : byte
{
    None = 0,
    Writable = 1,
    There = 2,
}

/// <summary>One item with all that its page shows to this reader.</summary>
/// <param name="Row">The item, with its parent.</param>
/// <param name="Whole">False where the reader sees some of its parts alone: then neither history nor evidence of the whole.</param>
/// <param name="Asker">The agency that asked.</param>
/// <param name="Verifiers">Who may verify, in words.</param>
/// <param name="Election">The election that its due day hangs on.</param>
/// <param name="Steps">Its history, the newest first.</param>
/// <param name="Evidence">What shows that it was done, the oldest first.</param>
/// <param name="Files">The files of these.</param>
/// <param name="Coverage">Its parts; null where it has none.</param>
/// <param name="Moves">What the reader may do now.</param>
/// <param name="Remindable">How many parts the reader could remind now.</param>
/// <param name="Order">Whether there is an order, or the reader could write one.</param>
public sealed record ActionView(
    ActionRow Row, bool Whole, string Asker, string Verifiers, string? Election, IReadOnlyList<ActionStep> Steps, IReadOnlyList<ActionEvidence> Evidence,
    IReadOnlyDictionary<Guid, FileNote> Files, ActionCoverage? Coverage, IReadOnlySet<ActionMove> Moves, int Remindable, OrderSight Order)
{
    public static async Task<ActionView?> OfAsync(Database database, Reader reader, Guid id, OfficeClock clock, CancellationToken cancel)
    {
        if (await ActionScope.FindAsync(database, reader, id, cancel) is not var (item, whole)) return null;
        var seen = ActionScope.Of(database, reader);
        var row = (await ActionList.RowsAsync(database, database.Set<ActionItem>().Include(i => i.Parent).Where(i => i.Id == id), seen, clock, cancel)).Single();
        var steps = whole ? await database.Set<ActionStep>().AsNoTracking().Where(s => s.ItemId == id).OrderByDescending(s => s.Id).ToListAsync(cancel) : [];
        var evidence = whole ? [.. (await database.Set<ActionEvidence>().AsNoTracking().Where(e => e.ItemId == id).ToListAsync(cancel)).OrderBy(e => e.Id)] : new List<ActionEvidence>();
        var due = await ActionDue.OfAsync(database, clock, cancel);
        var performers = await Performers.OfAsync(database, id, cancel);
        HashSet<ActionMove> moves = whole ? [.. Enum.GetValues<ActionMove>().Where(m => ActionRights.OfficeFor(m, row.Item, reader, performers, due) is not null)] : [];
        var names = await AgencyQueries.NamesAsync(database, [item.AskerId, .. item.Parent is { } above ? [above.OwnerId] : (Guid[])[]], cancel);
        var asker = names.GetValueOrDefault(item.AskerId) ?? "–";
        return new ActionView(
            row, whole, asker, VerifiersOf(item, asker, item.Parent is { } p ? names.GetValueOrDefault(p.OwnerId) : null),
            item.DueElectionId is { } election ? (await ElectionQueries.AllAsync(database, cancel)).FirstOrDefault(e => e.Id == election)?.Name : null,
            steps, evidence, await FileStore.NotesAsync(database, [.. evidence.Select(e => e.FileId)], cancel),
            item.Parts == PartLevel.None ? null : await ActionCoverage.OfAsync(database, reader, id, cancel), moves,
            item.Parts == PartLevel.None ? 0 : (await RemindParts.OpenAsync(database, reader, id, cancel)).Count(part => ActionRights.OfficeFor(ActionMove.Remind, part, reader, Performers.Nobody, due) is not null),
            !whole ? OrderSight.None : await database.Set<ActionOrder>().AnyAsync(o => o.ItemId == id, cancel) ? OrderSight.There : OrderDesk.Writer(row.Item, reader) is not null ? OrderSight.Writable : OrderSight.None);
    }

    // By the rule of ActionRights, as it reads on a page.
    private static string VerifiersOf(ActionItem item, string asker, string? wholeOwner)
    {
        var parts = new List<string>();
        if (item.OwnerId != item.AskerId) parts.Add(asker);
        if (item.Parent is { } whole && whole.OwnerId != item.OwnerId && whole.OwnerId != item.AskerId && wholeOwner is not null) parts.Add(wholeOwner);
        if (item.Parent is not null && item.AreaCode.Length == 13) parts.Add(ActionWords.Said("VerifierCamat"));
        if (item.OwnerId == item.AskerId) parts.Add(ActionWords.Said("VerifierOtherHead"));
        return string.Join(", ", parts);
    }
}
