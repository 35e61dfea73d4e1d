using System.Globalization;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>The box around Indonesia: latitude -11.5 to 6.5, longitude 94.5 to 141.5 degrees. What lies outside was mistyped.</summary>
public static class IndonesiaBox
{
    public static bool Holds(double latitude, double longitude) => latitude is >= -11.5 and <= 6.5 && longitude is >= 94.5 and <= 141.5;

    /// <summary>Two numbers with a dot, as maps show them: latitude first. Nothing written is no place, and no mistake.</summary>
    public static bool TryParse(string? text, out (double Latitude, double Longitude)? place)
    {
        place = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var parts = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) || !Holds(latitude, longitude)) return false;
        place = (Math.Round(latitude, 6), Math.Round(longitude, 6));
        return true;
    }
}
