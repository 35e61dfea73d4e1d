using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>What of a station is ready beside its officers.</summary>
/// <param name="Group">Number of its group.</param>
/// <param name="StationCode">The station.</param>
/// <param name="Reached">The head of its KPPS was rung.</param>
/// <param name="Linmas">Linmas named for it.</param>
/// <param name="LinmasNeeded">Linmas that its group's pattern asks for.</param>
public readonly record struct StationReadiness(int Group, string StationCode, bool Reached, int Linmas, int LinmasNeeded)
{
    /// <summary>The stations of a plan, or of one of its sheets, by sheet.</summary>
    internal static async Task<ILookup<Guid, StationReadiness>> OfAsync(Database database, Guid plan, CancellationToken cancel, Guid? only = null)
    {
        var stations = await (
            from s in database.Set<PlanStation>().AsNoTracking()
            join g in database.Set<PlanGroup>() on new { s.PlanId, s.Group } equals new { g.PlanId, Group = g.Number }
            where s.PlanId == plan && (only == null || g.SheetId == only)
            orderby s.StationCode
            select new { g.SheetId, s.Group, s.StationCode, s.Linmas }).ToListAsync(cancel);
        var election = await database.Set<GuardPlanRecord>().Where(p => p.Id == plan).Select(p => p.ElectionId).SingleAsync(cancel);
        var areas = AreaSet.Of(stations.Select(s => s.StationCode[..8]).Distinct(StringComparer.Ordinal));
        var contacts = await StationContacts.OfAsync(database, election, areas, cancel);
        var linmas = await LinmasQueries.CountByStationAsync(database, election, areas, cancel);
        return stations.ToLookup(
            s => s.SheetId,
            s => new StationReadiness(s.Group, s.StationCode, contacts.GetValueOrDefault(s.StationCode).Reached, linmas.GetValueOrDefault(s.StationCode), s.Linmas));
    }
}
