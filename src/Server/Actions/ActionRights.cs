using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>What somebody does with an item.</summary>
public enum ActionMove : byte
{
    None = 0,
    Accept = 1,
    Begin = 2,
    Report = 3,
    AddEvidence = 4,
    Verify = 5,
    Return = 6,
    Drop = 7,
    Remind = 8,
    Escalate = 9,
}

/// <summary>Who took part in the work on an item: its accounts, their persons, their agencies.</summary>
internal sealed record Performers(IReadOnlySet<Guid> People, IReadOnlySet<Guid> Agencies)
{
    public static readonly Performers Nobody = new(new HashSet<Guid>(), new HashSet<Guid>());

    public static async Task<Performers> OfAsync(Database database, Guid item, CancellationToken cancel) =>
        (await OfAsync(database, [item], cancel)).GetValueOrDefault(item, Nobody);

    /// <summary>Of several items at once; one on which nobody worked is left out.</summary>
    public static async Task<Dictionary<Guid, Performers>> OfAsync(Database database, IReadOnlyCollection<Guid> items, CancellationToken cancel)
    {
        var worked = await database.Set<ActionStep>().AsNoTracking()
            .Where(s => items.Contains(s.ItemId) && s.Kind == StepKind.State && (s.State == ActionState.Accepted || s.State == ActionState.InProgress || s.State == ActionState.Reported))
            .Select(s => new { s.ItemId, s.AccountId, s.PersonId, s.AgencyId }).ToListAsync(cancel);
        var shown = await database.Set<ActionEvidence>().AsNoTracking().Where(e => items.Contains(e.ItemId)).Select(e => new { e.ItemId, e.AccountId, e.PersonId, e.AgencyId }).ToListAsync(cancel);
        return worked.Concat(shown).GroupBy(w => w.ItemId).ToDictionary(
            g => g.Key, g => new Performers(g.SelectMany(w => (Guid?[])[w.AccountId, w.PersonId]).OfType<Guid>().ToHashSet(), g.Select(w => w.AgencyId).ToHashSet()));
    }
}

/// <summary>
/// Who may do what with an item, in one place. Whoever worked on it does not verify it: neither the person by another
/// office or account, nor the agency by another person.
/// </summary>
internal static class ActionRights
{
    /// <summary>The office by which the reader may do it; null where he may not, whatever address or form he uses.</summary>
    /// <param name="move">What is to be done.</param>
    /// <param name="item">With its parent, where it has one.</param>
    /// <param name="reader">Who asks.</param>
    /// <param name="performers">Who worked on it.</param>
    /// <param name="due">Of today.</param>
    public static HeldOffice? OfficeFor(ActionMove move, ActionItem item, Reader reader, Performers performers, ActionDue due) => move switch
    {
        ActionMove.Accept => item.State == ActionState.Created ? Owner(item, reader) : null,
        ActionMove.Begin => item.State is ActionState.Accepted or ActionState.Returned ? Owner(item, reader) : null,
        ActionMove.Report or ActionMove.AddEvidence => item.State == ActionState.InProgress ? Owner(item, reader) : null,
                ActionMove.Verify or ActionMove.Return => item.State == ActionState.Reported ? Verifier(item, reader, performers) : null,
        ActionMove.Drop => item.IsOpen ? Asker(item, reader) : null,
        ActionMove.Remind => IsWaitedFor(item) && (item.RemindedAt is not { } at || due.DayOf(at) < due.Today) ? Asker(item, reader) ?? Above(item, reader) : null,
        ActionMove.Escalate => due.IsDueForEscalation(item) ? Asker(item, reader) : null,
        _ => null,
    };

    /// <summary>It is the owner's turn.</summary>
    public static bool IsWaitedFor(ActionItem item) => item.State is ActionState.Created or ActionState.Accepted or ActionState.InProgress or ActionState.Returned;

    /// <summary>Whether the reader's side is one that verifies items like this, were it reported and had nobody of it worked on it.</summary>
    public static HeldOffice? Verifier(ActionItem item, Reader reader, Performers performers)
    {
        // Strict: with two hats one would verify by the one what one did by the other.
        if (reader.AccountId is { } account && performers.People.Contains(account)) return null;
        if (reader.PersonId is { } person && performers.People.Contains(person)) return null;
        if (reader.Offices.Any(o => o.AgencyId == item.OwnerId || performers.Agencies.Contains(o.AgencyId))) return null;
        return Asker(item, reader) ?? Above(item, reader) ?? OtherHead(item, reader);
    }

    private static HeldOffice? Owner(ActionItem item, Reader reader) => Writing(reader).FirstOrDefault(o => o.AgencyId == item.OwnerId);

    private static HeldOffice? Asker(ActionItem item, Reader reader) => Writing(reader).FirstOrDefault(o => o.AgencyId == item.AskerId);

    // Of a part: the agency that owns the whole, and the camat over the village.
    private static HeldOffice? Above(ActionItem item, Reader reader) => item.Parent is not { } whole ? null
        : Writing(reader).FirstOrDefault(o => o.AgencyId == whole.OwnerId)
            ?? Writing(reader).FirstOrDefault(o => o.Role == OfficeRole.Camat && item.AreaCode.Length == 13 && o.Areas.Contains(item.AreaCode));

    // What an agency asked of itself nobody of it may verify; the head of another one there does.
    private static HeldOffice? OtherHead(ActionItem item, Reader reader) => item.OwnerId != item.AskerId ? null
        : Writing(reader).FirstOrDefault(o => o.Leads && o.AgencyId != item.OwnerId && o.Areas.Contains(item.AreaCode));

    private static IEnumerable<HeldOffice> Writing(Reader reader) =>
        reader.Offices.Where(o => o.AgencyId != Guid.Empty && AccessMatrix.Default.Allows(o.Role, Permission.Parse(ActionsPermissions.Write)));
}
