using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>
/// Where every change of a sheet begins and ends: in one transaction, only on a plan in use, only by whom it belongs to. A
/// plan that is signed, superseded or a draft is changed by no way that leads through here, and no other way exists.
/// </summary>
internal sealed class OpenSheet(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    /// <summary>Does one change; null when it is kept, else the key of the text that says what is wrong. Nothing is changed then.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="action">How the log names it, <c>guardsheet.name</c>.</param>
    /// <param name="change">Changes what it is given; returns the key of a problem, or null.</param>
    /// <param name="whole">Asks for the right over the whole plan, as the Polres has it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> ChangeAsync(
        Guid plan, Guid sheet, string action, Func<PolsekSheet, Reader, Task<string?>> change, bool whole, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await Sheets.TakeAsync(database.Set<PolsekSheet>().Where(s => s.Id == sheet), cancel);
        if (await Sheets.FindSheetAsync(database, reader, GuardingPermissions.Write, plan, sheet, cancel) is not ({ } record, { } found)) return "NotYours";
        if (record.Stage != GuardPlanStage.InUse) return record.Stage == GuardPlanStage.Draft ? "NotInUse" : "AlreadySigned";
        if (whole && !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "OnlyPolres";
        if (await change(found, reader) is { } problem)
        {
            database.ChangeTracker.Clear();
            return problem;
        }

        await audit.AddAsync(action, sheet.ToString(), record.AreaCode, tell: GuardingPermissions.Read);
        // Also those who have only this Polsek are told.
        foreach (var area in found.Areas.Split(' ')) database.Announce(GuardingPermissions.Read, sheet.ToString(), area, clock.GetUtcNow());
        try
        {
            await database.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            database.ChangeTracker.Clear();
            return "ChangedMeanwhile";
        }

        await transaction.CommitAsync(cancel);
        return null;
    }
}
