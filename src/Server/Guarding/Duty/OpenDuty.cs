using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>
/// Where every change of a list begins and ends: in one transaction, only of a draft, only by the agency whose it is. What
/// is signed is changed by no way that leads through here, and no other way exists.
/// </summary>
internal sealed class OpenDuty(Database database, CurrentReader current, AuditLog audit)
{
    /// <summary>Does one change; null when it is kept, else the key of what is wrong. Nothing is changed then.</summary>
    /// <param name="desk">Whose list it must be.</param>
    /// <param name="id">The list.</param>
    /// <param name="seen">The version that was seen; null where it does not matter.</param>
    /// <param name="action">How the log names it.</param>
    /// <param name="change">Changes the list that it is given; returns the key of a problem, or null.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> ChangeAsync(DutyDesk desk, Guid id, int? seen, string action, Func<DutyRoll, Reader, Task<string?>> change, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        // Taken for this transaction: whoever else changes the list waits, and then sees what it left.
        await database.Set<DutyRoll>().Where(r => r.Id == id && r.State == DutyState.Draft).ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, r => r.Version + 1), cancel);
        var roll = await database.Set<DutyRoll>().SingleOrDefaultAsync(r => r.Id == id && r.Kind == desk.Kind, cancel);
        var problem = roll is null || !reader.AreasOf(desk.Write).Contains(roll.AreaCode) ? "NotYours"
            : roll.State != DutyState.Draft ? "AlreadySigned"
            : seen is not null && roll.Version != seen + 1 ? "ChangedMeanwhile"
            : await change(roll, reader);
        if (problem is not null)
        {
            database.ChangeTracker.Clear();
            return problem;
        }

        await audit.AddAsync($"{desk.Path}.{action}", id.ToString(), roll!.AreaCode, digest: roll.Digest, tell: desk.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
