using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Guarding.Release;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Deletes the telephone numbers of officers and of those who help them once the election is over (UU 27/2022); names stand in the signed order.</summary>
internal sealed class ForgetPhones(IServiceScopeFactory scopes, OfficeClock clock, ILogger<ForgetPhones> log) : RepeatedWork(scopes, TimeSpan.FromHours(12), log)
{
    /// <summary>How many numbers went, with the Padal of summaries. Within the caller's transaction.</summary>
    public static async Task<int> DeleteAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        // A summary may be of an election that this installation does not keep: its own day counts.
        var last = today.AddDays(-ElectionQueries.PhonesKeptDays);
        // Without a day it counts from when it was made: nobody plans so long ahead.
        var summaries = (await database.Set<ReleasedSummary>().ToListAsync(cancel))
            .FindAll(s => (s.VotingDay ?? DateOnly.FromDateTime(s.MadeAt.UtcDateTime).AddDays(180)) < last && s.Summary.Padal.Length > 0);
        foreach (var summary in summaries) summary.ForgetPadal();
        await database.SaveChangesAsync(cancel);
        var over = await ElectionQueries.OverAsync(database, today, cancel);
        if (over.Count == 0) return summaries.Count;
        var gone = await database.Set<GuardOfficer>()
            .Where(o => o.Phone != null && database.Set<GuardPlanRecord>().Any(p => p.Id == o.PlanId && over.Contains(p.ElectionId) && (p.RevoteOn == null || p.RevoteOn < last)))
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.Phone, (string?)null), cancel);
        return summaries.Count + gone + await database.Set<DutyMember>()
            .Where(m => m.Phone != null && database.Set<DutyRoll>().Any(r => r.Id == m.RollId && over.Contains(r.ElectionId)))
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Phone, (string?)null), cancel);
    }

    protected override Task RunAsync(Database database, CancellationToken cancel) => DeleteAsync(database, clock.Today, cancel);
}
