using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>
/// Deletes what was kept for one election alone, once it is over: contacts of stations, and telephone numbers of Linmas
/// who stand on no later list (UU 27/2022: no longer than the purpose needs). Names stay: they stand in signed papers.
/// </summary>
internal sealed class ForgetContacts(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetContacts> log) : RepeatedWork(scopes, TimeSpan.FromHours(12), log)
{
    /// <summary>How many contacts and numbers went. Within the caller's transaction.</summary>
    public static async Task<int> DeleteAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        var over = await ElectionQueries.OverAsync(database, today, cancel);
        if (over.Count == 0) return 0;
        var gone = await database.Set<StationContact>().Where(c => over.Contains(c.ElectionId)).ExecuteDeleteAsync(cancel);
        return gone + await database.Set<LinmasMember>()
            .Where(m => m.Phone != null && database.Set<LinmasPosting>().Any(p => p.MemberId == m.Id)
                && !database.Set<LinmasPosting>().Any(p => p.MemberId == m.Id && !over.Contains(p.ElectionId)))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Phone, (string?)null), cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Today, cancel);
}
