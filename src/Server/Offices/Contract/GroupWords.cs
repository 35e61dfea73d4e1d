using System.Globalization;
using System.Resources;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>What groups of offices are called, in the reader's language: several rooms offer the same.</summary>
public static class GroupWords
{
    private static readonly ResourceManager Texts = new(typeof(OfficesText));

    public static string Of(OfficeGroup group) => Texts.GetString($"Group{group}", CultureInfo.CurrentUICulture) ?? group.ToString();
}
