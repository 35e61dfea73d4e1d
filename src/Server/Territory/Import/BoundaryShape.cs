using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Import;

/// <summary>
/// The outline of an area: polygons, each an outer ring and its holes; rings are closed, their points rounded to
/// 6 decimals of a degree (a tenth of a metre) and never twice in a row. The same file always gives the same shape.
/// </summary>
public sealed class BoundaryShape
{
    public const int Decimals = 6;

    internal BoundaryShape(ImmutableArray<ImmutableArray<ImmutableArray<GeoPoint>>> polygons)
    {
        Polygons = polygons;
        var outer = polygons.SelectMany(p => p[0]).ToList();
        SouthWest = new GeoPoint(outer.Min(p => p.Latitude), outer.Min(p => p.Longitude));
        NorthEast = new GeoPoint(outer.Max(p => p.Latitude), outer.Max(p => p.Longitude));
        LabelPoint = InnerPoint.Of(polygons.MaxBy(p => Math.Abs(Rings.TwiceArea(p[0]))));
    }

    public ImmutableArray<ImmutableArray<ImmutableArray<GeoPoint>>> Polygons { get; }

    public GeoPoint SouthWest { get; }

    public GeoPoint NorthEast { get; }

    /// <summary>A point inside the largest polygon: its centre of mass where that is inside.</summary>
    public GeoPoint LabelPoint { get; }

    /// <summary>Whether a point lies inside.</summary>
    public bool Contains(GeoPoint point) => Polygons.Any(p => Rings.Contains(p, point));

    /// <summary>GeoJSON <c>coordinates</c> of a MultiPolygon, without spaces: what is stored, compared and sent to the map.</summary>
    public string ToCoordinates()
    {
        var json = new StringBuilder();
        Write(json, Polygons, (polygons, polygon) => Write(polygons, polygon, (rings, ring) => Write(rings, ring, (points, point) =>
            points.Append(CultureInfo.InvariantCulture, $"[{point.Longitude:0.######},{point.Latitude:0.######}]"))));
        return json.ToString();
    }

    private static void Write<T>(StringBuilder json, ImmutableArray<T> items, Action<StringBuilder, T> write)
    {
        json.Append('[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0) json.Append(',');
            write(json, items[i]);
        }

        json.Append(']');
    }
}
