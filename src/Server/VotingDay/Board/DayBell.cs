using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>At the minutes after which word is missed, open boards are read anew: nobody sent anything, and that is the news.</summary>
internal sealed class DayBell(IServiceScopeFactory scopes, OfficeClock clock, ILogger<DayBell> log) : RepeatedWork(scopes, TimeSpan.FromSeconds(30), log)
{
    private DateTimeOffset _rung = clock.Now;

    protected override async Task RunAsync(Database database, CancellationToken cancel)
    {
        var (from, now) = (_rung, clock.Now);
        var today = (await ElectionQueries.AllAsync(database, cancel)).Where(e => e.State == ElectionState.Running && e.VotingDay == clock.Today).ToList();
        foreach (var election in today)
        {
            var quiet = await database.Set<QuietVillage>().AsNoTracking().Where(v => v.ElectionId == election.Id).ToListAsync(cancel);
            var hours = await database.Set<DaySettings>().AsNoTracking().Where(s => s.ElectionId == election.Id).ToListAsync(cancel);
            foreach (var kabupaten in election.Areas)
            {
                var own = hours.Find(s => s.KabupatenCode == kabupaten) ?? new DaySettings { ElectionId = election.Id, KabupatenCode = kabupaten };
                var minutes = Minutes(own, quiet.FindAll(v => v.VillageCode.StartsWith(kabupaten + ".", StringComparison.Ordinal)));
                if (minutes.Any(m => DayTime.At(clock.Today, m, clock) is var at && at > from && at <= now)) Pulses.Tell(database, [kabupaten], now.ToUniversalTime());
            }
        }

        await database.SaveChangesAsync(cancel);
        _rung = now;
    }

    private static IEnumerable<int> Minutes(DaySettings settings, List<QuietVillage> quiet) =>
    [
        settings.OpensMinute, settings.OpensMinute + settings.GraceMinutes, settings.CountsMinute, settings.CountsMinute + settings.GraceMinutes,
        .. quiet.Select(v => v.Minute), .. quiet.Select(v => v.CountMinute).OfType<int>(),
    ];
}
