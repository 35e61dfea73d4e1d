using Microsoft.Extensions.Localization;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>How areas are called on pages.</summary>
internal static class AreaNames
{
    /// <summary>The name with its kind: Desa Burno, Kelurahan Tompokersan, Kecamatan Senduro.</summary>
    public static string Full(IStringLocalizer<TerritoryText> texts, AreaName area) =>
        area.Name is null ? texts["Unnamed", area.Code]
        : area.Kind is AreaKind.Province or AreaKind.Kabupaten or AreaKind.Kota ? area.Name
        : $"{texts[$"Kind{area.Kind}"]} {area.Name}";

    /// <summary>The bare name, or the code where there is none.</summary>
    public static string Short(IStringLocalizer<TerritoryText> texts, AreaName area) => area.Name ?? texts["Unnamed", area.Code];
}
