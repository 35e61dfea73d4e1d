using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>An event as it is sent: written once, for all who may read it.</summary>
/// <param name="Position">Its place.</param>
/// <param name="Permission">Who may be told: those with this permission …</param>
/// <param name="AreaCode">… over this area; null for all who have it anywhere.</param>
/// <param name="Frame">As it is sent.</param>
/// <param name="Kind">As what it is counted: its topic and its kecamatan, as they stand in a count.</param>
internal sealed record FeedItem(long Position, string Permission, string? AreaCode, byte[] Frame, string Kind);

/// <summary>
/// The newest events in memory. Every node follows the one log in the database; those who follow the feed here follow this.
/// </summary>
internal sealed partial class FeedTail(IServiceScopeFactory scopes, ILogger<FeedTail> log) : BackgroundService
{
    /// <summary>Events kept in memory; who is further behind reads from the database.</summary>
    private const int Kept = 1 << 14;

    private const int MostAtOnce = 2000;

    /// <summary>How soon an event that another node numbered is seen after a quiet time.</summary>
    private static readonly TimeSpan Resting = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);

    /// <summary>What comes within this time is sent at once.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    /// <summary>A beat comes at least so often, that streams see whether they are still allowed.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly FeedItem?[] _ring = new FeedItem?[Kept];
    private readonly Lock _keeping = new();
    private readonly WritePulse _wake = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _beat = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedStretch _stretch = new(0);
    private long _head;

    /// <summary>The newest position that this node knows.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>Done once the head is known, after the start.</summary>
    public Task Ready => _ready.Task;

    /// <summary>This node has just numbered these, after <paramref name="last"/>: they need not be read.</summary>
    public void Give(long last, IReadOnlyList<PendingEvent> events)
    {
        // Behind, or not begun: then they are read in their turn.
        if (_ready.Task.IsCompleted && Head == last && events.Count > 0)
            Keep([.. events.Select((e, i) => Item(last + 1 + i, e.At, e.Permission, e.AreaCode, e.Subject))]);
        _wake.Beat();
    }

    /// <summary>
    /// The next beat: when there is something new, at most once in the window of 50 ms, and else each second. One for all
    /// streams, so that five hundred need not keep a timer each. Take it before looking at <see cref="Head"/>.
    /// </summary>
    public Task Beat => Volatile.Read(ref _beat).Task;

    /// <summary>
    /// The stretch that is going on. It ends when something has come, but no sooner than a second after the last one that held
    /// something; and else each second. Take it before looking at <see cref="Head"/>.
    /// </summary>
    public FeedStretch Stretch => Volatile.Read(ref _stretch);

    /// <summary>The event at a position, if it is still in memory.</summary>
    public FeedItem? At(long position) => Volatile.Read(ref _ring[position & (Kept - 1)]) is { } item && item.Position == position ? item : null;

    /// <summary>Events after a position, from the database, oldest first; at most some thousand.</summary>
    public static async Task<ImmutableArray<FeedItem>> ReadAsync(Database database, long after, CancellationToken cancel)
    {
        var rows = await database.Set<FeedEvent>().AsNoTracking().Where(e => e.Position > after)
            .OrderBy(e => e.Position).Take(MostAtOnce).ToListAsync(cancel);
        return [.. rows.Select(e => Item(e.Position, e.At, e.Permission, e.AreaCode, e.Subject))];
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Whoever waits for the next beat sees that the program stops.
        Volatile.Read(ref _beat).TrySetResult();
        Stretch.Abandon();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogLost(log, failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task FollowAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await database.Database.OpenConnectionAsync(cancel);
        if (!_ready.Task.IsCompleted)
        {
            // After a restart all come back at once, and each asks for the last few.
            var newest = await database.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0;
            Volatile.Write(ref _head, Math.Max(0, newest - Kept));
            while (Head < newest && await ReadAsync(database, Head, cancel) is { IsEmpty: false } items) Keep(items);
            Volatile.Write(ref _stretch, new(Head));
            _ready.SetResult();
        }

        var (resting, beaten, told, known) = (Resting, Environment.TickCount64, Head, Head);
        var (ended, counted) = (Environment.TickCount64, 0L);
        while (true)
        {
            // Where the numbers were given here since, the log has nothing else.
            var given = Head > known;
            ImmutableArray<FeedItem> items = given ? [] : await ReadAsync(database, Head, cancel);
            if (!items.IsEmpty) Keep(items);
            known = Head;
            var since = TimeSpan.FromMilliseconds(Environment.TickCount64 - beaten);
            if (since >= (Head > told ? Window : LongestPause))
            {
                Interlocked.Exchange(ref _beat, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                (beaten, told, since) = (Environment.TickCount64, Head, TimeSpan.Zero);
            }

            // Boards are told at once after a quiet time, and then each second.
            var now = Environment.TickCount64;
            var some = known > Stretch.After;
            if (now - (some ? counted : ended) >= LongestPause.TotalMilliseconds)
            {
                (ended, counted) = (now, some ? now : counted);
                Interlocked.Exchange(ref _stretch, new(known)).End(known, At);
            }

            if (items.Length == MostAtOnce) continue;
            // Not beyond the end of a window in which something waits to be sent.
            var longest = Head > told ? Window - since : resting;
            await _wake.WaitAsync(longest, cancel);
            // Longer and longer while nothing comes: what another node numbers in a busy minute is seen within one batch of it.
            resting = items.IsEmpty && !given ? TimeSpan.FromTicks(Math.Min(2 * resting.Ticks, Resting.Ticks)) : Busy;
        }
    }

    private void Keep(ImmutableArray<FeedItem> items)
    {
        // What was given while it was read is there already.
        lock (_keeping)
        {
            foreach (var item in items) Volatile.Write(ref _ring[item.Position & (Kept - 1)], item);
            Volatile.Write(ref _head, Math.Max(_head, items[^1].Position));
        }
    }

    private static FeedItem Item(long position, DateTimeOffset at, string permission, string? area, string subject)
    {
        var topic = permission[..permission.LastIndexOf('.')];
        var data = JsonSerializer.Serialize(
            new { at = (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMillisecond, topic, area, subject });
        return new FeedItem(position, permission, area, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"id: {position}\ndata: {data}\n\n")), FeedCounts.KindOf(topic, area));
    }

    [LoggerMessage(LogLevel.Warning, "The feed is not read for the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
