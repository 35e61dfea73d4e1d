using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Signing;

/// <summary>The head of the Polres signs, signing in anew for it. From then on nothing in the plan changes; a revision takes its place.</summary>
internal sealed class SignPlan(Database database, CurrentReader current, AuditLog audit, StepUp stepUp, TimeProvider clock)
{
    /// <summary>The office by which the reader may sign the plan; null for all others.</summary>
    public static HeldOffice? SigningOffice(Reader reader, GuardPlanRecord plan) =>
        reader.Offices.FirstOrDefault(o => o.Role == OfficeRole.Polri && o.Leads && o.Areas.Contains(plan.AreaCode)
            // A Polda is above several of them and signs its own papers.
            && o.Areas.Roots.All(r => r.Length >= plan.AreaCode.Length));

    /// <summary>Null when signed, else the key of what hinders it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seen">The digest of what the signer had on the page.</param>
    /// <param name="code">The six digits of the authenticator.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> RunAsync(Guid plan, string? seen, string? code, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var record = await GuardPlanRoutes.FindAsync(database, reader, plan, cancel);
        if (record is null || SigningOffice(reader, record) is not { } office) return "NotSigner";
        if (await stepUp.VerifyAsync(code ?? "") is { } refused) return refused;

        await using var transaction = await database.BeginWriteAsync(cancel);
        // Nobody changes a sheet between the look at it and the signature.
        await Sheets.TakeAsync(database.Set<PolsekSheet>().Where(s => s.PlanId == plan), cancel);
        record = await database.Set<GuardPlanRecord>().SingleAsync(p => p.Id == plan, cancel);
        if (record.Stage != GuardPlanStage.InUse) return record.Stage == GuardPlanStage.Draft ? "NotInUse" : "AlreadySigned";
        if (await database.Set<PolsekSheet>().AnyAsync(s => s.PlanId == plan && s.State != SheetState.Checked, cancel)) return "SheetsUnchecked";
        var digest = await PlanDigest.OfAsync(database, plan, cancel);
        if (digest != seen) return "ChangedMeanwhile";
        var before = await database.Set<GuardPlanRecord>().Where(p => p.ElectionId == record.ElectionId && p.AreaCode == record.AreaCode && p.RevoteOn == record.RevoteOn
            && (p.Stage == GuardPlanStage.InForce || p.Stage == GuardPlanStage.Superseded)).ToListAsync(cancel);
        foreach (var old in before) old.Stage = GuardPlanStage.Superseded;
        (record.Stage, record.Revision) = (GuardPlanStage.InForce, before.Count + 1);
        database.Add(new PlanSignature
        {
            PlanId = plan, At = clock.GetUtcNow(), AccountId = reader.AccountId!.Value, Name = reader.Name, Office = office.Title, Digest = digest,
        });
        await audit.AddAsync("guardplan.sign", plan.ToString(), record.AreaCode, digest: digest, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Types in the number that the registry (TU) gave. Given once, it stays.</summary>
    public async Task<string?> NumberAsync(Guid plan, string? number, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var record = await GuardPlanRoutes.FindAsync(database, reader, plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "NotYours";
        var signature = await database.Set<PlanSignature>().SingleOrDefaultAsync(s => s.PlanId == plan, cancel);
        if (signature is null) return "NotSigned";
        if (string.IsNullOrWhiteSpace(number) || number.Trim().Length > 80) return "NumberShape";
        if (signature.Number is not null) return "NumberGiven";
        signature.Number = number.Trim();
        await audit.AddAsync("guardplan.number", plan.ToString(), record.AreaCode, tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
