using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage;

/// <summary>More came at once than can be written soon: the sender tries again a little later.</summary>
/// <param name="ofOneSource">It is the sender's own that waits; others are still taken in.</param>
public sealed class TooBusyException(bool ofOneSource = false) : Exception("More is waiting to be written than can be soon.")
{
    public bool OfOneSource { get; } = ofOneSource;
}

/// <summary>
/// Writes what many requests bring in few commits: whoever adds waits until the commit that holds it is done, and all who came
/// meanwhile share the next one. One sync to the disk serves them all. Sources are served in turn.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
public abstract partial class GroupCommit<T>(IServiceScopeFactory scopes, ILogger log) : BackgroundService
{
    /// <summary>Waiting at most of one source.</summary>
    public const int MostOfOne = 128;

    /// <summary>Of one source in a second, and so many times as much at once: a posko sends one, a phone that was without connection fifty.</summary>
    private const int MostInASecond = 200, AtOnce = 2;

    /// <summary>Written in one commit at most: so many take some ten milliseconds.</summary>
    private const int MostAtOnce = 256;

    /// <summary>Of one source in one commit.</summary>
    private const int MostOfOneAtOnce = 16;

    /// <summary>So many that wait are written at once, however short ago the last commit was.</summary>
    private const int Enough = 32;

    /// <summary>Waiting at most: three seconds' worth at the rates of a voting day.</summary>
    private const int MostWaiting = 4096;

    /// <summary>
    /// From one commit to the next at least, while few wait: each costs the engine the same, and in a busy minute a commit for
    /// every two or three would take the processor from those who wait for it. Whoever comes after a quiet time waits for nothing.
    /// </summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(6);

    private readonly PartitionedRateLimiter<string> _pace = PartitionedRateLimiter.Create<string, string>(source => RateLimitPartition.GetTokenBucketLimiter(
        source, _ => new() { TokenLimit = AtOnce * MostInASecond, TokensPerPeriod = MostInASecond / 10, ReplenishmentPeriod = TimeSpan.FromMilliseconds(100), QueueLimit = 0 }));

    private readonly FairQueue<Waiting> _queue = new(MostWaiting, MostOfOne);
    private AsyncServiceScope? _scope;
    private Database? _database;

    /// <summary>Adds one and waits until it is durable. Each source, whatever one calls it by, has a queue of its own.</summary>
    /// <returns>What <see cref="WriteAsync"/> said of it: false where it was there already.</returns>
    /// <exception cref="TooBusyException">Nothing was taken.</exception>
    public async Task<bool> AddAsync(string source, T item, CancellationToken cancel) => (await AddAsync(source, [item], cancel))[0];

    /// <summary>As <see cref="AddAsync(string, T, CancellationToken)"/>, for several of one source: all are taken or none.</summary>
    public async Task<bool[]> AddAsync(string source, IReadOnlyList<T> items, CancellationToken cancel)
    {
        using var lease = _pace.AttemptAcquire(source, items.Count);
        if (!lease.IsAcquired) throw new TooBusyException(ofOneSource: true);
        Waiting[] waiting = [.. items.Select(i => new Waiting(i, new(TaskCreationOptions.RunContinuationsAsynchronously)))];
        if (_queue.TryAdd(source, waiting) is not Admission.Taken and var refused) throw new TooBusyException(refused == Admission.SourceFull);
        return await Task.WhenAll(waiting.Select(w => w.Done.Task)).WaitAsync(cancel);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _pace.Dispose();
        _queue.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Writes all items in the transaction that is open; for each whether it is new. What is there already is left as it is.</summary>
    protected abstract Task<bool[]> WriteAsync(Database database, IReadOnlyList<T> items, CancellationToken cancel);

    /// <summary>
    /// On a thread of its own: it waits for the engine alone, and not again and again for its turn among the very requests
    /// that wait for it.
    /// </summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Factory.StartNew(() => Write(stoppingToken), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Write(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostAtOnce);
        var begun = 0L;
        try
        {
            while (_queue.Wait(stoppingToken))
            {
                if (_queue.Count < Enough && Apart - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } early) stoppingToken.WaitHandle.WaitOne(early);
                begun = Stopwatch.GetTimestamp();
                _queue.Take(batch, MostAtOnce, MostOfOneAtOnce);
                if (batch.Count > 0) CommitAsync(batch, stoppingToken).GetAwaiter().GetResult();
                batch.Clear();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
        finally
        {
            // Not acknowledged, and so not lost: each sender is told to try again.
            foreach (var left in batch.Concat(_queue.Close())) left.Done.TrySetException(new TooBusyException());
            CloseAsync().GetAwaiter().GetResult();
        }
    }

    /// <summary>Writes and commits; for each whether it is new.</summary>
    protected virtual async Task<bool[]> CommitAsync(IReadOnlyList<T> items, CancellationToken cancel)
    {
        // Without await until the writer's own, so that what it writes is written on this thread.
        var database = Open();
        await using var transaction = database.BeginWrite();
        var added = await WriteAsync(database, items, cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    private async Task CommitAsync(List<Waiting> batch, CancellationToken cancel)
    {
        try
        {
            var added = await CommitAsync((IReadOnlyList<T>)[.. batch.Select(w => w.Item)], cancel);
            for (var i = 0; i < batch.Count; i++) batch[i].Done.TrySetResult(added[i]);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFailed(log, batch.Count, failure);
            await CloseAsync();
            // One that cannot be written does not take those beside it along.
            if (batch.Count == 1) batch[0].Done.TrySetException(failure);
            else foreach (var one in batch) await CommitAsync([one], cancel);
        }
    }

    // One connection for all commits, as long as it holds: its statements stay prepared.
    private Database Open()
    {
        if (_database is not null) return _database;
        var scope = scopes.CreateAsyncScope();
        _scope = scope;
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        database.Database.OpenConnection();
        return _database = database;
    }

    private async Task CloseAsync()
    {
        _database = null;
        if (_scope is { } scope) await scope.DisposeAsync();
        _scope = null;
    }

    [LoggerMessage(LogLevel.Warning, "A commit of {Count} failed; each is tried by itself.")]
    private static partial void LogFailed(ILogger logger, int count, Exception failure);

    private sealed record Waiting(T Item, TaskCompletionSource<bool> Done);
}
