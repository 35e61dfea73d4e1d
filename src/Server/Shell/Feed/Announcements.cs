using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>Tells all whom it concerns that something changed.</summary>
public static class Announcements
{
    /// <summary>Adds the event to what the caller is about to save: it is told when that is committed, and not before.</summary>
    /// <param name="database">The caller's, in its transaction.</param>
    /// <param name="permission">Who may be told: those with this permission, <c>stations.read</c> …</param>
    /// <param name="subject">… about what: an id or a code.</param>
    /// <param name="area">… over this area; null for all who have the permission anywhere.</param>
    /// <param name="at">When.</param>
    public static void Announce(this Database database, string permission, string subject, string? area, DateTimeOffset at) =>
        database.Add(new PendingEvent { At = at, Permission = permission, AreaCode = area, Subject = subject });

    /// <summary>Writes many events at once, in the transaction that is open.</summary>
    internal static void Announce(this Database database, IReadOnlyList<PendingEvent> events) => ManyRows.Add(
        database,
        new Rows(
            nameof(PendingEvent),
            new(nameof(PendingEvent.At), events.Select(e => e.At.UtcTicks).ToArray()),
            new(nameof(PendingEvent.Permission), events.Select(e => e.Permission).ToArray()),
            new(nameof(PendingEvent.AreaCode), events.Select(e => e.AreaCode).ToArray()),
            new(nameof(PendingEvent.Subject), events.Select(e => e.Subject).ToArray())));
}
