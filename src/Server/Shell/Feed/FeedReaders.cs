using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>Asks anew who a principal is, outside of any request; <see cref="Reader.Nobody"/> where the session has ended.</summary>
public delegate Task<Reader> RecheckReader(ClaimsPrincipal principal, CancellationToken cancel);

/// <summary>One who follows the feed, and what may be told.</summary>
internal sealed class FeedReader(ClaimsPrincipal principal, Reader reader)
{
    private FrozenDictionary<string, AreaSet>? _scope = ScopeOf(reader);

    public ClaimsPrincipal Principal { get; } = principal;

    public Guid Account { get; } = reader.AccountId!.Value;

    /// <summary>False once the session or every office has ended.</summary>
    public bool IsOpen => Volatile.Read(ref _scope) is not null;

    public bool MayBeTold(FeedItem item) => Volatile.Read(ref _scope) is { } scope
        && scope.TryGetValue(item.Permission, out var areas) && (item.AreaCode is not { } area || areas.Contains(area));

    /// <summary>What the reader may be told from now on.</summary>
    public void Become(Reader reader) => Volatile.Write(ref _scope, ScopeOf(reader));

    // Every right to read of today's offices, and where.
    private static FrozenDictionary<string, AreaSet>? ScopeOf(Reader reader) => reader.AccountId is null || !reader.May(ShellPermissions.Home)
        ? null
        : AccessMatrix.Default.Rows.Select(r => $"{r.Subject}.read").Where(reader.May).ToFrozenDictionary(p => p, reader.AreasOf, StringComparer.Ordinal);
}

/// <summary>All who follow the feed on this node. Asks every few seconds whether they still may: a revoked office closes its stream.</summary>
internal sealed partial class FeedReaders(IServiceScopeFactory scopes, ILogger<FeedReaders> log) : BackgroundService
{
    /// <summary>Streams that one account may have open: browsers, not tabs, which share theirs.</summary>
    public const int MostOfOneAccount = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<FeedReader, byte> _readers = new();

    public bool TryAdd(FeedReader reader)
    {
        // One at a time: those who come side by side would all find room for one.
        lock (_readers) return _readers.Count(r => r.Key.Account == reader.Account) < MostOfOneAccount && _readers.TryAdd(reader, 0);
    }

    public void Remove(FeedReader reader) => _readers.TryRemove(reader, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RecheckAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                // Nobody is told anything that could not be asked for: the next turn decides.
                LogLost(log, failure.Message);
            }
        }
    }

    private async Task RecheckAsync(CancellationToken cancel)
    {
        // Those of one session ask once.
        foreach (var session in _readers.Keys.GroupBy(SessionOf, StringComparer.Ordinal).ToList())
        {
            await using var scope = scopes.CreateAsyncScope();
            var reader = await scope.ServiceProvider.GetRequiredService<RecheckReader>()(session.First().Principal, cancel);
            foreach (var one in session) one.Become(reader);
        }
    }

    private static string SessionOf(FeedReader reader) =>
        string.Join('\n', reader.Principal.Claims.Select(c => $"{c.Type}={c.Value}"));

    [LoggerMessage(LogLevel.Warning, "Who may follow the feed could not be asked: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
