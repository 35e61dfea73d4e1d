using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TigaPilar.Bench.Feed;

/// <summary>
/// 500 readers of ten scopes, 200 events a second: does each get all that it may read, nothing else, nothing twice, in one
/// order, also where the server is killed; and how late is it beside a bare writer?
/// </summary>
internal static class FeedBench
{
    /// <summary>A process that has just been started compiles itself: theirs and ours write so long before delays count.</summary>
    private const double Warming = 5;

    private static double _steady = 60;

    public static void Run(BenchReport report, double seconds)
    {
        _steady = seconds;
        RunAsync(report).GetAwaiter().GetResult();
    }

    private static async Task RunAsync(BenchReport report)
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        var table = report.Table(1, "run", "events", "told", "p50 ms", "p99 ms", "most ms", "cpu s", "lost", "not theirs", "twice", "disorder");
        report.Note($"{FeedTraffic.Readers} readers of {FeedTraffic.Scopes.Length} scopes, {FeedTraffic.PerSecond} events a second for {_steady:F0} s; delay from before the commit to the reader's socket");
        report.Note($"before that each process, the peer's too, writes for {Warming:F0} s more, whose delays do not count: it has just been started");
        if (_steady < 60) report.Note("shorter than the minute that counts: a trial");
        report.Note("peer: Kestrel alone writes the same events to the same readers in the same 50 ms window, without database, order or rights");
        report.Note("runs with a kill have delays of the whole time, reconnecting included; they are shown, not compared");
        try
        {
            var peer = await PeerAsync(table);
            var sqlite = Path.Combine(folder.FullName, "sqlite");
            var ours = await NodesAsync(table, "SQLite", [("a", "")], sqlite, null);
            Compare(report, "SQLite", ours, peer);
            Whole(report, "SQLite, killed and started again", await NodesAsync(table, "SQLite, kill -9", [("a", "")], sqlite, Again));
            var cluster = Path.Combine(folder.FullName, "postgres");
            if (PrivatePostgres.Start(cluster) is not { } connection)
            {
                report.Goal("feed on PostgreSQL", "held", "not measured: PostgreSQL did not start", null);
                return;
            }

            try
            {
                var files = Path.Combine(folder.FullName, "files");
                Compare(report, "PostgreSQL, two nodes", await NodesAsync(table, "PostgreSQL, two nodes", [("a", connection), ("b", connection)], files, null), peer);
                Whole(report, "PostgreSQL, one of two nodes killed", await NodesAsync(table, "PostgreSQL, one killed", [("a", connection), ("b", connection)], files, One));
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

    private static void Compare(BenchReport report, string name, FeedOutcome ours, FeedOutcome peer)
    {
        report.AtMost($"{name}: p99 of the delay to the bare writer", ours.P99 / peer.P99, 3, "F2", "x");
        Whole(report, name, ours);
    }

    private static void Whole(BenchReport report, string name, FeedOutcome outcome)
    {
        report.Goal($"{name}: each got all that it may read and nothing else, none lost, twice or out of order", "0 wrong",
            string.Create(CultureInfo.InvariantCulture, $"{outcome.Lost} lost, {outcome.NotTheirs} not theirs, {outcome.Twice} twice, {outcome.Disorder} out of order of {outcome.Told}"), outcome.IsWhole);
        // Whoever was killed wrote nothing meanwhile.
        if (!outcome.Killed) report.Goal($"{name}: events were written at the pace", $"≥ {0.95 * FeedTraffic.PerSecond:F0}/s", string.Create(CultureInfo.InvariantCulture, $"{outcome.PerSecond:F0}/s"), outcome.PerSecond >= 0.95 * FeedTraffic.PerSecond);
    }

    private static async Task<FeedOutcome> PeerAsync(BenchTable table)
    {
        var port = FreePort();
        await using var peer = await FeedProcess.StartAsync([], port, "feed-peer", Url(port));
        await using var swarm = new FeedSwarm();
        for (var i = 0; i < FeedTraffic.Readers; i++) swarm.Add(i % FeedTraffic.Scopes.Length, [port], $"/aliran/{i % FeedTraffic.Scopes.Length}", null);
        await ConnectedAsync(swarm);
        await peer.WriteAsync(Warming);
        await Task.Delay(500);
        swarm.ForgetDelays();
        var before = peer.ProcessorSeconds;
        await peer.WriteAsync(_steady);
        await Task.Delay(500);
        var outcome = FeedOutcome.Of(swarm.Readers, null, _steady, killed: false);
        outcome.Show(table, "peer: bare Kestrel", peer.ProcessorSeconds - before);
        return outcome;
    }

    private delegate Task<List<FeedProcess>> Kill(List<FeedProcess> nodes, Func<int, Task<FeedProcess>> start);

    // The one node dies in the middle of its writing and comes back.
    private static async Task<List<FeedProcess>> Again(List<FeedProcess> nodes, Func<int, Task<FeedProcess>> start)
    {
        nodes[0].Begin(_steady);
        await Task.Delay(TimeSpan.FromSeconds(_steady / 4));
        await nodes[0].KillAsync();
        var again = await start(0);
        await again.WriteAsync(_steady / 4);
        return [again];
    }

    // The first one, which came first and so puts events into order, dies; the other goes on.
    private static async Task<List<FeedProcess>> One(List<FeedProcess> nodes, Func<int, Task<FeedProcess>> start)
    {
        nodes[0].Begin(_steady);
        var other = nodes[1].WriteAsync(_steady * 0.6);
        await Task.Delay(TimeSpan.FromSeconds(_steady / 4));
        await nodes[0].KillAsync();
        await other;
        return [nodes[1]];
    }

    private static async Task<FeedOutcome> NodesAsync(BenchTable table, string name, (string Name, string Connection)[] wanted, string folder, Kill? kill)
    {
        var acknowledged = new ConcurrentQueue<Sent>();
        int[] ports = [.. wanted.Select(_ => FreePort())];
        Task<FeedProcess> StartAsync(int i) => FeedProcess.StartAsync(acknowledged, ports[i], "feed-node", wanted[i].Name, Url(ports[i]), folder, wanted[i].Connection, (FeedTraffic.PerSecond / wanted.Length).ToString(CultureInfo.InvariantCulture));
        var nodes = new List<FeedProcess>();
        try
        {
            for (var i = 0; i < wanted.Length; i++) nodes.Add(await StartAsync(i));
            var cookies = new List<string>();
            foreach (var (account, _, _) in FeedTraffic.Scopes) cookies.Add(await FeedSession.SignInAsync(new Uri(Url(ports[0])), folder, account));
            await using var swarm = new FeedSwarm();
            for (var i = 0; i < FeedTraffic.Readers; i++)
            {
                var scope = i % FeedTraffic.Scopes.Length;
                int[] order = i / FeedTraffic.Scopes.Length % ports.Length == 0 ? ports : [.. ports.Reverse()];
                swarm.Add(scope, order, "/aliran", cookies[scope]);
            }

            await ConnectedAsync(swarm);
            await Task.WhenAll(nodes.Select(n => n.WriteAsync(Warming)));
            await CaughtUpAsync(swarm, acknowledged);
            var warming = acknowledged.Count;
            swarm.ForgetDelays();
            var before = nodes.Sum(n => n.ProcessorSeconds);
            var watch = Stopwatch.StartNew();
            var alive = nodes;
            if (kill is null) await Task.WhenAll(nodes.Select(n => n.WriteAsync(_steady)));
            else alive = await kill(nodes, async i => { nodes.Add(await StartAsync(i)); return nodes[^1]; });
            var seconds = watch.Elapsed.TotalSeconds;
            await CaughtUpAsync(swarm, acknowledged);
            var outcome = FeedOutcome.Of(swarm.Readers, [.. acknowledged], seconds, killed: kill is not null, warming);
            outcome.Show(table, name, alive.Sum(n => n.ProcessorSeconds) - (kill is null ? before : 0));
            return outcome;
        }
        finally
        {
            foreach (var node in nodes) await node.DisposeAsync();
        }
    }

    private static async Task ConnectedAsync(FeedSwarm swarm)
    {
        for (var i = 0; i < 600 && swarm.Open < FeedTraffic.Readers; i++) await Task.Delay(100);
        if (swarm.Open < FeedTraffic.Readers) throw new InvalidOperationException($"Only {swarm.Open} of {FeedTraffic.Readers} readers could connect.");
    }

    // Until nothing has come for five seconds, at most half a minute.
    private static async Task CaughtUpAsync(FeedSwarm swarm, ConcurrentQueue<Sent> acknowledged)
    {
        var (last, quiet) = (-1L, 0);
        for (var i = 0; i < 60 && quiet < 10; i++)
        {
            await Task.Delay(500);
            var now = swarm.Readers.Sum(r => (long)r.Got.Count) + acknowledged.Count;
            quiet = now == last ? quiet + 1 : 0;
            last = now;
        }
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
