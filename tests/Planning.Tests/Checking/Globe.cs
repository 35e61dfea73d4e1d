using TigaPilar.Planning.Geometry;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>Distances of the text: haversine on a sphere of 6,371,008.8 m, written anew.</summary>
internal static class Globe
{
    private const double Radius = 6_371_008.8;

    public static double Metres(GeoPoint a, GeoPoint b)
    {
        var halfLat = Math.Sin(Radians(b.Latitude - a.Latitude) / 2);
        var halfLng = Math.Sin(Radians(b.Longitude - a.Longitude) / 2);
        var h = halfLat * halfLat + Math.Cos(Radians(a.Latitude)) * Math.Cos(Radians(b.Latitude)) * halfLng * halfLng;
        return 2 * Radius * Math.Atan2(Math.Sqrt(h), Math.Sqrt(1 - h));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
