namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// A second of the feed, as boards are told of it: counted once for all who look on. On a voting day five hundred boards would
/// else look at each of a thousand events by themselves, twenty times a second.
/// </summary>
/// <param name="after">Position after which it begins.</param>
internal sealed class FeedStretch(long after)
{
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Position after which it begins.</summary>
    public long After { get; } = after;

    /// <summary>Its last position, once it is <see cref="Over"/>.</summary>
    public long Through { get; private set; } = after;

    /// <summary>
    /// How many there were of those that everybody may be told of alike: same permission, area and kind. Once it is
    /// <see cref="Over"/>; null where more came than are kept in memory.
    /// </summary>
    public IReadOnlyList<(FeedItem Like, int Count)>? Counts { get; private set; } = [];

    /// <summary>Done when it has ended.</summary>
    public Task Over => _over.Task;

    /// <summary>Ends it.</summary>
    /// <param name="through">Its last position.</param>
    /// <param name="at">The event at a position; null where it is not in memory.</param>
    public void End(long through, Func<long, FeedItem?> at)
    {
        Through = through;
        Counts = Count(at);
        _over.TrySetResult();
    }

    /// <summary>Ends it without looking, for those who wait while the program stops.</summary>
    public void Abandon() => _over.TrySetResult();

    private List<(FeedItem Like, int Count)>? Count(Func<long, FeedItem?> at)
    {
        var counts = new Dictionary<(string Permission, string? Area, string Kind), (FeedItem Like, int Count)>();
        for (var position = After + 1; position <= Through; position++)
        {
            if (at(position) is not { } item) return null;
            var key = (item.Permission, item.AreaCode, item.Kind);
            counts[key] = (item, counts.GetValueOrDefault(key).Count + 1);
        }

        return [.. counts.Values];
    }
}
