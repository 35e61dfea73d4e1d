using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>A village or an agency, and when a topic last reached it: null where it has not.</summary>
public sealed record CoveredUnit(string Code, string Name, DateOnly? Last, int Attended);

/// <summary>The villages of a kecamatan.</summary>
public sealed record CoveredKecamatan(string Code, string Name, IReadOnlyList<CoveredUnit> Villages)
{
    public int Reached => Villages.Count(v => v.Last is not null);
}

/// <summary>
/// Which villages and agencies a topic has reached, of those in a reader's areas. Villages by what was held for anybody but
/// civil servants, agencies by what was held for these: a kepala desa who was told does not stand for an ASN who was not.
/// </summary>
internal sealed record OutreachCoverage(IReadOnlyList<CoveredKecamatan> Kecamatan, IReadOnlyList<CoveredUnit> Agencies)
{
    public int Villages => Kecamatan.Sum(k => k.Villages.Count);

    public int VillagesReached => Kecamatan.Sum(k => k.Reached);

    public int AgenciesReached => Agencies.Count(a => a.Last is not null);

    public static async Task<OutreachCoverage> OfAsync(Database database, AreaSet areas, OutreachTopic topic, NameAreas names, CancellationToken cancel)
    {
        var villages = new List<(string Code, string Name)>();
        foreach (var root in areas.Roots) villages.AddRange((await OutreachScope.VillagesAsync(database, root, cancel)).Select(v => (v.Code, v.Name ?? v.Code)));
        var agencies = await OutreachScope.AgenciesAsync(database, areas, cancel);
        var held = database.Set<OutreachReach>().AsNoTracking().Where(r => r.Event!.State == OutreachState.Held && r.Event.Topic == topic);
        var byVillage = (await areas.Of(held.Where(r => r.VillageCode != null), r => r.VillageCode!).Select(r => new { Code = r.VillageCode!, r.Event!.Day, r.Attended }).ToListAsync(cancel)).ToLookup(r => r.Code, StringComparer.Ordinal);
        var ids = agencies.Select(a => a.Id).ToList();
        var byAgency = (await held.Where(r => r.AgencyId != null && ids.Contains(r.AgencyId.Value)).Select(r => new { Id = r.AgencyId!.Value, r.Event!.Day, r.Attended }).ToListAsync(cancel)).ToLookup(r => r.Id);
        var called = await names([.. villages.Select(v => v.Code[..8]).Distinct(StringComparer.Ordinal)], cancel);
        return new OutreachCoverage(
            [
                .. villages.OrderBy(v => v.Code, StringComparer.Ordinal).GroupBy(v => v.Code[..8], StringComparer.Ordinal).Select(g => new CoveredKecamatan(
                    g.Key, called.GetValueOrDefault(g.Key) ?? g.Key,
                    [.. g.Select(v => new CoveredUnit(v.Code, v.Name, byVillage[v.Code].Select(r => (DateOnly?)r.Day).Max(), byVillage[v.Code].Sum(r => r.Attended)))])),
            ],
            [.. agencies.Select(a => new CoveredUnit(a.Id.ToString(), a.Name, byAgency[a.Id].Select(r => (DateOnly?)r.Day).Max(), byAgency[a.Id].Sum(r => r.Attended)))]);
    }
}
