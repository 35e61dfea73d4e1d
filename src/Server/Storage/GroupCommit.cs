using System.Threading.Channels;

namespace TigaPilar.Server.Storage;

/// <summary>More came at once than can be written soon: the sender tries again a little later.</summary>
public sealed class TooBusyException() : Exception("More is waiting to be written than can be soon.");

/// <summary>
/// Writes what many requests bring in few commits: whoever adds waits until the commit that holds it is done, and all who came
/// meanwhile share the next one. One sync to the disk serves them all.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
public abstract class GroupCommit<T>(IServiceScopeFactory scopes) : BackgroundService
{
    /// <summary>Written in one commit at most: so many take some ten milliseconds.</summary>
    private const int MostAtOnce = 256;

    /// <summary>Waiting at most: three seconds' worth at the rates of a voting day.</summary>
    private const int MostWaiting = 4096;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>Adds one and waits until it is durable.</summary>
    /// <returns>What <see cref="WriteAsync"/> said of it: false where it was there already.</returns>
    /// <exception cref="TooBusyException">Nothing was taken.</exception>
    public async Task<bool> AddAsync(T item, CancellationToken cancel)
    {
        var waiting = new Waiting(item, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!_queue.Writer.TryWrite(waiting)) throw new TooBusyException();
        return await waiting.Done.Task.WaitAsync(cancel);
    }

    /// <summary>Adds the rows of all items to the context; for each whether it is new. What is there already is left as it is.</summary>
    protected abstract Task<bool[]> WriteAsync(Database database, IReadOnlyList<T> items, CancellationToken cancel);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostAtOnce);
        try
        {
            while (await _queue.Reader.WaitToReadAsync(stoppingToken))
            {
                while (batch.Count < MostAtOnce && _queue.Reader.TryRead(out var next)) batch.Add(next);
                await CommitAsync(batch, stoppingToken);
                batch.Clear();
            }
        }
        finally
        {
            // Not acknowledged, and so not lost: each sender is told to try again.
            _queue.Writer.TryComplete();
            foreach (var left in batch) left.Done.TrySetException(new TooBusyException());
            while (_queue.Reader.TryRead(out var left)) left.Done.TrySetException(new TooBusyException());
        }
    }

    private async Task CommitAsync(List<Waiting> batch, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<Database>();
            await using var transaction = await database.BeginWriteAsync(cancel);
            var added = await WriteAsync(database, [.. batch.Select(w => w.Item)], cancel);
            await database.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            for (var i = 0; i < batch.Count; i++) batch[i].Done.TrySetResult(added[i]);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // One that cannot be written does not take those beside it along.
            if (batch.Count == 1) batch[0].Done.TrySetException(failure);
            else foreach (var one in batch) await CommitAsync([one], cancel);
        }
    }

    private sealed record Waiting(T Item, TaskCompletionSource<bool> Done);
}
