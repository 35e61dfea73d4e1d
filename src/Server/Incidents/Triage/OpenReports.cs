using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// The gists of what is open, in memory: reports that wait, and those of incidents that are not closed. A report never changes, so
/// that its gist is made once. What is new is read before each question; once an hour what is closed is let go of, and what was
/// opened again comes back. It says who may be alike and nothing more: whoever asks reads those by his own rights.
/// </summary>
internal sealed partial class OpenReports(IServiceScopeFactory scopes, ILogger<OpenReports> log) : BackgroundService
{
    private const int ReadAtOnce = 5000;

    // Two nodes have two clocks, and what came first is not always committed first.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _known = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private DateTimeOffset? _read;

    /// <summary>The reports that may tell of the same event, the likeliest first, with the likelihood: 0 to 1.</summary>
    public async Task<List<(Guid Id, double Score)>> AlikeAsync(IncidentReport report, Database database, CancellationToken cancel)
    {
        await FollowAsync(database, cancel);
        var shelf = await ShelfAsync(report.AreaCode, database, cancel);
        var asked = shelf.Read(report.What, report.Where, report.AreaCode, report.Latitude, report.Longitude, report.At);
        return shelf.Alike(report.Id, asked);
    }

    /// <summary>Reads what is open anew: at the start, and to let go of what is closed.</summary>
    public async Task ReadAllAsync(Database database, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var open = (await Open(database).Select(r => r.Id).ToListAsync(cancel)).ToHashSet();
            _known.IntersectWith(open);
            foreach (var shelf in _shelves.Values) shelf.Keep(open);
            open.ExceptWith(_known);
            foreach (var some in open.Chunk(ReadAtOnce))
            {
                var ids = some.ToList();
                await AddAsync(database, database.Set<IncidentReport>().Where(r => ids.Contains(r.Id)), cancel);
            }

            // Nothing is open: what comes from now on is read, however late this clock is.
            _read ??= await database.Set<IncidentReport>().MaxAsync(r => (DateTimeOffset?)r.At, cancel) ?? DateTimeOffset.MinValue.AddDays(1);
        }
        finally
        {
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ReadAllAsync(scope.ServiceProvider.GetRequiredService<Database>(), stoppingToken);
            }
            catch (Exception failure) when (StorageFailure.Is(failure))
            {
                LogLost(log, failure.Message);
            }

            await Task.Delay(Between, stoppingToken);
        }
    }

    private static IQueryable<IncidentReport> Open(Database database) => database.Set<IncidentReport>().AsNoTracking()
        .Where(r => r.State == ReportState.New || (r.State == ReportState.Taken && database.Set<Incident>().Any(i => i.Id == r.IncidentId && i.State != IncidentState.Closed)));

    private async Task FollowAsync(Database database, CancellationToken cancel)
    {
        if (_read is null) await ReadAllAsync(database, cancel);
        await _turn.WaitAsync(cancel);
        try
        {
            var since = _read!.Value - Overlap;
            await AddAsync(database, database.Set<IncidentReport>().Where(r => r.At >= since), cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task AddAsync(Database database, IQueryable<IncidentReport> reports, CancellationToken cancel)
    {
        var rows = await reports.AsNoTracking().OrderBy(r => r.At).Select(r => new { r.Id, r.What, r.Where, r.AreaCode, r.Latitude, r.Longitude, r.At }).ToListAsync(cancel);
        foreach (var row in rows)
        {
            if (!_known.Add(row.Id)) continue;
            var shelf = await ShelfAsync(row.AreaCode, database, cancel);
            shelf.Add(row.Id, shelf.Read(row.What, row.Where, row.AreaCode, row.Latitude, row.Longitude, row.At));
            if (_read is null || row.At > _read) _read = row.At;
        }
    }

    private async Task<Shelf> ShelfAsync(string area, Database database, CancellationToken cancel)
    {
        var kabupaten = area[..5];
        if (_shelves.TryGetValue(kabupaten, out var shelf)) return shelf;
        return _shelves.GetOrAdd(kabupaten, new Shelf(new Ground(await AreaQueries.VillageCentresAsync(database, kabupaten, cancel))));
    }

    [LoggerMessage(LogLevel.Warning, "What is open is not read for the moment: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);
}
