using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>
/// Reads village outlines from GeoJSON (WGS84, lng-lat). Published files mix polygons and multipolygons, and some name
/// one while nesting as deep as the other; so rings are found by their depth and not by the name.
/// </summary>
internal static class BoundaryFile
{
    private static readonly string[] CodeProperties = ["village_code", "kode", "kode_kemendagri", "kode_desa"];

    public static ImmutableArray<VillageShape>? Read(string path, TerritoryMap territory, InputReport report)
    {
        if (InputFile.Read(path, report) is not { } bytes) return null;
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return Shapes(document.RootElement, path, territory, report);
        }
        catch (JsonException broken)
        {
            report.Add(new UnusableFile(path, "is not JSON from here on; expected a GeoJSON FeatureCollection.",
                (int?)broken.LineNumber + 1));
            return null;
        }
    }

    private static ImmutableArray<VillageShape>? Shapes(
        JsonElement root, string path, TerritoryMap territory, InputReport report)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array)
        {
            report.Add(new UnusableFile(path, "is not a GeoJSON FeatureCollection; expected an object with 'features'."));
            return null;
        }

        var before = report.Count;
        var shapes = new SortedDictionary<int, VillageShape>();
        var number = 0;
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            var code = CodeOf(feature);
            var rings = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
            if (code is null)
                Refuse("properties", null, $"a village code as {string.Join(" or ", CodeProperties)}");
            else if (territory.FindVillage(code) is not { } village)
                report.Add(new UnknownCode(path, null, Place("village_code"), code, "village", "the villages file"));
            else if (!IsObject(feature, "geometry", out var geometry) || !geometry.TryGetProperty("coordinates", out var nested)
                || !CollectRings(nested, rings) || rings.Count == 0)
                Refuse("geometry", code, 
                    "a Polygon or MultiPolygon of closed rings of [lng, lat], not of [lat, lng], in degrees inside Indonesia");
            else if (!shapes.TryAdd(village, new VillageShape(village, rings.ToImmutable())))
                Refuse("village_code", code, "each village once");
        }

        if (number == 0) report.Add(new UnusableFile(path, "has no features; expected at least one village."));
        return report.Count == before ? [.. shapes.Values] : null;

        void Refuse(string column, string? value, string expected) =>
            report.Add(new BadValue(path, null, Place(column), value, expected));

        string Place(string column) => string.Create(CultureInfo.InvariantCulture, $"feature {number} {column}");
    }

    private static string? CodeOf(JsonElement feature) =>
        IsObject(feature, "properties", out var properties)
            ? CodeProperties.Select(p => properties.TryGetProperty(p, out var code) ? TextOf(code) : null)
                .FirstOrDefault(c => c is not null)
            : null;

    private static string? TextOf(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String) return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is sound JSON and no text.
            return null;
        }
    }

    private static bool IsObject(JsonElement element, string property, out JsonElement found)
    {
        found = default;
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out found)
            && found.ValueKind == JsonValueKind.Object;
    }

    /// <summary>A ring is an array of points, a point an array of numbers; whatever holds rings is gone into.</summary>
    private static bool CollectRings(JsonElement nested, ImmutableArray<ImmutableArray<GeoPoint>>.Builder rings)
    {
        if (nested.ValueKind != JsonValueKind.Array || nested.GetArrayLength() == 0) return false;
        if (!IsPoint(nested[0])) return nested.EnumerateArray().All(inner => CollectRings(inner, rings));
        if (!nested.EnumerateArray().All(IsPoint)) return false;
        ImmutableArray<GeoPoint> ring =
            [.. nested.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble()))];
        rings.Add(ring);
        return ring.Length >= 4 && ring[0] == ring[^1]
            && ring.All(p => Coordinates.IsInIndonesia(p.Latitude, p.Longitude));
    }

    private static bool IsPoint(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= 2
        && element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number;
}
