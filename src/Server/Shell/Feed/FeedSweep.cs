using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>Throws away events that no page waits for any more. The newest stays always: from it the numbers go on.</summary>
internal sealed class FeedSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FeedSweep> log) : RepeatedWork(scopes, TimeSpan.FromHours(6), log)
{
    /// <summary>A page that was open longer without connection is read anew.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    protected override async Task RunAsync(Database database, CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        var newest = await database.Set<FeedEvent>().MaxAsync(e => (long?)e.Position, cancel) ?? 0;
        await database.Set<FeedEvent>().Where(e => e.At < before && e.Position < newest).ExecuteDeleteAsync(cancel);
    }
}
