using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Pages;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>The ground as it stands in the database.</summary>
public static class TerritoryQueries
{
    /// <summary>
    /// The stations of one election in an area, with all that lies around them; merged stations are guarded no more and left
    /// out. Null where there are none, or where nothing says where they stand.
    /// </summary>
    public static async Task<TerritoryMap?> MapAsync(Database database, int election, string area, CancellationToken cancel)
    {
        var placed = (await PlacedStations.OfAsync(database, election, area, cancel))
            .Where(p => p.Station.State != StationState.Merged).ToList();
        if (placed.Count == 0) return null;
        var codes = placed.Select(p => AreaCode.VillageOf(p.Station.Code)).Distinct(StringComparer.Ordinal).ToList();
        var areas = await AreaSet.Of(area).Of(database.Set<Area>().AsNoTracking(), a => a.Code)
            .Where(a => a.Code.Length >= 8).ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancel);
        var kecamatan = codes.Select(AreaCode.KecamatanOf).Distinct(StringComparer.Ordinal).ToList();
        var kabupaten = kecamatan.Select(AreaCode.KabupatenOf).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var resorts = await ResortsAsync(database, kecamatan, cancel);
        ImmutableArray<string> names = [.. resorts.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var kecamatanIndex = kecamatan.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i, StringComparer.Ordinal);
        var villageIndex = codes.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i, StringComparer.Ordinal);
        return new TerritoryMap(
            [.. codes.Select(c => new Village(c, areas.GetValueOrDefault(c)?.Name, kecamatanIndex[c[..8]], CentreOf(areas.GetValueOrDefault(c))))],
            [.. kecamatan.Select(c => new Kecamatan(
                c, areas.GetValueOrDefault(c)?.Name, kabupaten.IndexOf(c[..5]), names.IndexOf(resorts[c])))],
            kabupaten,
            names,
            [.. placed.Select(p => new PollingStation(
                p.Station.Code, villageIndex[AreaCode.VillageOf(p.Station.Code)], p.Station.Special, Coordinates.Rounded(p.Position), p.Approximate))]);
    }

    /// <summary>The outlines of the map's villages; villages without one are left out.</summary>
    public static async Task<ImmutableArray<VillageShape>> ShapesAsync(Database database, TerritoryMap map, CancellationToken cancel)
    {
        var codes = map.Kecamatan.Select(k => k.Code).ToList();
        var boundaries = await AreaSet.Of(codes).Of(database.Set<AreaBoundary>().AsNoTracking(), b => b.AreaCode)
            .OrderBy(b => b.AreaCode).ToListAsync(cancel);
        return
        [
            .. from boundary in boundaries
               let village = map.FindVillage(boundary.AreaCode)
               where village is not null
               select new VillageShape(village.Value, RingsOf(boundary.Rings)),
        ];
    }

    private static GeoPoint? CentreOf(Area? area) =>
        area is { Latitude: { } latitude, Longitude: { } longitude } ? new GeoPoint(latitude, longitude) : null;

    // The Polres of each kecamatan: the one that names the smallest area around it, itself or by a Polsek below it; else the one
    // that has most of its villages. Without any its kabupaten stands in. A kecamatan has one: no group is of two.
    private static async Task<Dictionary<string, string>> ResortsAsync(Database database, List<string> kecamatan, CancellationToken cancel)
    {
        var resorts = (await JurisdictionAreas.CommandsAsync(database, cancel)).Where(c => c.Kind == JurisdictionKind.Polres)
            .OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        var around = resorts.SelectMany(r => r.Areas.Select(a => (r.Name, Area: a))).OrderByDescending(a => a.Area.Length).ToList();
        return kecamatan.ToDictionary(
            code => code,
            code => around.Find(a => AreaSet.IsWithin(code, a.Area)).Name
                ?? resorts.Where(r => r.Areas.Any(a => AreaSet.IsWithin(a, code))).MaxBy(r => r.Areas.Count(a => AreaSet.IsWithin(a, code)))?.Name
                ?? AreaCode.KabupatenOf(code),
            StringComparer.Ordinal);
    }

    private static ImmutableArray<ImmutableArray<GeoPoint>> RingsOf(string coordinates)
    {
        using var json = JsonDocument.Parse(coordinates);
        return
        [
            .. from polygon in json.RootElement.EnumerateArray()
               from ring in polygon.EnumerateArray()
               select ring.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble())).ToImmutableArray(),
        ];
    }
}
