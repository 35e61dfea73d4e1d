using System.Globalization;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>
/// From how many vulnerable stations on a kecamatan's figures are public. With fewer, whoever knows the place could tell which
/// they are, so only the number of its stations is told. Three is the least that offices of statistics commonly use; an
/// installation may want more, and none has fewer than two.
/// </summary>
public static class SmallNumberRule
{
    /// <summary>Name of the variable that sets it.</summary>
    public const string Variable = "TIGAPILAR_FEWEST_PUBLIC";

    private const int Usual = 3;
    private const int Least = 2;
    private const int Most = 100;

    /// <summary>Read once: a page and the file beside it follow the same rule.</summary>
    public static int Fewest { get; } = Of(Setting) ?? Usual;

    /// <summary>What is wrong with the setting, in one sentence; null where all is well.</summary>
    public static string? Problem => Of(Setting) is null
        ? string.Create(CultureInfo.InvariantCulture, $"{Variable} \"{Setting}\" is no such number; expected {Least} to {Most}, so that no figure names a station (if not set, {Usual}).") : null;

    /// <summary>The number that a setting names; the usual one where it is blank, null where it names none.</summary>
    internal static int? Of(string? setting) =>
        string.IsNullOrWhiteSpace(setting) ? Usual
        : int.TryParse(setting.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? number : null;

    private static string? Setting => Environment.GetEnvironmentVariable(Variable);
}
