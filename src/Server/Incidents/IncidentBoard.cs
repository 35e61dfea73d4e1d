using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>An incident as the board shows it.</summary>
/// <param name="Of">It.</param>
/// <param name="Agency">Who answers.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Sources">Reports that tell of it.</param>
/// <param name="Late">Its clock has run out: not accepted, or not answered, in time.</param>
public sealed record IncidentRow(Incident Of, string Agency, string Kind, int Sources, bool Late);

/// <summary>All that is open, by exception: what is late first, then the heaviest, then the oldest.</summary>
internal static class IncidentBoard
{
    public static async Task<List<IncidentRow>> ReadAsync(Database database, Reader reader, OfficeClock clock, bool closed, CancellationToken cancel)
    {
        var seen = IncidentScope.Incidents(database, reader).AsNoTracking().Where(i => i.MergedIntoId == null && (closed ? i.State == IncidentState.Closed : i.State != IncidentState.Closed));
        // What is at its end is shown as far as one looks back; what is open is shown whole.
        var incidents = closed ? await seen.OrderByDescending(i => i.StateAt).Take(200).ToListAsync(cancel) : await seen.ToListAsync(cancel);
        var ids = incidents.Select(i => i.Id).ToList();
        // What was merged into one tells of it too.
        var sources = await database.Set<IncidentReport>().Where(r => r.IncidentId != null)
            .Join(database.Set<Incident>(), r => r.IncidentId, i => i.Id, (r, i) => i.MergedIntoId ?? i.Id).Where(id => ids.Contains(id)).GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var kinds = await database.Set<IncidentKind>().AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name, cancel);
        var names = await AgencyQueries.NamesAsync(database, [.. incidents.Select(i => i.AgencyId).Distinct()], cancel);
        var now = clock.Now;
        var rows = incidents.Select(i => new IncidentRow(i, names.GetValueOrDefault(i.AgencyId) ?? "–", kinds.GetValueOrDefault(i.KindId) ?? "–", sources.GetValueOrDefault(i.Id), IsLate(i, now)));
        return closed ? [.. rows] : [.. rows.OrderByDescending(r => r.Late).ThenByDescending(r => r.Of.Weight).ThenBy(r => r.Of.At)];
    }

    /// <summary>How much each agency of a kabupaten has open: who has nothing is free.</summary>
    public static async Task<Dictionary<Guid, int>> BusyAsync(Database database, string kabupaten, CancellationToken cancel) =>
        await AreaSet.Of(kabupaten).Of(database.Set<Incident>().AsNoTracking().Where(i => i.MergedIntoId == null && i.State < IncidentState.Answered), i => i.AreaCode)
            .GroupBy(i => i.AgencyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    public static bool IsLate(Incident incident, DateTimeOffset now) =>
        (incident.State == IncidentState.Forwarded && incident.AnswerBy < now) || (incident.State < IncidentState.Answered && incident.SolveBy < now);
}
