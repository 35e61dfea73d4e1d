using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections;

/// <summary>Elections by name or code; they are public, as in their list.</summary>
internal static class ElectionsSearch
{
    public static async Task<SearchFound> FindAsync(IServiceProvider services, SearchAsk ask, CancellationToken cancel)
    {
        var elections = await ElectionQueries.AllAsync(services.GetRequiredService<Database>(), cancel);
        var (best, _) = SearchAsk.Rank(elections, e => ask.Match.Of(new FoldedName(e.Name)) ?? ask.Match.Of(new FoldedName(e.Code)), e => e.Name.Length);
        return new SearchFound([.. best.Select(b => new SearchHit(b.Thing.Name, $"/pemilihan/{b.Thing.Code}", b.Thing.VotingDay is { } day ? Format.LongDay(day) : null, b.Score))], null);
    }
}
