using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Finds a point inside a polygon, where its name can stand. The centre of a bent village lies outside it.</summary>
internal static class InnerPoint
{
    private const int Heights = 16;

    public static GeoPoint Of(ImmutableArray<ImmutableArray<GeoPoint>> polygon)
    {
        var centre = Rounded(Rings.Centre(polygon[0]));
        if (Rings.Contains(polygon, centre)) return centre;

        // The middle of the widest stretch on one of several level lines. Halves, so that no line runs through the ends.
        var (south, north) = (polygon[0].Min(p => p.Latitude), polygon[0].Max(p => p.Latitude));
        var (best, widest) = (polygon[0][0], 0.0);
        for (var i = 0; i < Heights; i++)
        {
            var latitude = south + ((north - south) * (i + 0.5) / Heights);
            var cuts = polygon.SelectMany(ring => Rings.Crossings(ring, latitude)).Order().ToList();
            for (var j = 1; j < cuts.Count; j += 2)
            {
                if (cuts[j] - cuts[j - 1] <= widest) continue;
                (best, widest) = (new GeoPoint(latitude, (cuts[j] + cuts[j - 1]) / 2), cuts[j] - cuts[j - 1]);
            }
        }

        return Rounded(best);
    }

    private static GeoPoint Rounded(GeoPoint point) => new(
        Math.Round(point.Latitude, BoundaryShape.Decimals), Math.Round(point.Longitude, BoundaryShape.Decimals));
}
