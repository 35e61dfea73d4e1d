using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Bench.Feed;
using TigaPilar.Bench.Meetings;
using TigaPilar.Planning;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// The server is killed again and again while reports come in. Who gets no answer sends the same again, as a phone does: what
/// was acknowledged is there, and everything is there once, with its event, its entry in the log and its seal.
/// </summary>
internal static class IntakeKills
{
    private const int Senders = 12;

    public static async Task RunAsync(BenchReport report, string engine, StorageSettings storage, int port, IReadOnlyList<Reporter> reporters, int kills, FeedProcess first, Func<Task<FeedProcess>> start)
    {
        var acknowledged = new ConcurrentDictionary<Guid, byte>();
        var (again, end) = (0, false);
        if (kills == 0) return;
        var before = await CountAsync(storage);
        var from = await Rakor.WithAsync(storage, d => d.Set<FeedEvent>().MaxAsync(e => e.Position));
        var node = first;
        var sending = Enumerable.Range(0, Senders).Select(i => Task.Run(async () =>
        {
            for (var number = 0; !Volatile.Read(ref end); number++)
            {
                Guid[] ids = [.. Enumerable.Range(0, number % 5 == 0 ? 5 : 1).Select(_ => Guid.CreateVersion7())];
                while (true)
                {
                    try
                    {
                        using var connection = new IntakeConnection(port, reporters[i % reporters.Count]);
                        await connection.ConnectAsync();
                        var status = await connection.SendAsync(ids);
                        if (status == 200) break;
                        if (status is not (429 or 503)) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A report was answered by {status}."));
                    }
                    catch (Exception lost) when (lost is SocketException or IOException)
                    {
                        // Killed: whether it was kept is not known.
                        Interlocked.Increment(ref again);
                    }

                    await Task.Delay(20);
                }

                foreach (var id in ids) acknowledged[id] = 0;
            }
        })).ToList();
        var random = new SplitMix64(11);
        var atKill = new List<int>();
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                await Task.Delay(150 + random.Next(450));
                await node.KillAsync();
                atKill.Add(acknowledged.Count);
                node = await start();
            }

            await Task.Delay(500);
            Volatile.Write(ref end, true);
            await Task.WhenAll(sending);
            await JudgeAsync(report, engine, storage, before, from, acknowledged, again, atKill);
        }
        finally
        {
            Volatile.Write(ref end, true);
            await node.DisposeAsync();
        }
    }

    private static Task<int> CountAsync(StorageSettings storage) => Rakor.WithAsync(storage, d => d.Set<IncidentReport>().CountAsync());

    private static async Task JudgeAsync(BenchReport report, string engine, StorageSettings storage, int before, long from, ConcurrentDictionary<Guid, byte> acknowledged, int again, List<int> atKill)
    {
        // The last are given their places within a moment.
        for (var i = 0; i < 100 && await Rakor.WithAsync(storage, d => d.Set<PendingEvent>().AnyAsync()) | await Rakor.WithAsync(storage, d => d.Set<AuditPending>().AnyAsync()); i++) await Task.Delay(100);
        var kept = (await Rakor.WithAsync(storage, d => d.Set<IncidentReport>().Select(r => r.Id).ToListAsync())).ToHashSet();
        var events = await Rakor.WithAsync(storage, d => d.Set<FeedEvent>().Where(e => e.Permission == IncidentsPermissions.Read).Select(e => e.Subject).ToListAsync());
        var entries = await Rakor.WithAsync(storage, d => d.Set<AuditEntry>().Where(e => e.Action == "incidents.report").Select(e => e.Subject).ToListAsync());
        var (told, logged) = (events.CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal), entries.CountBy(s => s, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        var lost = acknowledged.Keys.Count(id => !kept.Contains(id));
        // Whoever sent again until he was answered has acknowledged all that is there.
        var unasked = kept.Count - before - (acknowledged.Count - lost);
        var uneven = acknowledged.Keys.Select(id => id.ToString()).Count(id => told.GetValueOrDefault(id) != 1 || logged.GetValueOrDefault(id) != 1);
        var positions = await Rakor.WithAsync(storage, d => d.Set<FeedEvent>().Where(e => e.Position >= from).OrderBy(e => e.Position).Select(e => e.Position).ToListAsync());
        var gaps = positions.Where((p, i) => i > 0 && p != positions[i - 1] + 1).Count();
        var audit = await Rakor.WithAsync(storage, d => AuditVerifier.RunAsync(d, [], null, CancellationToken.None));
        report.Table(1, "killed", "kills", "acknowledged", "sent again", "lost", "more than acknowledged", "without its one event and entry", "gaps in the feed", "sealed", "problems of the chain").Row(
            [engine, .. ((long[])[atKill.Count, acknowledged.Count, again, lost, unasked, uneven, gaps, audit.Sealed, audit.Problems.Length]).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
        foreach (var problem in audit.Problems.Take(5)) Console.Error.WriteLine($"  {problem}");
        report.Goal(string.Create(CultureInfo.InvariantCulture, $"{engine}: of what was acknowledged before {atKill.Count} kills, lost or doubled"), "0", string.Create(CultureInfo.InvariantCulture, $"{lost} lost, {unasked} doubled, {uneven} uneven of {acknowledged.Count}"), lost == 0 && unasked == 0 && uneven == 0 && gaps == 0 && !acknowledged.IsEmpty && again > 0);
        report.Goal(string.Create(CultureInfo.InvariantCulture, $"{engine}: the sealed log is whole after {atKill.Count} kills"), "0 problems", string.Create(CultureInfo.InvariantCulture, $"{audit.Problems.Length} problems, {audit.Unsealed} unsealed"), audit.Problems.IsEmpty && audit.Unsealed == 0);
    }
}
