using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using TigaPilar.Bench.Feed;
using TigaPilar.Server.Sample;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// Reports over HTTP on both databases: how many a second beside a bare endpoint that writes the same rows, how late at 1,400 a
/// second while 500 look on, what a flood from one source does to the others, and what is lost when the server is killed.
/// </summary>
internal static class IntakeBench
{
    private const int Readers = 500;
    private const int Sorting = 50;
    private const int Connections = 126;
    private const int Offered = 1400;
    private const int Calm = 700;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public static void Run(BenchReport report, double seconds, int kills, string? on) => RunAsync(report, seconds, kills, on).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchReport report, double seconds, int kills, string? on)
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        report.Note("each report is authorised by the session of one of 63 accounts, checked, and kept with its event, its entry in the log and its seal; whoever sends runs on the same machine as the server");
        report.Note("peer: Kestrel alone, which takes the same JSON and writes the same rows (report, event, entry, seal) in group commits, synced as ours; it asks nobody who he is, checks nothing and tells nobody");
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{Readers} look on at {Offered} a second: {Sorting} who sort are told of each report in their areas, the others how many in which kecamatan; delay is counted from when a report should have been sent"));
        if (seconds < 20) report.Note("phases were shorter than the twenty seconds that count: a trial");
        try
        {
            var sqlite = StorageSettings.InFolder(Path.Combine(folder.FullName, "sqlite"));
            if (on != "postgres") await OnAsync(report, "SQLite", sqlite, StorageSettings.InFolder(Path.Combine(folder.FullName, "sqlite-peer")), seconds, kills);
            if (on == "sqlite") return;
            var cluster = Path.Combine(folder.FullName, "postgres");
            if (PrivatePostgres.Start(cluster) is not { } connection)
            {
                report.Goal("intake on PostgreSQL", "held", "not measured: PostgreSQL did not start", null);
                return;
            }

            try
            {
                var own = new NpgsqlConnectionStringBuilder(connection) { Database = "peer" }.ToString();
                await using (var database = new NpgsqlConnection(connection))
                {
                    await database.OpenAsync();
                    await using var make = new NpgsqlCommand("CREATE DATABASE peer", database);
                    await make.ExecuteNonQueryAsync();
                }

                await OnAsync(report, "PostgreSQL", new StorageSettings(connection, Path.Combine(folder.FullName, "files")), new StorageSettings(own, Path.Combine(folder.FullName, "files-peer")), seconds, kills);
            }
            finally
            {
                PrivatePostgres.Stop(cluster);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task OnAsync(BenchReport report, string engine, StorageSettings storage, StorageSettings peers, double seconds, int kills)
    {
        Directory.CreateDirectory(storage.Folder);
        var (port, peerPort) = (FreePort(), FreePort());
        Task<FeedProcess> StartAsync() => FeedProcess.StartAsync([], port, "intake-node", Url(port), storage.Folder, storage.IsEmbedded ? "" : storage.Connection);
        var node = await StartAsync();
        try
        {
            var said = await node.AskAsync("durable");
            var wanted = storage.IsEmbedded ? "journal_mode=wal synchronous=2" : "fsync=on synchronous_commit=on";
            report.Goal($"{engine}: the server's own connection syncs each commit", wanted, said, said == wanted);
            var sessions = await SignInAsync(storage.Folder, new Uri(Url(port)));
            List<Reporter> reporters = [.. sessions.Where(s => IntakeNode.IsReporter(s.Key)).Select(s => new Reporter(s.Value, IntakeNode.AreaOf(s.Key)))];
            await using (var peer = await FeedProcess.StartAsync([], peerPort, "intake-peer", Url(peerPort), peers.Folder, peers.IsEmbedded ? "" : peers.Connection))
                await ThroughputAsync(report, engine, (node, port, reporters), (peer, peerPort, [.. reporters.Select(r => r with { Cookie = null })]), seconds);
            await PaceAsync(report, engine, node, port, reporters, sessions, seconds);
            await FloodAsync(report, engine, port, reporters, seconds);
            await IntakeTrace.RunAsync(report, engine, node.Id, storage.IsEmbedded ? null : storage.Connection, () => IntakeLoad.FullAsync(port, reporters, 8, 2));
            await IntakeKills.RunAsync(report, engine, storage, port, reporters, kills, node, StartAsync);
        }
        finally
        {
            await node.DisposeAsync();
        }
    }

    // Both run, and take turns: what else the machine does falls on either.
    private static async Task ThroughputAsync(
        BenchReport report, string engine, (FeedProcess Process, int Port, IReadOnlyList<Reporter> Reporters) ours, (FeedProcess Process, int Port, IReadOnlyList<Reporter> Reporters) peer, double seconds)
    {
        foreach (var (_, port, reporters) in ((FeedProcess, int, IReadOnlyList<Reporter>)[])[peer, ours]) await IntakeLoad.FullAsync(port, reporters, Connections, seconds / 4);
        var table = report.Table(1, "as fast as they can", "received", "refused", "per s", "p50 ms", "p99 ms", "most ms", "cpu s");
        var (sums, times) = (new double[2], new double[2]);
        for (var turn = 0; turn < 4; turn++)
        {
            var (process, port, reporters) = turn % 2 == 0 ? peer : ours;
            var before = process.ProcessorSeconds;
            var outcome = await IntakeLoad.FullAsync(port, reporters, Connections, seconds / 4);
            Show(table, $"{engine}, {(turn % 2 == 0 ? "peer: bare Kestrel" : "ours")}", outcome, process.ProcessorSeconds - before);
            sums[turn % 2] += outcome.Received;
            times[turn % 2] += outcome.Seconds;
        }

        var ratio = sums[1] / times[1] / (sums[0] / times[0]);
        report.Goal($"{engine}: reports a second beside the bare endpoint", "≥ 0.50x", ratio.ToString("F2", CultureInfo.InvariantCulture) + "x", ratio >= 0.5);
    }

    private static async Task PaceAsync(BenchReport report, string engine, FeedProcess node, int port, IReadOnlyList<Reporter> reporters, IReadOnlyDictionary<string, string> sessions, double seconds)
    {
        await using var readers = new IntakeReaders();
        var all = sessions.ToList();
        for (var i = 0; i < Readers; i++)
        {
            // Some sort for the whole kabupaten, the others and the boards within their own areas.
            var (account, cookie) = i < Sorting / 5 ? all.First(s => s.Key == "desk") : all[i % all.Count];
            readers.Add(port, cookie, IntakeNode.IsReporter(account) ? IntakeNode.AreaOf(account) : IntakeNode.Kabupaten, i < Sorting);
        }

        for (var i = 0; i < 300 && readers.Open < Readers; i++) await Task.Delay(100);
        await Task.Delay(1500);
        await IntakeLoad.PacedAsync(port, reporters, Connections, 3, Offered);
        await TellingAsync(readers);
        var (before, bytes, told) = (node.ProcessorSeconds, readers.Bytes, readers.All.Select(r => r.Told).ToList());
        var outcome = await IntakeLoad.PacedAsync(port, reporters, Connections, seconds, Offered);
        var processor = node.ProcessorSeconds - before;
        await TellingAsync(readers);
        var wrong = readers.All.Where((r, i) => r.Told - told[i] != outcome.ByArea.Where(a => a.Key == r.Area || r.Area == IntakeNode.Kabupaten).Sum(a => a.Value)).Count();
        var table = report.Table(1, string.Create(CultureInfo.InvariantCulture, $"{Offered} a second, {Readers} look on"), "received", "refused", "per s", "p50 ms", "p99 ms", "most ms", "cpu s", "MB told", "readers told wrongly");
        Show(table, engine, outcome, processor, ((readers.Bytes - bytes) / 1e6).ToString("F1", CultureInfo.InvariantCulture), wrong.ToString(CultureInfo.InvariantCulture));
        report.AtMost(string.Create(CultureInfo.InvariantCulture, $"{engine}: p99 at {Offered} a second while {Readers} look on"), outcome.P99, 100, "F1", " ms");
        report.Goal($"{engine}: received of what was offered", string.Create(CultureInfo.InvariantCulture, $"≥ {0.99 * Offered:F0}/s"), outcome.PerSecond.ToString("F0", CultureInfo.InvariantCulture) + "/s", outcome.PerSecond >= 0.99 * Offered && outcome.Refused == 0);
        report.Goal($"{engine}: readers who were told of every report in their areas, once", Readers.ToString(CultureInfo.InvariantCulture), (Readers - wrong).ToString(CultureInfo.InvariantCulture), wrong == 0 && readers.Open == Readers);
    }

    // Until nothing more is told for a second and a half: a count comes each second.
    private static async Task TellingAsync(IntakeReaders readers)
    {
        var end = TimeProvider.System.GetTimestamp();
        for (var (last, quiet) = (-1L, 0); quiet < 3 && TimeProvider.System.GetElapsedTime(end) < Settling;)
        {
            await Task.Delay(500);
            var now = readers.All.Sum(r => r.Told);
            quiet = now == last ? quiet + 1 : 0;
            last = now;
        }
    }

    // One account sends as much as all the others together, and does not wait: without it and with it.
    private static async Task FloodAsync(BenchReport report, string engine, int port, List<Reporter> reporters, double seconds)
    {
        var others = reporters.Skip(1).ToList();
        var table = report.Table(1, string.Create(CultureInfo.InvariantCulture, $"{Calm} a second"), "received", "refused", "per s", "p50 ms", "p99 ms", "most ms", "cpu s");
        var calm = await IntakeLoad.PacedAsync(port, others, Connections, seconds / 2, Calm);
        Show(table, $"{engine}, the others alone", calm, double.NaN);
        var flood = IntakeLoad.PacedAsync(port, [reporters[0]], 256, (seconds / 2) + 1, 2 * Calm);
        await Task.Delay(500);
        var beside = await IntakeLoad.PacedAsync(port, others, Connections, seconds / 2, Calm);
        Show(table, $"{engine}, the others beside the flood", beside, double.NaN);
        Show(table, string.Create(CultureInfo.InvariantCulture, $"{engine}, the flood: one account, {2 * Calm} a second"), await flood, double.NaN);
        report.AtMost($"{engine}: p99 of the others beside a flood to that without", beside.P99 / calm.P99, 2, "F2", "x");
    }

    private static async Task<Dictionary<string, string>> SignInAsync(string folder, Uri site)
    {
        var names = SampleAccountFile.Read(folder).Select(a => a.Name).Where(n => IntakeNode.IsReporter(n) || n is "desk" or "kabagops" or "satpolpp").ToList();
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        // Ten from an address: attempts are counted by it.
        for (var i = 0; i < names.Count; i++) cookies[names[i]] = await FeedSession.SignInAsync(site, folder, names[i], new IPAddress([127, 0, 2, (byte)(1 + (i / 10))]));
        return cookies;
    }

    private static void Show(BenchTable table, string name, Outcome outcome, double processor, params string[] more)
    {
        static string F(double value) => double.IsNaN(value) ? "-" : value.ToString("F1", CultureInfo.InvariantCulture);
        table.Row([name, outcome.Received.ToString(CultureInfo.InvariantCulture), outcome.Refused.ToString(CultureInfo.InvariantCulture), outcome.PerSecond.ToString("F0", CultureInfo.InvariantCulture), F(outcome.P50), F(outcome.P99), F(outcome.Most), F(processor), .. more]);
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
