using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// Gives places and seals on the node that has the seat, by the seat's own connection, one turn after another. What waits is
/// numbered by the <see cref="Sequencer"/>; who writes many rows at once (<see cref="TryWriteAsync"/>) has them numbered and
/// sealed in the very commit that keeps them: no row that waits, no second sync.
/// </summary>
internal sealed class Numbering(FeedTail tail) : IDisposable
{
    private const int MostAtOnce = 2000;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Database? _seat;
    private AuditSealer _sealer = new();
    private long _last;

    /// <summary>This node has the seat from now on, until <see cref="LeaveAsync"/> or a failure.</summary>
    public async Task BeginAsync(Database seat, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            _last = await seat.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0;
            _sealer = await AuditSealer.AtEndAsync(seat, cancel);
            _seat = seat;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task LeaveAsync()
    {
        await _turn.WaitAsync(CancellationToken.None);
        _seat = null;
        _turn.Release();
    }

    /// <summary>Numbers and seals what waits: how many there were, or null where the seat is no longer ours.</summary>
    public async Task<int?> NumberWaitingAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_seat is not { } seat) return null;
            if (await WaitingAsync(seat, cancel) is not { Count: > 0 } waiting) return 0;
            await CommitAsync(seat, waiting, null, cancel);
            return waiting.Count;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Writes in a transaction of the seat, and numbers and seals what the writer says of it, after all that was committed
    /// before. False where another node has the seat: nothing was written, and it is to be written as everywhere else.
    /// </summary>
    public async Task<bool> TryWriteAsync(Func<Database, Task<(IReadOnlyList<PendingEvent> Events, IReadOnlyList<AuditEntry> Entries)>> write, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_seat is not { } seat) return false;
            await CommitAsync(seat, null, write, cancel);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static async Task<Waiting> WaitingAsync(Database seat, CancellationToken cancel) =>
        // One question where nothing waits, as mostly.
        !await seat.Set<PendingEvent>().Select(e => e.Id).Concat(seat.Set<AuditPending>().Select(p => p.EntryId)).AnyAsync(cancel) ? new([], [])
        : new(
        await seat.Set<PendingEvent>().AsNoTracking().OrderBy(e => e.Id).Take(MostAtOnce).ToListAsync(cancel), await AuditSealer.PendingAsync(seat, cancel));

    private async Task CommitAsync(Database seat, Waiting? waiting, Func<Database, Task<(IReadOnlyList<PendingEvent> Events, IReadOnlyList<AuditEntry> Entries)>>? write, CancellationToken cancel)
    {
        try
        {
            (long Position, string Hash) end;
            List<PendingEvent> events;
            await using (var transaction = await seat.BeginWriteAsync(cancel))
            {
                IReadOnlyList<PendingEvent> told = [];
                IReadOnlyList<AuditEntry> entries = [];
                if (write is not null) (told, entries) = await write(seat);
                // What was committed before comes before it.
                waiting ??= await WaitingAsync(seat, cancel);
                events = [.. waiting.Events, .. told];
                await PlaceAsync(seat, events, cancel);
                // By their ids, not up to the last of them: one with a lower id may have been committed since.
                var numbered = waiting.Events.ConvertAll(e => e.Id);
                if (numbered.Count > 0) await seat.Set<PendingEvent>().Where(e => numbered.Contains(e.Id)).ExecuteDeleteAsync(cancel);
                end = await _sealer.SealAsync(seat, waiting.Entries, await AuditLog.InsertAsync(seat, entries, cancel), cancel);
                await transaction.CommitAsync(cancel);
            }

            _sealer.Advance(end);
            tail.Give(_last, events);
            _last += events.Count;
        }
        catch
        {
            // Whether it was kept is not known: the end is asked for anew, with the seat.
            _seat = null;
            throw;
        }
    }

    private Task<List<long>> PlaceAsync(Database seat, List<PendingEvent> events, CancellationToken cancel) =>
        ManyRows.AddAsync<long>(
            seat, nameof(FeedEvent), nameof(FeedEvent.Position), unlessKnown: false,
            [
                new(nameof(FeedEvent.Position), events.Select((_, i) => _last + 1 + i).ToArray()),
                new(nameof(FeedEvent.At), events.Select(e => e.At.UtcTicks).ToArray()),
                new(nameof(FeedEvent.Permission), events.Select(e => e.Permission).ToArray()),
                new(nameof(FeedEvent.AreaCode), events.Select(e => e.AreaCode).ToArray()),
                new(nameof(FeedEvent.Subject), events.Select(e => e.Subject).ToArray()),
            ],
            cancel);

    private sealed record Waiting(List<PendingEvent> Events, List<AuditPending> Entries)
    {
        public int Count => Events.Count + Entries.Count;
    }
}
