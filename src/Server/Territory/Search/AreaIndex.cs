using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Search;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Search;

/// <summary>An area and its name as it is compared.</summary>
internal sealed record IndexedArea(AreaName Area, FoldedName Name);

/// <summary>
/// The names of all areas in memory, for a slip of the pen is no question for an index of a database. Read again when
/// areas were added or removed, or when the feed told of a change; of all 83,731 villages that takes a second.
/// </summary>
internal sealed class AreaIndex(FeedTail feed) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private Snapshot _now = new([], -1, 0);

    /// <summary>All areas that have a name, by code.</summary>
    public async Task<IReadOnlyList<IndexedArea>> ReadAsync(Database database, CancellationToken cancel)
    {
        var (head, count) = (feed.Head, await database.Set<Area>().CountAsync(cancel));
        if (IsFresh(_now, head, count)) return _now.Areas;
        await _one.WaitAsync(cancel);
        try
        {
            if (IsFresh(_now, head, count)) return _now.Areas;
            var areas = await database.Set<Area>().AsNoTracking().Where(a => a.Name != null).OrderBy(a => a.Code)
                .Select(a => new AreaName(a.Code, a.Name, a.Kind)).ToListAsync(cancel);
            _now = new Snapshot([.. areas.Select(a => new IndexedArea(a, new FoldedName(a.Name!)))], count, head);
            return _now.Areas;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    // What is no longer in memory may have been about areas.
    private bool IsFresh(Snapshot known, long head, int count)
    {
        if (known.Count != count) return false;
        for (var position = known.Head + 1; position <= head; position++)
            if (feed.At(position) is not { } item || item.Permission == TerritoryPermissions.ReadAreas) return false;
        // So that the next one looks at what is newer alone.
        if (head > known.Head) Interlocked.CompareExchange(ref _now, known with { Head = head }, known);
        return true;
    }

    private sealed record Snapshot(IReadOnlyList<IndexedArea> Areas, int Count, long Head);
}
