using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>One row of an area's page: a part of it, and its stations in the election looked at.</summary>
public sealed record AreaPart(AreaName Area, int Villages, int Stations, int Special);

/// <summary>What is in an area.</summary>
internal sealed record AreaOverview(
    Area Area, IReadOnlyList<AreaName> Ancestors, IReadOnlyList<AreaPart> Parts, int Desa, int Kelurahan, int DesaAdat, int Stations, int Special, long Voters)
{
    public int Villages => Desa + Kelurahan + DesaAdat;

    /// <summary>The overview, or null where the code is unknown or outside the reader's areas: both look alike from outside.</summary>
    public static async Task<AreaOverview?> ReadAsync(Database database, string code, int? election, Reader reader, CancellationToken cancel)
    {
        if (!reader.AreasOf(TerritoryPermissions.ReadAreas).Contains(code)) return null;
        var area = await database.Set<Area>().AsNoTracking().SingleOrDefaultAsync(a => a.Code == code, cancel);
        if (area is null) return null;

        var kinds = await AreaSet.Of(code).Of(database.Set<Area>(), a => a.Code).Where(a => a.Code.Length == 13)
            .GroupBy(a => a.Kind).Select(g => new { Kind = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Kind, g => g.Count, cancel);
        var children = await AreaQueries.ChildrenAsync(database, code, cancel);
        var length = children.Count == 0 ? code.Length : children[0].Code.Length;
        var villages = await AreaSet.Of(code).Of(database.Set<Area>(), a => a.Code).Where(a => a.Code.Length == 13)
            .GroupBy(a => a.Code.Substring(0, length)).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, StringComparer.Ordinal, cancel);
        var stations = election is not { } id || !reader.AreasOf(TerritoryPermissions.ReadStations).Contains(code) ? []
            : await AreaSet.Of(code).Of(database.Set<Station>().Where(s => s.ElectionId == id), s => s.Code)
                .GroupBy(s => s.Code.Substring(0, length))
                .Select(g => new { g.Key, Count = g.Count(), Special = g.Sum(s => s.Special ? 1 : 0), Voters = g.Sum(s => s.Voters > 0 ? (long)s.Voters : 0) })
                .ToDictionaryAsync(g => g.Key, g => (g.Count, g.Special, g.Voters), StringComparer.Ordinal, cancel);
        var ancestors = CodesAbove(code).Where(a => reader.AreasOf(TerritoryPermissions.ReadAreas).Touches(a)).ToList();
        var names = await AreaQueries.NamesAsync(database, ancestors, cancel);
        return new AreaOverview(
            area,
            [.. ancestors.Select(a => names.GetValueOrDefault(a)).OfType<AreaName>()],
            [.. children.Select(c => new AreaPart(
                c, villages.GetValueOrDefault(c.Code), stations.GetValueOrDefault(c.Code).Count, stations.GetValueOrDefault(c.Code).Special))],
            kinds.GetValueOrDefault(AreaKind.Desa), kinds.GetValueOrDefault(AreaKind.Kelurahan), kinds.GetValueOrDefault(AreaKind.DesaAdat),
            stations.Values.Sum(s => s.Count), stations.Values.Sum(s => s.Special),
            stations.Values.Sum(s => s.Voters));
    }

    /// <summary>The codes above a code, from the top.</summary>
    public static IEnumerable<string> CodesAbove(string code)
    {
        for (var dot = code.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = code.IndexOf('.', dot + 1)) yield return code[..dot];
    }
}
