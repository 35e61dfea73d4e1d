using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>An event as it is sent: written once, for all who may read it.</summary>
internal sealed record FeedItem(long Position, string Permission, string? AreaCode, byte[] Frame);

/// <summary>
/// The newest events in memory. Every node follows the one log in the database; those who follow the feed here follow this.
/// </summary>
internal sealed partial class FeedTail(IServiceScopeFactory scopes, ILogger<FeedTail> log) : BackgroundService
{
    /// <summary>Events kept in memory; who is further behind reads from the database.</summary>
    private const int Kept = 1 << 14;

    private const int MostAtOnce = 2000;

    /// <summary>How soon an event that another node numbered is seen.</summary>
    private static readonly TimeSpan Resting = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);

    private readonly FeedItem?[] _ring = new FeedItem?[Kept];
    private readonly WritePulse _wake = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _head;

    /// <summary>The newest position that this node knows.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>Done once the head is known, after the start.</summary>
    public Task Ready => _ready.Task;

    /// <summary>There may be something new in the log.</summary>
    public void Wake() => _wake.Beat();

    /// <summary>Ends when there is more than <paramref name="position"/>.</summary>
    public Task NewsAsync(long position)
    {
        var news = Volatile.Read(ref _news).Task;
        return Head > position ? Task.CompletedTask : news;
    }

    /// <summary>The event at a position, if it is still in memory.</summary>
    public FeedItem? At(long position) => Volatile.Read(ref _ring[position & (Kept - 1)]) is { } item && item.Position == position ? item : null;

    /// <summary>Events after a position, from the database, oldest first; at most some thousand.</summary>
    public static async Task<ImmutableArray<FeedItem>> ReadAsync(Database database, long after, CancellationToken cancel)
    {
        var rows = await database.Set<FeedEvent>().AsNoTracking().Where(e => e.Position > after)
            .OrderBy(e => e.Position).Take(MostAtOnce).ToListAsync(cancel);
        return [.. rows.Select(Item)];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is DbException or IOException or TimeoutException or InvalidOperationException { InnerException: DbException })
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
            Volatile.Write(ref _head, await database.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0);
            _ready.SetResult();
        }

        var resting = Resting;
        while (true)
        {
            var items = await ReadAsync(database, Head, cancel);
            if (items.IsEmpty)
            {
                await _wake.WaitAsync(resting, cancel);
                resting = Resting;
                continue;
            }

            foreach (var item in items) Volatile.Write(ref _ring[item.Position & (Kept - 1)], item);
            Volatile.Write(ref _head, items[^1].Position);
            Interlocked.Exchange(ref _news, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            resting = Busy;
        }
    }

    private static FeedItem Item(FeedEvent e)
    {
        var permission = e.Permission.AsSpan();
        var topic = permission[..permission.LastIndexOf('.')].ToString();
        var data = JsonSerializer.Serialize(
            new { at = (e.At.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMillisecond, topic, area = e.AreaCode, subject = e.Subject });
        return new FeedItem(e.Position, e.Permission, e.AreaCode, Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"id: {e.Position}\ndata: {data}\n\n")));
    }

    [LoggerMessage(LogLevel.Warning, "The feed is not read for the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
