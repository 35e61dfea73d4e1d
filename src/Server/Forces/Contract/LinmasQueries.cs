using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>The numbers of one village.</summary>
/// <param name="VillageCode">Which.</param>
/// <param name="Stations">Stations of the election, without merged ones.</param>
/// <param name="Need">Persons: two at each station (PKPU 8/2018 art. 25).</param>
/// <param name="Named">Persons named as guards of stations, each once.</param>
public sealed record LinmasCount(string VillageCode, int Stations, int Need, int Named);

/// <summary>Somebody who stands at a station: a name, and a number to ring. Terbatas.</summary>
public sealed record LinmasAtStation(string Station, bool AtEntrance, string Name, string? Phone);

/// <summary>What other rooms ask of Linmas. Numbers are for all who may read lists; names are Terbatas: whoever shows them logs it.</summary>
public static class LinmasQueries
{
    /// <summary>Need and names of each village that has stations or names, by code.</summary>
    public static async Task<IReadOnlyList<LinmasCount>> CountsByVillageAsync(Database database, int? election, AreaSet areas, CancellationToken cancel)
    {
        var stations = election is { } id
            ? (await StationCodes.CodesAsync(database, id, areas, cancel)).CountBy(s => s[..13], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)
            : [];
        var named = await areas.Of(database.Set<LinmasMember>().AsNoTracking(), m => m.VillageCode)
            .Where(m => m.State == LinmasState.Active && m.IsStationGuard).GroupBy(m => m.VillageCode)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        return
        [
            .. stations.Keys.Union(named.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(v => new LinmasCount(
                v, stations.GetValueOrDefault(v), stations.GetValueOrDefault(v) * VillageLinmas.PerStation, named.GetValueOrDefault(v))),
        ];
    }

    /// <summary>How many stand at each station within the areas; those without anybody are not in it.</summary>
    public static Task<Dictionary<string, int>> CountByStationAsync(Database database, int election, AreaSet areas, CancellationToken cancel) =>
        (from post in areas.Of(database.Set<LinmasPosting>().AsNoTracking().Where(p => p.ElectionId == election), p => p.StationCode)
         join member in database.Set<LinmasMember>() on post.MemberId equals member.Id
         where member.State == LinmasState.Active
         group post by post.StationCode into station
         select new { station.Key, Count = station.Count() }).ToDictionaryAsync(s => s.Key, s => s.Count, StringComparer.Ordinal, cancel);

    /// <summary>Who stands at each of the stations: the one at the entrance first.</summary>
    public static async Task<ILookup<string, LinmasAtStation>> NamesByStationAsync(
        Database database, int election, IReadOnlyCollection<string> stations, CancellationToken cancel)
    {
        // By kabupaten and not by station: a plan has thousands.
        var asked = stations.ToHashSet(StringComparer.Ordinal);
        var around = AreaSet.Of(stations.Select(s => s[..5]));
        var posted = await (
            from post in around.Of(database.Set<LinmasPosting>().AsNoTracking().Where(p => p.ElectionId == election), p => p.StationCode)
            join member in database.Set<LinmasMember>() on post.MemberId equals member.Id
            where member.State == LinmasState.Active
            orderby post.StationCode, post.Gate
            select new LinmasAtStation(post.StationCode, post.Gate == LinmasGate.Entrance, member.Name, member.Phone)).ToListAsync(cancel);
        return posted.Where(p => asked.Contains(p.Station)).ToLookup(p => p.Station, StringComparer.Ordinal);
    }
}
