using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Time;

/// <summary>Work on the database that is done at the start and then again and again; where the database is away, the next turn does it.</summary>
internal abstract partial class RepeatedWork(IServiceScopeFactory scopes, TimeSpan every, ILogger log) : BackgroundService
{
    /// <summary>One turn, in a transaction of its own.</summary>
    protected abstract Task RunAsync(Database database, CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<Database>();
                await using var transaction = await database.BeginWriteAsync(stoppingToken);
                await RunAsync(database, stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Not done this time, and tried again at the next: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
