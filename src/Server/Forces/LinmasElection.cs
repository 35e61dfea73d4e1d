using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces;

/// <summary>For which election a list is kept.</summary>
internal static class LinmasElection
{
    /// <summary>That of the code, else the first that is held where the reader looks; null without any.</summary>
    public static async Task<ElectionName?> OfAsync(Database database, string? code, AreaSet areas, CancellationToken cancel)
    {
        var all = await ElectionQueries.AllAsync(database, cancel);
        return string.IsNullOrEmpty(code) ? all.FirstOrDefault(e => e.Areas.Any(areas.Touches)) : all.FirstOrDefault(e => e.Code == code);
    }
}
