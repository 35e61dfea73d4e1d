using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>What the map element draws: outlines as GeoJSON, stations as a compact table.</summary>
internal static class MapData
{
    /// <summary>The outlines and label points of an area's villages and kecamatan, as far as the reader may see them.</summary>
    public static async Task<IResult> AreasAsync(string di, CurrentReader current, Database database, HttpContext http, CancellationToken cancel)
    {
        var reader = await current.GetAsync();
        if (!reader.AreasOf(TerritoryPermissions.ReadAreas).Contains(di)) return Results.NotFound();
        var areas = await AreaSet.Of(di).Of(database.Set<Area>().AsNoTracking(), a => a.Code)
            .Where(a => a.Code.Length >= 8)
            .OrderBy(a => a.Code).Take(MostAreas)
            .Select(a => new { a.Code, a.Name, a.Latitude, a.Longitude }).ToListAsync(cancel);
        var rings = await AreaSet.Of(di).Of(database.Set<AreaBoundary>().AsNoTracking(), b => b.AreaCode)
            .Where(b => b.AreaCode.Length >= 8)
            .ToDictionaryAsync(b => b.AreaCode, StringComparer.Ordinal, cancel);
        // A kecamatan without a centre of its own is named in the middle of its villages.
        var middles = areas.Where(a => a is { Code.Length: 13, Latitude: not null })
            .GroupBy(a => a.Code[..8], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Lng: g.Average(a => a.Longitude!.Value), Lat: g.Average(a => a.Latitude!.Value)), StringComparer.Ordinal);
        http.Response.Headers.CacheControl = "private, max-age=60";
        return Results.Stream(async stream =>
        {
            await using var json = new Utf8JsonWriter(stream);
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var area in areas)
            {
                var boundary = rings.GetValueOrDefault(area.Code);
                var label = boundary is not null ? (boundary.LabelLongitude, boundary.LabelLatitude)
                    : area is { Longitude: { } lng, Latitude: { } lat } ? (lng, lat)
                    : middles.TryGetValue(area.Code, out var middle) ? middle : ((double, double)?)null;
                json.WriteStartObject();
                json.WriteString("type", "Feature");
                json.WriteStartObject("properties");
                json.WriteString("code", area.Code);
                json.WriteString("name", area.Name ?? area.Code);
                json.WriteString("level", area.Code.Length == 8 ? "kecamatan" : "desa");
                if (label is { } point)
                {
                    json.WriteStartArray("label");
                    json.WriteNumberValue(Math.Round(point.Item1, 5));
                    json.WriteNumberValue(Math.Round(point.Item2, 5));
                    json.WriteEndArray();
                }

                json.WriteEndObject();
                if (boundary is null) json.WriteNull("geometry");
                else
                {
                    json.WriteStartObject("geometry");
                    json.WriteString("type", "MultiPolygon");
                    json.WritePropertyName("coordinates");
                    json.WriteRawValue(boundary.Rings);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, "application/geo+json");
    }

    /// <summary>The stations of an area in one election; those without a place are placed by the rule and marked.</summary>
    public static async Task<IResult> StationsAsync(
        string di, int pemilihan, CurrentReader current, Database database, HttpContext http, CancellationToken cancel)
    {
        var reader = await current.GetAsync();
        if (!reader.AreasOf(TerritoryPermissions.ReadStations).Contains(di)) return Results.NotFound();
        var placed = await PlacedStations.OfAsync(database, pemilihan, di, cancel);
        http.Response.Headers.CacheControl = "private, max-age=30";
        return Results.Stream(async stream =>
        {
            await using var json = new Utf8JsonWriter(stream);
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var column in (string[])["code", "lat", "lng", "special", "approximate", "state"]) json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            foreach (var (station, position, approximate) in placed)
            {
                json.WriteStartArray();
                json.WriteStringValue(station.Code);
                json.WriteNumberValue(Math.Round(position.Latitude, 5));
                json.WriteNumberValue(Math.Round(position.Longitude, 5));
                json.WriteNumberValue(station.Special ? 1 : 0);
                json.WriteNumberValue(approximate ? 1 : 0);
                json.WriteStringValue(StationNames.Code(station.State));
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, "application/json");
    }

    // A province of 8,500 villages is the largest that one screen shows; what is above is a list.
    private const int MostAreas = 10_000;
}
