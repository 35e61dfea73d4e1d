using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Which election a page of stations looks at.</summary>
internal static class ElectionChoice
{
    /// <summary>The one named in the address, else the running one that this area is in, else the first; null without any.</summary>
    public static async Task<ElectionName?> OfAsync(Database database, string? code, string? area, CancellationToken cancel)
    {
        var all = await ElectionQueries.AllAsync(database, cancel);
        if (code is not null) return all.FirstOrDefault(e => e.Code == code);
        return all.FirstOrDefault(e => area is not null && e.Areas.Any(a => Shell.Access.AreaSet.IsWithin(area, a))) ?? (all.Count > 0 ? all[0] : null);
    }
}
