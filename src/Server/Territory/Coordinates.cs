using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>Reads a pair of coordinates of a row: decimal degrees of WGS84, inside Indonesia.</summary>
internal static class Coordinates
{
    /// <summary>Decimals of a degree that positions are rounded to and written with, about a millimetre.</summary>
    public const int Decimals = 8;

    public static readonly TableColumn Lat = new("lat", "latitude", "lintang");
    public static readonly TableColumn Lng = new("lng", "lon", "long", "longitude", "bujur");

    public static GeoPoint Rounded(GeoPoint point) =>
        new(Math.Round(point.Latitude, Decimals), Math.Round(point.Longitude, Decimals));

    /// <summary>The point, or null where both fields are blank and that is allowed, or after a problem.</summary>
    public static GeoPoint? Read(TableRow row, bool required)
    {
        var blankLat = row.Text(Lat).Length == 0;
        var blankLng = row.Text(Lng).Length == 0;
        if (blankLat && blankLng && !required) return null;
        if (blankLat || blankLng)
        {
            row.Refuse(blankLat ? Lat : Lng, required ? "a coordinate" : "both lat and lng, or neither");
            return null;
        }

        var lat = row.Number(Lat, -180, 180, "a latitude in decimal degrees such as -8.3352");
        var lng = row.Number(Lng, -180, 180, "a longitude in decimal degrees such as 112.9506");
        if (lat is not { } y || lng is not { } x) return null;
        if (IsLatitude(y) && IsLongitude(x)) return new GeoPoint((double)y, (double)x);
        row.Table.Report.Add(new OutsideIndonesia(
            row.Table.Name, row.Line, y, x, Swapped: IsLatitude(x) && IsLongitude(y)));
        return null;
    }

    /// <summary>Whether a point lies in the box around Indonesia.</summary>
    public static bool IsInIndonesia(double latitude, double longitude) =>
        IndonesiaBox.Holds(latitude, longitude);

    private static bool IsLatitude(decimal degrees) => degrees is >= -11.5m and <= 6.5m;

    private static bool IsLongitude(decimal degrees) => degrees is >= 94.5m and <= 141.5m;
}
