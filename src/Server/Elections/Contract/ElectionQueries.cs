using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections.Contract;

/// <summary>An election as other rooms see it.</summary>
public sealed record ElectionName(int Id, string Code, string Name, ElectionKind Kind, ElectionState State, DateOnly? VotingDay, string TimeZone, IReadOnlyList<string> Areas);

/// <summary>What other rooms ask of the elections.</summary>
public static class ElectionQueries
{
    /// <summary>
    /// Days after voting day for which telephone numbers are kept: time for a second round or a repeated vote, and within
    /// H+90 (UU 27/2022: no longer than the purpose needs).
    /// </summary>
    public const int PhonesKeptDays = 60;

    /// <summary>Ids of elections whose telephone numbers are no longer needed.</summary>
    public static Task<List<int>> OverAsync(Database database, DateOnly today, CancellationToken cancel)
    {
        var last = today.AddDays(-PhonesKeptDays);
        return database.Set<Election>().Where(e => e.VotingDay < last).Select(e => e.Id).ToListAsync(cancel);
    }

    public static Task<int?> IdOfAsync(Database database, string code, CancellationToken cancel) =>
        database.Set<Election>().Where(e => e.Code == code).Select(e => (int?)e.Id).SingleOrDefaultAsync(cancel);

    /// <summary>All elections: running ones first, then drafts, then closed ones; within these the latest day first.</summary>
    public static async Task<IReadOnlyList<ElectionName>> AllAsync(Database database, CancellationToken cancel)
    {
        var all = await database.Set<Election>().AsNoTracking()
            .Select(e => new ElectionName(e.Id, e.Code, e.Name, e.Kind, e.State, e.VotingDay, e.TimeZone, e.Areas.Select(a => a.AreaCode).ToList())).ToListAsync(cancel);
        return [.. all.OrderBy(e => e.State switch { ElectionState.Running => 0, ElectionState.Draft => 1, _ => 2 })
            .ThenByDescending(e => e.VotingDay).ThenBy(e => e.Code, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Takes an election for this transaction: whoever else writes what there is once for each of its stations waits until it
    /// ends. On SQLite the gate does so already.
    /// </summary>
    public static Task TakeAsync(Database database, int election, CancellationToken cancel) =>
        database.Set<Election>().Where(e => e.Id == election).ExecuteUpdateAsync(s => s.SetProperty(e => e.Code, e => e.Code), cancel);
}
