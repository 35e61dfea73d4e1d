using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Risk;

/// <summary>Which election a page is about.</summary>
internal static class RiskElection
{
    /// <summary>That of the code, else the first; null without any.</summary>
    public static async Task<ElectionName?> OfAsync(Database database, string? code, CancellationToken cancel) =>
        Of(await ElectionQueries.AllAsync(database, cancel), code);

    /// <summary>The same, of those that a page has read.</summary>
    public static ElectionName? Of(IEnumerable<ElectionName> all, string? code) => all.FirstOrDefault(e => string.IsNullOrEmpty(code) || e.Code == code);
}
