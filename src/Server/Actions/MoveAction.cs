using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>
/// Where every change of an item begins and ends: in one transaction, of what was seen, only by whom
/// <see cref="ActionRights"/> lets. No other way leads to a state.
/// </summary>
internal sealed class MoveAction(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Null when it is done, else the key of what hinders it. Nothing is kept then.</summary>
    public async Task<string?> RunAsync(Guid id, ActionMove move, ActionFields? form, CancellationToken cancel)
    {
        var (reader, fields) = (await current.GetSignedInAsync(), form ?? new());
        if (fields.Note?.Trim().Length > ActionLimits.LongestNote) return "NoteLong";
        await using var transaction = await database.BeginWriteAsync(cancel);
        // Taken for this transaction: whoever else changes it waits, and then sees what this one left.
        await database.Set<ActionItem>().Where(i => i.Id == id).ExecuteUpdateAsync(s => s.SetProperty(i => i.Version, i => i.Version + 1), cancel);
        var problem = await DoAsync(id, move, fields, reader, cancel);
        if (problem is not null)
        {
            database.ChangeTracker.Clear();
            return problem;
        }

        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    private async Task<string?> DoAsync(Guid id, ActionMove move, ActionFields fields, Reader reader, CancellationToken cancel)
    {
        if (await ActionScope.FindAsync(database, reader, id, cancel) is not { Whole: true }) return "NotYours";
        var item = await database.Set<ActionItem>().Include(i => i.Parent).SingleAsync(i => i.Id == id, cancel);
        var due = await ActionDue.OfAsync(database, clock, cancel);
        if (ActionRights.OfficeFor(move, item, reader, await Performers.OfAsync(database, id, cancel), due) is not { } office) return "NotNow";
        // What is looked at and found good is what was shown; that somebody was reminded meanwhile matters to nobody.
        if (move is ActionMove.Verify or ActionMove.Return && fields.Version + 1 != item.Version) return "ChangedMeanwhile";
        var note = string.IsNullOrWhiteSpace(fields.Note) ? null : fields.Note.Trim();
        if (move is ActionMove.Return or ActionMove.Drop && note is null) return "ReasonMissing";
        if (move is ActionMove.Verify && note is null && await IsBareAsync(item, cancel)) return "VerifyBare";
        var done = new Doing(reader, office, note, clock.Now);
        if (move is ActionMove.AddEvidence || (move is ActionMove.Report && fields.File is { Length: > 0 }))
        {
            if (await AddEvidence.RunAsync(database, item, fields, done, cancel) is { } wrong) return wrong;
        }

        switch (move)
        {
            case ActionMove.Remind: item.RemindedAt = done.At; break;
            case ActionMove.Escalate: item.EscalatedAt = done.At; break;
            case ActionMove.AddEvidence: break;
            default: (item.State, item.StateAt) = (StateAfter(move), done.At); break;
        }

        if (move is not ActionMove.AddEvidence) database.Add(done.Step(item, move));
        if (move is ActionMove.Drop && item.Parts != PartLevel.None) await DropPartsAsync(item, done, cancel);
        await audit.AddAsync($"actions.{move.ToString().ToLowerInvariant()}", id.ToString(), item.AreaCode, tell: ActionsPermissions.Read);
        if (move is ActionMove.Verify && item.Repeat != ActionRepeat.None) await RepeatAsync(item, due, done, cancel);
        return null;
    }

    // Nothing shows it, or not all parts of it are done: then it is said in words why it is good.
    private async Task<bool> IsBareAsync(ActionItem item, CancellationToken cancel) => item.Parts == PartLevel.None
        ? !await database.Set<ActionEvidence>().AnyAsync(e => e.ItemId == item.Id, cancel)
        : await database.Set<ActionItem>().AnyAsync(i => i.ParentId == item.Id && i.State != ActionState.Verified && i.State != ActionState.Dropped, cancel);

    private async Task DropPartsAsync(ActionItem whole, Doing done, CancellationToken cancel)
    {
        foreach (var part in await database.Set<ActionItem>().Where(i => i.ParentId == whole.Id && i.State != ActionState.Verified && i.State != ActionState.Dropped).ToListAsync(cancel))
        {
            (part.State, part.StateAt, part.Version) = (ActionState.Dropped, done.At, part.Version + 1);
            database.Add(done.Step(part, ActionMove.Drop));
            database.Announce(ActionsPermissions.Read, part.Id.ToString(), part.AreaCode, done.At);
        }
    }

    private Task<Guid> RepeatAsync(ActionItem item, ActionDue due, Doing done, CancellationToken cancel)
    {
        var from = due.Of(item) is { } day && day > due.Today ? day : due.Today;
        var next = new NewAction(
            item.Title, item.Detail, item.Kind, item.Track, item.OwnerId, item.AreaCode, ActionDue.Next(item.Repeat, item.RepeatOn, from), item.Parts, item.MeetingId, item.DecisionId, item.Source)
        { Repeat = item.Repeat, RepeatOn = item.RepeatOn, EscalateAfterDays = item.EscalateAfterDays };
        // Asked for by whoever asked for the first one, whoever verified it.
        return ActionStore.AddAsync(database, audit, next, done.Reader.AccountId!.Value, item.AskerId, done.By, done.At, cancel);
    }

    private static ActionState StateAfter(ActionMove move) => move switch
    {
        ActionMove.Accept => ActionState.Accepted,
        ActionMove.Begin => ActionState.InProgress,
        ActionMove.Report => ActionState.Reported,
        ActionMove.Verify => ActionState.Verified,
        ActionMove.Return => ActionState.Returned,
        ActionMove.Drop => ActionState.Dropped,
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "It leads to no state."),
    };
}

/// <summary>Who does something, by which office, with what words and when.</summary>
internal sealed record Doing(Reader Reader, HeldOffice Office, string? Note, DateTimeOffset At)
{
    public string By => $"{Reader.Name}, {Office.Title}";

    public ActionStep Step(ActionItem item, ActionMove move) => new()
    {
        ItemId = item.Id, State = item.State, At = At, AccountId = Reader.AccountId!.Value, PersonId = Reader.PersonId, AgencyId = Office.AgencyId, By = By, Note = Note,
        Kind = move switch { ActionMove.Remind => StepKind.Reminder, ActionMove.Escalate => StepKind.Escalation, _ => StepKind.State },
    };
}

/// <summary>What somebody fills in who does something with an item.</summary>
public sealed class ActionFields
{
    public ActionMove Move { get; set; }

    /// <summary>The version that was seen.</summary>
    public int Version { get; set; }

    public string? Note { get; set; }

    /// <summary>A photo or a PDF.</summary>
    public IFormFile? File { get; set; }

    /// <summary>What it shows.</summary>
    public string? FileNote { get; set; }

    /// <summary><c>-8.1335, 113.2221</c>.</summary>
    public string? Place { get; set; }

    /// <summary>The day and hour that it shows, on the offices' clock.</summary>
    public DateTime? TakenAt { get; set; }
}
