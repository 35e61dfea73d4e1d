using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Totals;

/// <summary>Which kecamatan a page of totals is about.</summary>
internal static class TotalsView
{
    /// <summary>The reader's areas, or the one that is asked for; null where it is not the reader's. Within a kecamatan it is the whole of it: nothing smaller is summed up.</summary>
    public static AreaSet? AreasOf(Reader reader, string? area)
    {
        var areas = reader.AreasOf(TotalsPermissions.Read);
        if (string.IsNullOrEmpty(area)) return areas;
        var asked = area.Length > 8 ? AreaCode.KecamatanOf(area) : area;
        return areas.Contains(asked) ? AreaSet.Of(asked) : null;
    }
}
