using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Meals;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Signing;

/// <summary>
/// Begins a revision of a signed plan: a copy with all its names, in which the sheets asked for are open again and the others
/// stay checked. The signed one stays in force until the revision is signed.
/// </summary>
internal sealed class RevisePlan(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    /// <summary>The revision's id, or the key of what hinders it.</summary>
    public async Task<(Guid? Id, string? Problem)> RunAsync(Guid plan, Guid sheet, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await GuardPlanRoutes.TakeAsync(database, plan, cancel);
        var signed = await database.Set<GuardPlanRecord>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == plan, cancel);
        if (signed is null || !reader.AreasOf(GuardingPermissions.Write).Contains(signed.AreaCode)) return (null, "NotYours");
        if (signed.Stage != GuardPlanStage.InForce) return (null, "NotSigned");
        var own = await database.Set<PolsekSheet>().AsNoTracking().Where(s => s.PlanId == plan).ToListAsync(cancel);
        if (own.All(s => s.Id != sheet)) return (null, "NotYours");
        if (await database.Set<GuardPlanRecord>().AnyAsync(p => p.ElectionId == signed.ElectionId && p.AreaCode == signed.AreaCode && p.RevoteOn == signed.RevoteOn && p.Stage == GuardPlanStage.InUse, cancel))
            return (null, "RevisionOpen");

        var now = clock.GetUtcNow();
        var latest = await database.Set<GuardPlanRecord>().Where(p => p.ElectionId == signed.ElectionId && p.AreaCode == signed.AreaCode).MaxAsync(p => p.Version, cancel);
        var revision = new GuardPlanRecord
        {
            Id = Guid.CreateVersion7(now), ElectionId = signed.ElectionId, AreaCode = signed.AreaCode, RevoteOn = signed.RevoteOn, Version = latest + 1, CreatedAt = now,
            AccountId = reader.AccountId, Request = signed.Request, State = signed.State, Stage = GuardPlanStage.InUse, RevisionOf = plan,
            Answer = signed.Answer, Stations = signed.Stations, Groups = signed.Groups, LowerBoundGroups = signed.LowerBoundGroups,
            Officers = signed.Officers, Linmas = signed.Linmas, Seconds = signed.Seconds, Files = signed.Files,
        };
        database.Add(revision);
        var sheets = own.ToDictionary(s => s.Id, s => s.CopyTo(revision.Id, open: s.Id == sheet));
        database.AddRange(sheets.Values);
        var men = await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.PlanId == plan).OrderBy(o => o.Id).ToListAsync(cancel);
        var copies = men.ToDictionary(o => o.Id, o => o.CopyTo(revision.Id, sheets[o.SheetId].Id));
        foreach (var man in men.Where(m => m.ReplacedById is not null)) copies[man.Id].ReplacedById = copies[man.ReplacedById!.Value].Id;
        database.AddRange(copies.Values);
        foreach (var g in await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan).ToListAsync(cancel))
            database.Add(g.CopyTo(revision.Id, sheets[g.SheetId].Id, g.PadalId is { } padal ? copies[padal].Id : null));
        foreach (var s in await database.Set<PlanStation>().AsNoTracking().Where(s => s.PlanId == plan).ToListAsync(cancel))
            database.Add(new PlanStation { PlanId = revision.Id, StationCode = s.StationCode, Group = s.Group, Linmas = s.Linmas });
        if (await database.Set<PlanMeals>().AsNoTracking().SingleOrDefaultAsync(m => m.PlanId == plan, cancel) is { } meals)
            database.Add(new PlanMeals { PlanId = revision.Id, MealsADay = meals.MealsADay, Days = meals.Days, At = meals.At, By = meals.By });
        await audit.AddAsync("guardplan.revise", revision.Id.ToString(), signed.AreaCode, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (revision.Id, null);
    }
}
