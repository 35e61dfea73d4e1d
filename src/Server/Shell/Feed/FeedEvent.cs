namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// Something that happened, told in the transaction in which it did. It has no place in the order yet: an id taken
/// before the commit says nothing about when others get to see the row.
/// </summary>
public sealed class PendingEvent
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The permission that one needs to be told: <c>stations.read</c>.</summary>
    public required string Permission { get; init; }

    /// <summary>The area within which one needs it; null for all who have it anywhere.</summary>
    public string? AreaCode { get; init; }

    /// <summary>What it is about: an id or a code, never a personal value.</summary>
    public required string Subject { get; init; }
}

/// <summary>A committed event at its place in the one order that all readers follow.</summary>
public sealed class FeedEvent
{
    /// <summary>
    /// How far a restored installation leaps ahead: what was numbered after its backup was made is never numbered again,
    /// so that a page which saw it is told to read itself anew.
    /// </summary>
    public const long Leap = 1_000_000_000;

    /// <summary>1, 2, 3 … without gaps, but for the <see cref="Leap"/> that a restore makes.</summary>
    public required long Position { get; init; }

    /// <inheritdoc cref="PendingEvent.At"/>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="PendingEvent.Permission"/>
    public required string Permission { get; init; }

    /// <inheritdoc cref="PendingEvent.AreaCode"/>
    public string? AreaCode { get; init; }

    /// <inheritdoc cref="PendingEvent.Subject"/>
    public required string Subject { get; init; }
}
