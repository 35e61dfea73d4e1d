using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// Gives committed events their places: 1, 2, 3 … in batches, by one node at a time (<see cref="SequencerSeat"/>). A batch
/// is one commit: an event is either still pending or at its place, whenever the machine dies. The audit log gets its
/// seals in the same batches.
/// </summary>
internal sealed partial class Sequencer(SequencerSeat seat, WriteGate gate, FeedTail tail, ILogger<Sequencer> log) : BackgroundService
{
    /// <summary>Commits that fall into this time share one of ours.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>How soon the commit of another process is seen after a quiet time; those of this one wake us.</summary>
    private static readonly TimeSpan Resting = TimeSpan.FromMilliseconds(200);

    private const int MostAtOnce = 2000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var database = await seat.TryTakeAsync(stoppingToken);
                if (database is not null) await NumberAsync(database, stoppingToken);
                else await Task.Delay(Resting, stoppingToken);
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

    private async Task NumberAsync(Database database, CancellationToken cancel)
    {
        var last = await database.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0;
        var sealer = await AuditSealer.AtEndAsync(database, cancel);
        var resting = Gathering;
        while (true)
        {
            var pending = await database.Set<PendingEvent>().AsNoTracking().OrderBy(e => e.Id).Take(MostAtOnce).ToListAsync(cancel);
            var unsealed = await AuditSealer.PendingAsync(database, cancel);
            if (pending.Count + unsealed.Count == 0)
            {
                await gate.Pulse.WaitAsync(resting, cancel);
                await Task.Delay(Gathering, cancel);
                resting = TimeSpan.FromTicks(Math.Min(2 * resting.Ticks, Resting.Ticks));
                continue;
            }

            resting = Gathering;
            await using (var transaction = await database.BeginWriteAsync(cancel))
            {
                await PlaceAsync(database, last, pending, cancel);
                // By their ids, not up to the last of them: one with a lower id may have been committed since.
                var numbered = pending.ConvertAll(e => e.Id);
                if (numbered.Count > 0) await database.Set<PendingEvent>().Where(e => numbered.Contains(e.Id)).ExecuteDeleteAsync(cancel);
                var end = await sealer.SealAsync(database, unsealed, cancel);
                await transaction.CommitAsync(cancel);
                sealer.Advance(end);
            }

            last += pending.Count;
            tail.Wake();
            if (pending.Count < MostAtOnce) await Task.Delay(Gathering, cancel);
        }
    }

    private static Task PlaceAsync(Database database, long last, List<PendingEvent> pending, CancellationToken cancel) =>
        ManyRows.AddAsync<long>(
            database, nameof(FeedEvent), nameof(FeedEvent.Position), unlessKnown: false,
            [
                new(nameof(FeedEvent.Position), pending.Select((_, i) => last + 1 + i).ToArray()),
                new(nameof(FeedEvent.At), pending.Select(e => e.At.UtcTicks).ToArray()),
                new(nameof(FeedEvent.Permission), pending.Select(e => e.Permission).ToArray()),
                new(nameof(FeedEvent.AreaCode), pending.Select(e => e.AreaCode).ToArray()),
                new(nameof(FeedEvent.Subject), pending.Select(e => e.Subject).ToArray()),
            ],
            cancel);

    [LoggerMessage(LogLevel.Warning, "Events are not put into order for the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
