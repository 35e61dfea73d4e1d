using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>Throws away events that no page waits for any more. The newest stays always: from it the numbers go on.</summary>
internal sealed partial class FeedSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FeedSweep> log) : BackgroundService
{
    /// <summary>A page that was open longer without connection is read anew.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    public static async Task<int> SweepAsync(Database database, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - Kept;
        var newest = await database.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0;
        await using var transaction = await database.BeginWriteAsync(cancel);
        var gone = await database.Set<FeedEvent>().Where(e => e.At < before && e.Position < newest).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(6), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await SweepAsync(scope.ServiceProvider.GetRequiredService<Database>(), clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Old events were not thrown away: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
