using System.Globalization;
using System.Resources;

namespace TigaPilar.Server.Programmes;

/// <summary>Words of this room for papers, which are Indonesian whoever prints them.</summary>
internal static class RuleWords
{
    private static readonly ResourceManager Texts = new(typeof(ProgrammesText));

    public static string Indonesian(RuleAudience audience) => IndonesianText($"For{audience}");

    public static string IndonesianText(string key) => Texts.GetString(key, CultureInfo.GetCultureInfo("id")) ?? key;
}
