using System.Globalization;
using System.Text.RegularExpressions;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Reads fields that lists of villages and of stations share.</summary>
internal static partial class RowFields
{
    /// <summary>Longest name or address taken.</summary>
    public const int MaxText = 200;

    public static readonly TableColumn Lat = new("lat", "latitude", "lintang", "garis_lintang", "koordinat_lat", "y");
    public static readonly TableColumn Lng = new("lng", "lon", "long", "longitude", "bujur", "garis_bujur", "koordinat_lng", "koordinat_long", "x");

    public static bool IsLatitude(double degrees) => degrees is >= -11.5 and <= 6.5;

    public static bool IsLongitude(double degrees) => degrees is >= 94.5 and <= 141.5;

    /// <summary>The text on one line, null where blank; false after telling that it is too long.</summary>
    public static bool Text(TableReader table, TableColumn column, out string? text)
    {
        text = null;
        var cell = table[column];
        if (cell.IsBlank) return true;
        var given = Spaces().Replace(cell.Text, " ");
        text = given;
        if (given.Length <= MaxText) return true;
        table.Found(column, ImportFindings.TooLong,
            given.Length.ToString(CultureInfo.InvariantCulture), MaxText.ToString(CultureInfo.InvariantCulture));
        return false;
    }

    /// <summary>The position, both null where the file gives none; false after telling what is wrong.</summary>
    public static bool Position(TableReader table, out double? latitude, out double? longitude)
    {
        latitude = longitude = null;
        var (lat, lng) = (table[Lat], table[Lng]);
        if (lat.IsBlank && lng.IsBlank) return true;
        if (lat.IsBlank || lng.IsBlank)
        {
            table.Found(lat.IsBlank ? Lat : Lng, ImportFindings.HalfPosition);
            return false;
        }

        var (y, x) = (lat.Number(), lng.Number());
        if (y is null) table.Found(Lat, ImportFindings.NotLatitude);
        if (x is null) table.Found(Lng, ImportFindings.NotLongitude);
        if (y is null || x is null) return false;
        if (y == 0 && x == 0)
        {
            // The sea off Ghana is where forms put places that they do not know.
            table.Found(Lat, ImportFindings.ZeroPosition);
            return true;
        }

        if (IsLatitude(y.Value) && IsLongitude(x.Value))
        {
            latitude = Math.Round(y.Value, Coordinates.Decimals);
            longitude = Math.Round(x.Value, Coordinates.Decimals);
            return true;
        }

        var swapped = IsLatitude(x.Value) && IsLongitude(y.Value);
        table.Found(IsLatitude(y.Value) ? Lng : Lat, swapped ? ImportFindings.SwappedPosition : ImportFindings.OutsideIndonesia);
        return false;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
