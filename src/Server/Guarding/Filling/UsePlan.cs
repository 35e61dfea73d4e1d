using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Chooses the plan that is filled with names. One of an election and kabupaten is in use; the one before keeps its names.</summary>
internal sealed class UsePlan(Database database, CurrentReader current, AuditLog audit)
{
    public async Task<string?> RunAsync(Guid plan, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await GuardPlanRoutes.TakeAsync(database, plan, cancel);
        var record = await database.Set<GuardPlanRecord>().SingleOrDefaultAsync(p => p.Id == plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "NotYours";
        if (record.State != GuardPlanState.Ready) return "NotReady";
        if (record.Stage == GuardPlanStage.InUse) return null;
        if (record.Stage != GuardPlanStage.Draft) return "AlreadySigned";
        foreach (var other in await database.Set<GuardPlanRecord>()
            .Where(p => p.ElectionId == record.ElectionId && p.AreaCode == record.AreaCode && p.RevoteOn == record.RevoteOn && p.Stage == GuardPlanStage.InUse).ToListAsync(cancel))
        {
            other.Stage = GuardPlanStage.Draft;
        }

        record.Stage = GuardPlanStage.InUse;
        await audit.AddAsync("guardplan.use", plan.ToString(), record.AreaCode, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
