using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Actions;

/// <summary>Reminds all those at once whose part is still waited for; each of them once a day at most.</summary>
internal sealed class RemindParts(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>How many were reminded.</summary>
    public async Task<int> RunAsync(Guid whole, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var (parts, due) = (await OpenAsync(database, reader, whole, cancel), await ActionDue.OfAsync(database, clock, cancel));
        var (now, reminded) = (clock.Now, 0);
        foreach (var part in parts)
        {
            if (ActionRights.OfficeFor(ActionMove.Remind, part, reader, Performers.Nobody, due) is not { } office) continue;
            // One who reminds the same part at this moment has done so.
            if (await database.Set<ActionItem>().Where(i => i.Id == part.Id && i.Version == part.Version)
                .ExecuteUpdateAsync(s => s.SetProperty(i => i.RemindedAt, now).SetProperty(i => i.Version, i => i.Version + 1), cancel) == 0) continue;
            database.Add(new Doing(reader, office, null, now).Step(part, ActionMove.Remind));
            database.Announce(ActionsPermissions.Read, part.Id.ToString(), part.AreaCode, now);
            reminded++;
        }

        if (reminded == 0) return 0;
        await audit.AddAsync("actions.remindparts", whole.ToString(), parts[0].AreaCode[..5], string.Create(CultureInfo.InvariantCulture, $"{{\"parts\":{reminded}}}"));
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return reminded;
    }

    /// <summary>The parts that the reader sees and that are waited for.</summary>
    public static Task<List<ActionItem>> OpenAsync(Database database, Reader reader, Guid whole, CancellationToken cancel) =>
        ActionScope.Of(database, reader).Include(i => i.Parent).Where(i => i.ParentId == whole
            && (i.State == Contract.ActionState.Created || i.State == Contract.ActionState.Accepted || i.State == Contract.ActionState.InProgress || i.State == Contract.ActionState.Returned)).ToListAsync(cancel);
}
