using System.Globalization;

namespace TigaPilar.Server.Shell;

/// <summary>Numbers as Indonesian readers write them: 5.858 and 1,5. Independent of what cultures the machine has.</summary>
public static class Indonesian
{
    public static IFormatProvider Numbers { get; } = new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
    };

    /// <summary>A whole number with dots between thousands.</summary>
    public static string Whole(long number) => number.ToString("#,##0", Numbers);
}
