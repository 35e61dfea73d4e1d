namespace TigaPilar.Server.Territory.Contract;

/// <summary>The box around Indonesia: latitude -11.5 to 6.5, longitude 94.5 to 141.5 degrees. What lies outside was mistyped.</summary>
public static class IndonesiaBox
{
    public static bool Holds(double latitude, double longitude) => latitude is >= -11.5 and <= 6.5 && longitude is >= 94.5 and <= 141.5;
}
