using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>What a writer wrote: the events that tell of it, its entries for the log, and the answer to what it was given to ask.</summary>
internal sealed record Written(IReadOnlyList<PendingEvent> Events, IReadOnlyList<AuditEntry> Entries, Answered Answer);

/// <summary>
/// Gives places and seals on the node that has the seat, by the seat's own connection, one turn after another. What waits is
/// numbered by the <see cref="Sequencer"/>; who writes many rows at once (<see cref="TryWrite"/>) has them numbered and
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
            // As mostly nothing does.
            if (!await seat.Set<PendingEvent>().Select(e => e.Id).Concat(seat.Set<AuditPending>().Select(p => p.EntryId)).AnyAsync(cancel)) return 0;
            return await Task.Factory.StartNew(() => Commit(seat, write: null), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Writes in a transaction of the seat, and numbers and seals what the writer says of it, after all that was committed
    /// before. The writer asks, in its own message, what it is given: as many ids as it may have entries. False where
    /// another node has the seat: nothing was written, and it is to be written as everywhere else.
    /// </summary>
    public bool TryWrite(Func<Database, Asked, Written> write, CancellationToken cancel)
    {
        _turn.Wait(cancel);
        try
        {
            if (_seat is not { } seat) return false;
            Commit(seat, write);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static Waiting WaitingIn(Database seat) => new([.. seat.Set<PendingEvent>().AsNoTracking().OrderBy(e => e.Id).Take(MostAtOnce)], AuditSealer.Pending(seat));

    // Without await, as ManyRows, and never on a thread of the pool: a message that is waited for there may need the pool to
    // be seen, and on two cores two who wait are the whole of it. How many had waited.
    private int Commit(Database seat, Func<Database, Asked, Written>? write)
    {
        try
        {
            (long Position, string Hash) end;
            List<PendingEvent> events;
            var waiting = new Waiting([], []);
            using (var transaction = seat.BeginWrite())
            {
                var written = write?.Invoke(seat, AuditLog.Ids(0, nameof(PendingEvent), nameof(AuditPending)));
                // What was committed before comes before it.
                if (written is null || written.Answer.Any) waiting = WaitingIn(seat);
                events = [.. waiting.Events, .. written?.Events ?? []];
                var entries = written is null ? [] : AuditLog.WithIds(written.Entries, written.Answer.Keys);
                (var seals, end) = _sealer.Seal(waiting.Entries, entries);
                ManyRows.Add(seat, Placed(events), AuditLog.RowsOf(entries), seals);
                // By their ids, not up to the last of them: one with a lower id may have been committed since.
                var (numbered, linked) = (waiting.Events.ConvertAll(e => e.Id), waiting.Entries.ConvertAll(p => p.EntryId));
                if (numbered.Count > 0) seat.Set<PendingEvent>().Where(e => numbered.Contains(e.Id)).ExecuteDelete();
                if (linked.Count > 0) seat.Set<AuditPending>().Where(p => linked.Contains(p.EntryId)).ExecuteDelete();
                transaction.Commit();
            }

            _sealer.Advance(end);
            tail.Give(_last, events);
            _last += events.Count;
            return waiting.Count;
        }
        catch
        {
            // Whether it was kept is not known: the end is asked for anew, with the seat.
            _seat = null;
            throw;
        }
    }

    private Rows Placed(List<PendingEvent> events) => new(
        nameof(FeedEvent),
        new(nameof(FeedEvent.Position), events.Select((_, i) => _last + 1 + i).ToArray()),
        new(nameof(FeedEvent.At), events.Select(e => e.At.UtcTicks).ToArray()),
        new(nameof(FeedEvent.Permission), events.Select(e => e.Permission).ToArray()),
        new(nameof(FeedEvent.AreaCode), events.Select(e => e.AreaCode).ToArray()),
        new(nameof(FeedEvent.Subject), events.Select(e => e.Subject).ToArray()));

    private sealed record Waiting(List<PendingEvent> Events, List<AuditPending> Entries)
    {
        public int Count => Events.Count + Entries.Count;
    }
}
