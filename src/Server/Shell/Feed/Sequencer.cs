using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// Gives committed events their places: 1, 2, 3 … in batches, by one node at a time (<see cref="SequencerSeat"/>). A batch
/// is one commit: an event is either still pending or at its place, whenever the machine dies. The audit log gets its
/// seals in the same batches.
/// </summary>
internal sealed partial class Sequencer(SequencerSeat seat, WriteGate gate, Numbering numbering, ILogger<Sequencer> log) : BackgroundService
{
    /// <summary>Commits that fall into this time share one of ours.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    /// <summary>How soon the commit of another process is seen after a quiet time; those of this one wake us.</summary>
    private static readonly TimeSpan Resting = TimeSpan.FromMilliseconds(200);

    /// <summary>More may wait: at once.</summary>
    private const int Many = 2000;

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
        await numbering.BeginAsync(database, cancel);
        try
        {
            var resting = Gathering;
            while (await numbering.NumberWaitingAsync(cancel) is { } numbered)
            {
                if (numbered == 0)
                {
                    await gate.Pulse.WaitAsync(resting, cancel);
                    await Task.Delay(Gathering, cancel);
                    resting = TimeSpan.FromTicks(Math.Min(2 * resting.Ticks, Resting.Ticks));
                    continue;
                }

                resting = Gathering;
                if (numbered < Many) await Task.Delay(Gathering, cancel);
            }
        }
        finally
        {
            await numbering.LeaveAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Events are not put into order for the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
