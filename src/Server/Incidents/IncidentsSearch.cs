using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents;

/// <summary>Incidents by what they are and where: those that are open, and those that came to their end lately.</summary>
internal static class IncidentsSearch
{
    private const int Days = 60, Most = 2000;

    public static async Task<SearchFound> FindAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var (clock, texts) = (services.GetRequiredService<OfficeClock>(), services.GetRequiredService<IStringLocalizer<IncidentsText>>());
        var since = clock.Now.AddDays(-Days).ToUniversalTime();
        var incidents = await IncidentScope.Incidents(services.GetRequiredService<Database>(), ask.Reader).AsNoTracking()
            .Where(i => i.MergedIntoId == null && (i.State != IncidentState.Closed || i.StateAt >= since))
            .OrderBy(i => i.State == IncidentState.Closed).ThenByDescending(i => i.At).Take(Most)
            .Select(i => new { i.Id, i.Title, i.Where, i.State, i.At }).ToListAsync(cancel);
        var (best, total) = SearchAsk.Rank(incidents, i => ask.Match.Of(new FoldedName($"{i.Title} {i.Where}")) ?? ask.Match.Of(new FoldedName(i.Title)), i => i.Title.Length);
        return best.Count == 0 ? SearchFound.Nothing : new SearchFound(
            [.. best.Select(b => new SearchHit(b.Thing.Title, $"/kejadian/{b.Thing.Id}", $"{b.Thing.Where} · {texts[$"State{b.Thing.State}"]} · {Format.Instant(b.Thing.At, clock)}", b.Score))],
            ask.AllOf("/kejadian", total, best[0].Score));
    }
}
