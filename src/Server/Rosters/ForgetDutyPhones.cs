using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Rosters;

/// <summary>Deletes the telephone numbers of duties that are over (UU 27/2022: no longer than the purpose needs). Who was there stays.</summary>
internal sealed class ForgetDutyPhones(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetDutyPhones> log) : RepeatedWork(scopes, TimeSpan.FromHours(12), log)
{
    /// <summary>As long as somebody may still be asked how a night went.</summary>
    private const int Days = 30;

    /// <summary>How many numbers went. Within the caller's transaction.</summary>
    public static Task<int> DeleteAsync(Database database, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now.AddDays(-Days).ToUniversalTime();
        return database.Set<DutyPost>().Where(p => p.Phone != null && p.Shift!.EndsAt < before).ExecuteUpdateAsync(s => s.SetProperty(p => p.Phone, (string?)null), cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Now, cancel);
}
