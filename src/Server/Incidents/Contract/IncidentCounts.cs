using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Contract;

/// <summary>An incident as it was known at a moment.</summary>
/// <param name="Id">Which.</param>
/// <param name="AreaCode">Village or kecamatan; the kabupaten where nothing nearer is known.</param>
/// <param name="Title">What it is.</param>
/// <param name="Notable">Menonjol.</param>
/// <param name="Attention">Atensi.</param>
/// <param name="At">Since when.</param>
/// <param name="Open">Not tuntas at that moment.</param>
public sealed record IncidentAt(Guid Id, string AreaCode, string Title, bool Notable, bool Attention, DateTimeOffset At, bool Open);

/// <summary>What the day's rooms ask of the incidents.</summary>
public static class IncidentCounts
{
    /// <summary>
    /// Incidents of the areas that began between two moments, as they stood at the second: what was closed or merged later is
    /// still open then. The weight is the one that they have now.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="areas">Where; the caller answers for who may know of them.</param>
    /// <param name="from">From when on, inclusive.</param>
    /// <param name="at">As of when.</param>
    /// <param name="cancel">Ends the query.</param>
    public static async Task<ImmutableArray<IncidentAt>> AsOfAsync(Database database, AreaSet areas, DateTimeOffset from, DateTimeOffset at, CancellationToken cancel)
    {
        var (since, until) = (from.ToUniversalTime(), at.ToUniversalTime());
        var incidents = await areas.Of(database.Set<Incident>().AsNoTracking().Where(i => i.At >= since && i.At <= until), i => i.AreaCode).OrderBy(i => i.At).ThenBy(i => i.Id).ToListAsync(cancel);
        if (incidents.Count == 0) return [];
        var ids = incidents.Select(i => i.Id).ToList();
        var steps = (await database.Set<IncidentStep>().AsNoTracking().Where(s => ids.Contains(s.IncidentId) && s.At <= until).OrderBy(s => s.Id)
            .Select(s => new { s.IncidentId, s.Kind, s.State }).ToListAsync(cancel)).ToLookup(s => s.IncidentId);
        return
        [
            .. from incident in incidents
               let own = steps[incident.Id].ToList()
               let joined = own.FindLast(s => s.Kind is StepKind.Merged or StepKind.Parted)
               where joined?.Kind != StepKind.Merged
               select new IncidentAt(incident.Id, incident.AreaCode, incident.Title, incident.Weight == IncidentWeight.Notable, incident.Weight == IncidentWeight.Attention, incident.At, own.Count == 0 || own[^1].State != IncidentState.Closed),
        ];
    }
}
