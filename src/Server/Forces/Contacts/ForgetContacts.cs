using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>
/// Deletes what was kept for one election alone, once it is over: contacts of stations, and telephone numbers of Linmas
/// who stand on no later list (UU 27/2022: no longer than the purpose needs). Names stay: they stand in signed papers.
/// </summary>
internal sealed partial class ForgetContacts(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetContacts> log) : BackgroundService
{
    /// <summary>Days after voting day: time for a second round or a repeated vote, and within H+90.</summary>
    public const int KeptDays = 60;

    /// <summary>How many contacts and numbers went. Within the caller's transaction.</summary>
    public static async Task<int> DeleteAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        var over = (await ElectionQueries.AllAsync(database, cancel)).Where(e => e.VotingDay is { } day && day.AddDays(KeptDays) < today).Select(e => e.Id).ToList();
        if (over.Count == 0) return 0;
        var gone = await database.Set<StationContact>().Where(c => over.Contains(c.ElectionId)).ExecuteDeleteAsync(cancel);
        return gone + await database.Set<LinmasMember>()
            .Where(m => m.Phone != null && database.Set<LinmasPosting>().Any(p => p.MemberId == m.Id)
                && !database.Set<LinmasPosting>().Any(p => p.MemberId == m.Id && !over.Contains(p.ElectionId)))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Phone, (string?)null), cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(12));
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<Database>();
                await using var transaction = await database.BeginWriteAsync(stoppingToken);
                await DeleteAsync(database, clock.Today, stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogFailed(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "Contacts of elections that are over were not deleted: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
