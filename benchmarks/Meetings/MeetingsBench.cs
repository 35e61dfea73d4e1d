using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Bench.Feed;
using TigaPilar.Planning;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Messages;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Meetings;

/// <summary>
/// A rakor of 389 units through the real pages: how soon the page that asks them answers, when the last letter is written,
/// whether 389 marks within a minute are kept, and whether five who write the same minutes lose a word. Then one message to
/// 6,000 offices, and one meeting that asks all of them.
/// </summary>
internal static partial class MeetingsBench
{
    private const int Units = 389;
    private const int Letters = 437;

    public static void Run(BenchReport report, double editing) => RunAsync(report, editing).GetAwaiter().GetResult();

    private static async Task RunAsync(BenchReport report, double editing)
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        report.Note($"limits are the ones that users were promised; nothing of the product is called but its pages ({MeetingsNode.Clerks} clerks signed in)");
        if (editing < 300) report.Note("minutes were edited for less than the five minutes that count: a trial");
        try
        {
            await OnAsync(report, "SQLite", StorageSettings.InFolder(Path.Combine(folder.FullName, "sqlite")), "", editing);
            var cluster = Path.Combine(folder.FullName, "postgres");
            if (PrivatePostgres.Start(cluster) is not { } connection)
            {
                report.Goal("meetings on PostgreSQL", "held", "not measured: PostgreSQL did not start", null);
                return;
            }

            try
            {
                await OnAsync(report, "PostgreSQL", new StorageSettings(connection, Path.Combine(folder.FullName, "files")), connection, editing);
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

    private static async Task OnAsync(BenchReport report, string engine, StorageSettings storage, string connection, double editing)
    {
        Directory.CreateDirectory(storage.Folder);
        var port = FreePort();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        await using var node = await FeedProcess.StartAsync([], port, "meetings-node", url, storage.Folder, connection);
        var clerks = new List<Clerk>();
        for (var i = 0; i < MeetingsNode.Clerks; i++) clerks.Add(await Clerk.SignInAsync(new Uri(url), storage.Folder, string.Create(CultureInfo.InvariantCulture, $"petugas{i}")));
        try
        {
            var meeting = await InviteAsync(report, engine, clerks[0], storage);
            await CheckInAsync(report, engine, clerks, storage, meeting);
            await EditAsync(report, engine, clerks, storage, meeting, editing);
            using var province = await Clerk.SignInAsync(new Uri(url), storage.Folder, MeetingsNode.Provincial);
            await BroadcastAsync(report, engine, province, storage);
        }
        finally
        {
            clerks.ForEach(c => c.Dispose());
        }
    }

    private static async Task<Guid> InviteAsync(BenchReport report, string engine, Clerk clerk, StorageSettings storage)
    {
        var id = await Rakor.MakeAsync(clerk, "Bupati", "Petugas 0");
        var (asked, sent, written) = await Rakor.AskAsync(clerk, storage, id, [OfficeGroup.Forkopimcam, OfficeGroup.VillageHeads, OfficeGroup.WardHeads], Letters, 120);
        var units = await Rakor.WithAsync(storage, d => d.Set<Invitation>().Where(i => i.MeetingId == id).Select(i => i.Unit).Distinct().CountAsync());
        var letters = await Rakor.WithAsync(storage, d => d.Set<Invitation>().CountAsync(i => i.MeetingId == id));
        report.Goal($"{engine}: units and letters that were asked", "389 and 437", string.Create(CultureInfo.InvariantCulture, $"{units} and {letters}"), units == Units && letters == Letters);
        report.AtMost($"{engine}: the page that asks 389 units answers", Math.Max(asked, sent), 2, "F2", " s");
        report.AtMost($"{engine}: after that the last letter is written", written, 30, "F1", " s");
        return id;
    }

    // The province writes to 6,000 villages, and then asks all of them to come.
    private static async Task BroadcastAsync(BenchReport report, string engine, Clerk clerk, StorageSettings storage)
    {
        var all = ((OfficeGroup[])[OfficeGroup.VillageHeads, OfficeGroup.WardHeads]).Select(g => ("Input.Groups", ((int)g).ToString(CultureInfo.InvariantCulture))).ToList();
        var page = await clerk.OpenAsync("/pesan/baru");
        var watch = Stopwatch.StartNew();
        var (body, location) = await clerk.SendAsync("/pesan/baru", page, "pesan", [.. all, ("Input.Kind", "Notice"), ("Input.Subject", "Aktifkan siskamling"), ("Input.Body", "Mulai malam ini.")]);
        var message = watch.Elapsed.TotalSeconds;
        if (location is null || !Guid.TryParse(location.Split('/')[^1], out var id)) throw new InvalidOperationException($"No message was sent: {location} {body[..Math.Min(400, body.Length)]}");
        watch.Restart();
        await clerk.OpenAsync($"/pesan/{id}");
        var shown = watch.Elapsed.TotalSeconds;
        var copies = await Rakor.WithAsync(storage, d => d.Set<MessageCopy>().CountAsync(c => c.MessageId == id));
        report.Goal($"{engine}: copies of one message to all villages", "6000", copies.ToString(CultureInfo.InvariantCulture), copies == MeetingsNode.Villages);
        report.AtMost($"{engine}: the page that writes to 6,000 offices answers", message, 2, "F2", " s");

        var meeting = await Rakor.MakeAsync(clerk, "Gubernur", "Petugas Provinsi");
        var (asked, sent, written) = await Rakor.AskAsync(clerk, storage, meeting, [OfficeGroup.VillageHeads, OfficeGroup.WardHeads], MeetingsNode.Villages, 600);
        var letters = await Rakor.WithAsync(storage, d => d.Set<Invitation>().CountAsync(i => i.MeetingId == meeting && i.LetterDigest != null));
        report.Table(1, "6,000 offices", "message s", "its page s", "asked s", "sent s", "letters", "last letter s").Row(
            engine, Seconds(message), Seconds(shown), Seconds(asked), Seconds(sent), letters.ToString(CultureInfo.InvariantCulture), Seconds(written));
        report.AtMost($"{engine}: the page that asks 6,000 offices to come answers", Math.Max(asked, sent), 2, "F2", " s");
        report.Goal($"{engine}: letters written of 6,000", "6000", letters.ToString(CultureInfo.InvariantCulture), letters == MeetingsNode.Villages);

        static string Seconds(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture);
    }

    // Eight clerks at the doors read the codes of 389 letters within a minute, while others look at the list.
    private static async Task CheckInAsync(BenchReport report, string engine, List<Clerk> clerks, StorageSettings storage, Guid meeting)
    {
        var path = $"/rapat/{meeting}/hadir";
        var tokens = new ConcurrentQueue<string>(await Rakor.WithAsync(storage, d => d.Set<Invitation>().Where(i => i.MeetingId == meeting).OrderBy(i => i.Id).Select(i => i.Token).Take(Units).ToListAsync()));
        var times = new ConcurrentBag<double>();
        foreach (var clerk in clerks) await clerk.OpenAsync(path);
        var all = Stopwatch.StartNew();
        await Task.WhenAll(clerks.Select(clerk => Task.Run(async () =>
        {
            var page = await clerk.OpenAsync(path);
            while (tokens.TryDequeue(out var token))
            {
                // One after another at the pace of the minute: a queue at a door, not a burst.
                var due = (Units - tokens.Count) * 58.0 / Units - all.Elapsed.TotalSeconds;
                if (due > 0) await Task.Delay(TimeSpan.FromSeconds(due));
                var watch = Stopwatch.StartNew();
                (page, _) = await clerk.SendAsync(path, page, "surat", ("Code", token));
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        })));
        var seconds = all.Elapsed.TotalSeconds;
        var present = await Rakor.WithAsync(storage, d => d.Set<Invitation>().CountAsync(i => i.MeetingId == meeting && i.ArrivedAt != null));
        var sorted = times.Order().ToArray();
        report.Table(1, "check-in", "marks", "s", "p50 ms", "p99 ms").Row(
            engine, present.ToString(CultureInfo.InvariantCulture), seconds.ToString("F1", CultureInfo.InvariantCulture), sorted[sorted.Length / 2].ToString("F0", CultureInfo.InvariantCulture), sorted[sorted.Length * 99 / 100].ToString("F0", CultureInfo.InvariantCulture));
        report.Goal($"{engine}: marks kept of 389 within 60 s", "389", present.ToString(CultureInfo.InvariantCulture), present == Units && seconds <= 60);
        report.AtMost($"{engine}: p99 of the page that marks", sorted[sorted.Length * 99 / 100], 300, "F0", " ms");
    }

    // Five write: new paragraphs, and changes of each other's. What was taken is in a version; what was not was refused aloud.
    private static async Task EditAsync(BenchReport report, string engine, List<Clerk> clerks, StorageSettings storage, Guid meeting, double seconds)
    {
        var path = $"/rapat/{meeting}/notulen";
        var taken = new ConcurrentBag<string>();
        var refused = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(clerks.Take(5).Select((clerk, who) => Task.Run(async () =>
        {
            var random = new SplitMix64((ulong)who + 11);
            for (var n = 0; watch.Elapsed.TotalSeconds < seconds; n++)
            {
                var words = string.Create(CultureInfo.InvariantCulture, $"Notulis {who} menulis {n}.");
                var page = await clerk.OpenAsync(path);
                var parts = Parts().Matches(page);
                string answer;
                // A screen's worth of paragraphs, which all five keep changing.
                if (parts.Count < 12) (answer, _) = await clerk.SendAsync(path, page, "alinea-baru", ("New", words));
                else (answer, _) = await clerk.SendAsync(path, page, parts[random.Next(parts.Count)].Groups["form"].Value, ("Edit.Text", words));
                if (answer.Contains("role=\"alert\"", StringComparison.Ordinal)) Interlocked.Increment(ref refused);
                else taken.Add(words);
                await Task.Delay(150);
            }
        })));
        var versions = await Rakor.WithAsync(storage, d => d.Set<ParagraphVersion>().Where(v => v.MeetingId == meeting).Select(v => new { v.ParagraphId, v.Version, v.Text }).ToListAsync());
        var texts = versions.Select(v => v.Text).ToHashSet(StringComparer.Ordinal);
        var last = await Rakor.WithAsync(storage, d => d.Set<MinutesParagraph>().Where(p => p.MeetingId == meeting).Select(p => new { p.Id, p.Version, p.Text }).ToListAsync());
        var broken = last.Count(p => versions.Count(v => v.ParagraphId == p.Id) != p.Version || versions.Single(v => v.ParagraphId == p.Id && v.Version == p.Version).Text != p.Text);
        var lost = taken.Count(t => !texts.Contains(t));
        report.Table(1, "minutes", "s", "taken", "told of another's change", "lost").Row(
            engine, watch.Elapsed.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture), taken.Count.ToString(CultureInfo.InvariantCulture), refused.ToString(CultureInfo.InvariantCulture), lost.ToString(CultureInfo.InvariantCulture));
        report.Goal($"{engine}: of what five editors were told is kept, lost or overwritten", "0", string.Create(CultureInfo.InvariantCulture, $"{lost} of {taken.Count}, {broken} broken histories"), lost == 0 && broken == 0 && !taken.IsEmpty);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("value=\"(?<form>alinea-[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parts();
}
