using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Plane geometry of closed rings in degrees; a kabupaten is small enough for that.</summary>
internal static class Rings
{
    /// <summary>Twice the area, in square degrees; positive counterclockwise.</summary>
    public static double TwiceArea(ImmutableArray<GeoPoint> ring)
    {
        double sum = 0;
        for (var i = 1; i < ring.Length; i++) sum += Cross(ring[0], ring[i - 1], ring[i]);
        return sum;
    }

    /// <summary>Centre of mass of a ring that has an area.</summary>
    public static GeoPoint Centre(ImmutableArray<GeoPoint> ring)
    {
        // Seen from the first point: products of whole degrees would lose the digits that matter.
        var from = ring[0];
        double y = 0, x = 0, sum = 0;
        for (var i = 1; i < ring.Length; i++)
        {
            var cross = Cross(from, ring[i - 1], ring[i]);
            sum += cross;
            y += cross * (ring[i - 1].Latitude + ring[i].Latitude - (2 * from.Latitude));
            x += cross * (ring[i - 1].Longitude + ring[i].Longitude - (2 * from.Longitude));
        }

        return new GeoPoint(from.Latitude + (y / (3 * sum)), from.Longitude + (x / (3 * sum)));
    }

    /// <summary>Whether a point lies inside a polygon and outside its holes.</summary>
    public static bool Contains(ImmutableArray<ImmutableArray<GeoPoint>> rings, GeoPoint point) =>
        rings.Sum(ring => Crossings(ring, point.Latitude).Count(x => x > point.Longitude)) % 2 == 1;

    /// <summary>Whether a point lies inside a ring.</summary>
    public static bool Contains(ImmutableArray<GeoPoint> ring, GeoPoint point) =>
        Crossings(ring, point.Latitude).Count(x => x > point.Longitude) % 2 == 1;

    /// <summary>Longitudes at which a ring crosses a latitude.</summary>
    public static IEnumerable<double> Crossings(ImmutableArray<GeoPoint> ring, double latitude)
    {
        for (var i = 1; i < ring.Length; i++)
        {
            var (a, b) = (ring[i - 1], ring[i]);
            if (a.Latitude > latitude == b.Latitude > latitude) continue;
            yield return a.Longitude + ((latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude));
        }
    }

    private static double Cross(GeoPoint from, GeoPoint a, GeoPoint b) =>
        ((a.Longitude - from.Longitude) * (b.Latitude - from.Latitude)) - ((b.Longitude - from.Longitude) * (a.Latitude - from.Latitude));
}
