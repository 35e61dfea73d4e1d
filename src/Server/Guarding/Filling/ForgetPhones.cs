using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Deletes the telephone numbers of officers and of those who help them once the election is over (UU 27/2022); names stand in the signed order.</summary>
internal sealed class ForgetPhones(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetPhones> log) : RepeatedWork(scopes, TimeSpan.FromHours(12), log)
{
    /// <summary>How many numbers went. Within the caller's transaction.</summary>
    public static async Task<int> DeleteAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        var over = await ElectionQueries.OverAsync(database, today, cancel);
        if (over.Count == 0) return 0;
        var gone = await database.Set<GuardOfficer>()
            .Where(o => o.Phone != null && database.Set<GuardPlanRecord>().Any(p => p.Id == o.PlanId && over.Contains(p.ElectionId)))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Phone, (string?)null), cancel);
        return gone + await database.Set<DutyMember>()
            .Where(m => m.Phone != null && database.Set<DutyRoll>().Any(r => r.Id == m.RollId && over.Contains(r.ElectionId)))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Phone, (string?)null), cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Today, cancel);
}
