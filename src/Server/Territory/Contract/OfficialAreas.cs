using System.Collections.Immutable;
using TigaPilar.Server.Territory.Official;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>The official list of Indonesia's areas (Kemendagri codes) that comes with the program.</summary>
public static class OfficialAreas
{
    /// <summary>An area by its code; null where the list does not have it.</summary>
    public static AreaName? Find(string code) => OfficialAreaList.Default.Find(code);

    /// <summary>All areas one level below, by code; the provinces for the empty code.</summary>
    public static ImmutableArray<AreaName> Children(string code) => OfficialAreaList.Default.Children(code);

    /// <summary>All 514 kabupaten and kota, by code.</summary>
    public static ImmutableArray<AreaName> Kabupaten() => [.. Children("").SelectMany(p => Children(p.Code))];
}
