using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Incidents;

/// <summary>Holds incidents within a transaction, so that nobody else changes them before it ends.</summary>
internal static class IncidentHold
{
    /// <summary>
    /// Whoever else moves, merges or takes back one of them waits, and finds it as this transaction leaves it. To be called before
    /// they are read. It writes what stands there already: a lock that both engines know.
    /// </summary>
    /// <param name="incidents">Which to hold; more than one in an order that is the same for all, or two may wait for each other.</param>
    /// <param name="cancel">Ends the waiting.</param>
    /// <returns>How many there are.</returns>
    public static Task<int> HoldAsync(this IQueryable<Incident> incidents, CancellationToken cancel) =>
        incidents.ExecuteUpdateAsync(s => s.SetProperty(i => i.Title, i => i.Title), cancel);
}
