using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Import;

/// <summary>
/// Reads the geometry of a feature. Published files mix polygons and multipolygons, and some name one while nesting as
/// deep as the other, so rings are found by their depth and not by the name. In Indonesia no latitude is a longitude:
/// points that stand as [lat, lng] are seen as such.
/// </summary>
internal sealed class ShapeReader
{
    private readonly List<List<List<GeoPoint>>> _polygons = [];
    private bool _swappedFits = true;

    private ShapeReader()
    {
    }

    /// <summary>The shape; null where no area can be drawn or it lies elsewhere.</summary>
    public BoundaryShape? Shape { get; private set; }

    /// <summary>The first point outside Indonesia, as the file gives it.</summary>
    public string? Outside { get; private set; }

    /// <summary>Whether the points stood as [lat, lng].</summary>
    public bool Swapped { get; private set; }

    /// <summary>Rings that lacked their last point.</summary>
    public int Closed { get; private set; }

    /// <summary>Rings without an area, left out.</summary>
    public int Dropped { get; private set; }

    public static ShapeReader Read(JsonElement geometry)
    {
        var reader = new ShapeReader();
        if (reader.CollectGeometry(geometry)) reader.Build();
        return reader;
    }

    private bool CollectGeometry(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object) return false;
        if (geometry.TryGetProperty("geometries", out var parts) && parts.ValueKind == JsonValueKind.Array)
            return parts.EnumerateArray().All(CollectGeometry);
        return geometry.TryGetProperty("coordinates", out var nested) && nested.ValueKind == JsonValueKind.Array
            && !IsRing(nested) && CollectPolygons(nested);
    }

    private bool CollectPolygons(JsonElement nested)
    {
        var rings = new List<List<GeoPoint>>();
        foreach (var inner in nested.EnumerateArray())
        {
            if (inner.ValueKind != JsonValueKind.Array) return false;
            if (!IsRing(inner))
            {
                if (!CollectPolygons(inner)) return false;
                continue;
            }

            if (!inner.EnumerateArray().All(IsPoint)) return false;
            rings.Add([.. inner.EnumerateArray().Select(p => new GeoPoint(p[1].GetDouble(), p[0].GetDouble()))]);
        }

        Share(rings);
        return true;
    }

    // Rings side by side are one polygon with holes, or polygons that lack a level: a hole begins inside an outer ring.
    private void Share(List<List<GeoPoint>> rings)
    {
        var own = new List<(ImmutableArray<GeoPoint> Outer, (GeoPoint SouthWest, GeoPoint NorthEast) Box, List<List<GeoPoint>> Polygon)>();
        foreach (var ring in rings)
        {
            // The boxes first: islands by the thousand would else be held against each other point by point.
            var box = BoxOf(ring);
            var around = own.Find(o => Holds(o.Box, box) && ring.Exists(p => Rings.Contains(o.Outer, p))).Polygon;
            if (around is not null)
            {
                around.Add(ring);
                continue;
            }

            own.Add(([.. ring, .. ring.Take(1)], box, [ring]));
            _polygons.Add(own[^1].Polygon);
        }
    }

    private static (GeoPoint SouthWest, GeoPoint NorthEast) BoxOf(List<GeoPoint> ring) => ring.Count == 0 ? default : (
        new GeoPoint(ring.Min(p => p.Latitude), ring.Min(p => p.Longitude)), new GeoPoint(ring.Max(p => p.Latitude), ring.Max(p => p.Longitude)));

    private static bool Holds((GeoPoint SouthWest, GeoPoint NorthEast) outer, (GeoPoint SouthWest, GeoPoint NorthEast) inner) =>
        outer.SouthWest.Latitude <= inner.SouthWest.Latitude && outer.SouthWest.Longitude <= inner.SouthWest.Longitude
        && outer.NorthEast.Latitude >= inner.NorthEast.Latitude && outer.NorthEast.Longitude >= inner.NorthEast.Longitude;

    private void Build()
    {
        foreach (var point in _polygons.SelectMany(p => p).SelectMany(r => r))
        {
            if (!(RowFields.IsLatitude(point.Latitude) && RowFields.IsLongitude(point.Longitude)))
                Outside ??= string.Create(CultureInfo.InvariantCulture, $"[{point.Longitude}, {point.Latitude}]");
            _swappedFits &= RowFields.IsLatitude(point.Longitude) && RowFields.IsLongitude(point.Latitude);
        }

        Swapped = Outside is not null && _swappedFits;
        if (Swapped) Outside = null;
        if (Outside is not null) return;

        var polygons = ImmutableArray.CreateBuilder<ImmutableArray<ImmutableArray<GeoPoint>>>();
        foreach (var polygon in _polygons)
        {
            var rings = ImmutableArray.CreateBuilder<ImmutableArray<GeoPoint>>();
            for (var i = 0; i < polygon.Count; i++)
            {
                var ring = Canonical(polygon[i]);
                if (ring.Length >= 4 && Rings.TwiceArea(ring) != 0)
                    rings.Add(ring);
                else
                {
                    // Holes in nothing go with it.
                    Dropped += i == 0 ? polygon.Count : 1;
                    if (i == 0) break;
                }
            }

            if (rings.Count > 0) polygons.Add(rings.ToImmutable());
        }

        if (polygons.Count > 0) Shape = new BoundaryShape(polygons.ToImmutable());
    }

    private ImmutableArray<GeoPoint> Canonical(List<GeoPoint> given)
    {
        var ring = ImmutableArray.CreateBuilder<GeoPoint>(given.Count + 1);
        foreach (var point in given)
        {
            var (y, x) = Swapped ? (point.Longitude, point.Latitude) : (point.Latitude, point.Longitude);
            var rounded = new GeoPoint(Math.Round(y, BoundaryShape.Decimals), Math.Round(x, BoundaryShape.Decimals));
            if (ring.Count == 0 || ring[^1] != rounded) ring.Add(rounded);
        }

        if (ring.Count > 0 && ring[0] != ring[^1])
        {
            ring.Add(ring[0]);
            Closed++;
        }

        return ring.ToImmutable();
    }

    private static bool IsRing(JsonElement element) => element.GetArrayLength() > 0 && IsPoint(element[0]);

    private static bool IsPoint(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= 2
        && element[0].ValueKind == JsonValueKind.Number && element[1].ValueKind == JsonValueKind.Number;
}
