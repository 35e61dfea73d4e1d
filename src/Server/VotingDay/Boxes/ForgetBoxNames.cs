using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.VotingDay.Boxes;

/// <summary>Deletes who gave and who took boxes once nobody asks them any more (UU 27/2022). The handover stays, and the number of its paper.</summary>
internal sealed class ForgetBoxNames(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetBoxNames> log) : RepeatedWork(scopes, TimeSpan.FromHours(12), log)
{
    /// <summary>Past the recapitulation of the kabupaten, H+19.</summary>
    private const int Days = 30;

    /// <summary>How many went. Within the caller's transaction.</summary>
    public static Task<int> DeleteAsync(Database database, DateTimeOffset now, CancellationToken cancel)
    {
        var before = now.AddDays(-Days).ToUniversalTime();
        return database.Set<BoxHandoverNames>().Where(n => n.At < before).ExecuteDeleteAsync(cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Now, cancel);
}
