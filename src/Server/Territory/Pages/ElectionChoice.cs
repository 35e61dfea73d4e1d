using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Territory.Pages;

/// <summary>Which election a page of stations looks at.</summary>
internal static class ElectionChoice
{
    /// <summary>
    /// The one named in the address, else the first that is held in this area, else the first in any of the reader's,
    /// else the first; null without any.
    /// </summary>
    public static async Task<ElectionName?> OfAsync(Database database, string? code, string? area, AreaSet readable, CancellationToken cancel)
    {
        var all = await ElectionQueries.AllAsync(database, cancel);
        if (code is not null) return all.FirstOrDefault(e => e.Code == code);
        return all.FirstOrDefault(e => !string.IsNullOrEmpty(area) && e.Areas.Any(a => AreaSet.IsWithin(area, a)))
            ?? all.FirstOrDefault(e => e.Areas.Any(readable.Touches))
            ?? (all.Count > 0 ? all[0] : null);
    }
}
