using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Bench.Duplicates;

/// <summary>
/// The way that the page of triage goes, on SQLite with 100,000 open reports of one day in one kabupaten, half of which wait and half belong to open incidents: read what is new,
/// find what is alike, read it by the reader's rights.
/// </summary>
internal static class OpenReportsBench
{
    /// <summary>Reports that come in then.</summary>
    public const int Asked = 1000;

    private const int SimpleAsked = 20;
    private const string Kabupaten = "35.08";

    public static void Run(BenchReport report, ImmutableArray<Village> villages, List<ToldReport> many)
    {
        var table = report.Table(1, "method", "open", "mean ms", "p99 ms", "worst ms", "made ready s", "MiB");
        var simple = SimpleTimes(many);
        table.Row("simple, without the database", Whole(many.Count), Figure(simple.Average()), Figure(At99(simple)), Figure(simple.Max()), "", "");
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        try
        {
            var (times, ready, memory, open) = MeasureAsync(StorageSettings.InFolder(folder.FullName), villages, many).GetAwaiter().GetResult();
            table.Row("likely, on SQLite", Whole(open), Figure(times.Average()), Figure(At99(times)), Figure(times.Max()), Figure(ready), Figure(memory));
            report.AtMost($"of a report among {open:N0} that are open, 99 of 100 within", At99(times), 20, "F1", " ms");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(List<double> Times, double Ready, double Memory, int Waiting)> MeasureAsync(StorageSettings storage, ImmutableArray<Village> villages, List<ToldReport> many)
    {
        var services = new ServiceCollection();
        WebServer.AddCore(services, storage);
        services.AddLogging().AddHttpContextAccessor().AddIncidents();
        var desk = new HeldOffice(Guid.NewGuid(), "Petugas", OfficeRole.Desk, AreaSet.Of(Kabupaten), AgencyId: Guid.NewGuid());
        services.AddScoped<FindReader>(_ => (_, _) => Task.FromResult(new Reader(Guid.NewGuid(), "Petugas Contoh", [desk])));
        await using var provider = services.BuildServiceProvider();
        await StorageModule.MigrateAsync(provider, CancellationToken.None);
        await AddAsync(provider, [.. villages.Select(v => new Area { Code = v.Code, Name = v.Name, Kind = v.Ward ? AreaKind.Kelurahan : AreaKind.Desa, Latitude = v.At.Latitude, Longitude = v.At.Longitude })]);
        // Of every second event an incident was made already, to which its reports belong.
        var kind = IncidentKinds.For(Kabupaten).First();
        var made = many[..^Asked].Where(t => t.Event % 2 == 0).GroupBy(t => t.Event).ToDictionary(g => g.Key, g => Made(g.First(), kind.Id, desk.AgencyId));
        await AddAsync(provider, [kind, .. made.Values]);
        foreach (var some in many[..^Asked].Chunk(5000)) await AddAsync(provider, [.. some.Select(t => Row(t, made.GetValueOrDefault(t.Event)?.Id))]);

        var (times, watch, before) = (new List<double>(), Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
        await using (var scope = provider.CreateAsyncScope())
            await provider.GetRequiredService<OpenReports>().ReadAllAsync(scope.ServiceProvider.GetRequiredService<Database>(), CancellationToken.None);
        var (ready, memory) = (watch.Elapsed.TotalSeconds, (GC.GetTotalMemory(forceFullCollection: true) - before) / (1024.0 * 1024));
        var http = provider.GetRequiredService<IHttpContextAccessor>();
        foreach (var told in many[^Asked..])
        {
            var row = Row(told, null);
            await AddAsync(provider, [row]);
            await using var scope = provider.CreateAsyncScope();
            http.HttpContext = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            var sort = scope.ServiceProvider.GetRequiredService<SortReports>();
            watch.Restart();
            await sort.AlikeAsync(row, CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first compiles the queries; a server has done so long before a hundred thousand are open.
        return (times[10..], ready, memory, many.Count - Asked);
    }

    private static async Task AddAsync(IServiceProvider provider, object[] rows)
    {
        await using var scope = provider.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        database.AddRange(rows);
        await database.SaveChangesAsync(CancellationToken.None);
    }

    private static Incident Made(ToldReport told, Guid kind, Guid agency) => new()
    {
        Id = OrderedId.New(), Title = told.What[..Math.Min(told.What.Length, 100)], Where = told.Where, AreaCode = told.AreaCode, KindId = kind, Weight = IncidentWeight.Ordinary, State = IncidentState.Forwarded, StateAt = told.At,
        AgencyId = agency, AskerId = agency, At = told.At, AnswerBy = told.At.AddHours(1), SolveBy = told.At.AddHours(4),
    };

    private static IncidentReport Row(ToldReport told, Guid? incident) => new()
    {
        Id = OrderedId.New(), Channel = ReportChannel.Public, Via = ReceivedVia.Application, Standing = ReportStanding.EarlyInformation, What = told.What, Where = told.Where, AreaCode = told.AreaCode,
        Latitude = told.Place?.Latitude, Longitude = told.Place?.Longitude, At = told.At, State = incident is null ? ReportState.New : ReportState.Taken, IncidentId = incident,
    };

    private static List<double> SimpleTimes(List<ToldReport> many)
    {
        var times = new List<double>();
        for (var n = 0; n < SimpleAsked; n++)
        {
            var one = many[^(1 + (n * 37))];
            var watch = Stopwatch.StartNew();
            var stems = SimpleLikeness.Stems($"{one.What} {one.Where}");
            _ = many.Where(m => m != one).Select(m => (m, Score: SimpleLikeness.Of(stems, one.AreaCode, one.At, SimpleLikeness.Stems($"{m.What} {m.Where}"), m.AreaCode, m.At))).Where(a => a.Score >= SimpleLikeness.Shown).OrderByDescending(a => a.Score).Take(5).ToList();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static double At99(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.99) - 1);

    private static string Figure(double figure) => DuplicatesBench.Text(figure, "F1");

    private static string Whole(int figure) => DuplicatesBench.Text(figure, "F0");
}
