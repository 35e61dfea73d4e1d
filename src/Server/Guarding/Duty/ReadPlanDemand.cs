using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Tells the room of forces what the plan in force, or else the one that is being filled, asks for: to whom reads the plan, of the parts that he sees.</summary>
internal static class ReadPlanDemand
{
    public static async Task<PlanDemand> OfAsync(Database database, int election, Reader reader, CancellationToken cancel)
    {
        var sheets = (await Sheets.MineAsync(database, reader, cancel)).Where(s => s.Plan.ElectionId == election).ToList();
        // Of each kabupaten one plan: while a revision is filled the signed one is in force.
        var plans = sheets.Select(s => s.Plan).DistinctBy(p => p.Id).GroupBy(p => p.AreaCode, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(p => p.Stage == GuardPlanStage.InForce).ThenByDescending(p => p.Version).First().Id).ToHashSet();
        var own = sheets.Where(s => plans.Contains(s.Plan.Id)).Select(s => s.Sheet.Id).ToList();
        int? officers = own.Count == 0 ? null : await database.Set<PlanGroup>().Where(g => own.Contains(g.SheetId)).SumAsync(g => g.Officers, cancel);
        int? named = own.Count == 0 ? null : await database.Set<GuardOfficer>().CountAsync(o => own.Contains(o.SheetId) && o.LeftAt == null, cancel);
        return new PlanDemand(officers, named, await ListedAsync(database, election, DutyDesk.Tni, reader, cancel), await ListedAsync(database, election, DutyDesk.SatpolPp, reader, cancel));
    }

    // People on the lists that the reader sees, of each kabupaten on the signed one, else on the draft.
    private static async Task<int?> ListedAsync(Database database, int election, DutyDesk desk, Reader reader, CancellationToken cancel)
    {
        var rolls = (await reader.AreasOf(desk.Read).Of(database.Set<DutyRoll>().AsNoTracking().Where(r => r.Kind == desk.Kind && r.ElectionId == election && r.State != DutyState.Superseded), r => r.AreaCode)
            .ToListAsync(cancel)).GroupBy(r => r.AreaCode, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.State)!.Id).ToList();
        return rolls.Count == 0 ? null : await database.Set<DutyMember>().CountAsync(m => rolls.Contains(m.RollId), cancel);
    }
}
