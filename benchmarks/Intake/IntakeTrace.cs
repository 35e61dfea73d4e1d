using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// By strace: between the coming of each report and the answer to it some sync to the disk began and ended, in the server's own
/// process on SQLite, in PostgreSQL's else.
/// </summary>
internal static partial class IntakeTrace
{
    public static async Task RunAsync(BenchReport report, string engine, int server, string? connection, Func<Task> load)
    {
        var goal = $"{engine}: answers that a sync to the disk preceded, by strace";
        List<int> traced = [server];
        if (connection is not null) traced.AddRange(await BackendsAsync(connection));
        var file = Path.GetTempFileName();
        try
        {
            using var strace = Start(file, traced);
            if (strace is null || await Task.WhenAny(AttachedAsync(strace, traced.Count), strace.WaitForExitAsync(), Task.Delay(TimeSpan.FromSeconds(10))) is { } done && strace.HasExited)
            {
                report.Goal(goal, "all", "not shown: this machine does not let one process be traced by another", null);
                return;
            }

            await load();
            using (var stop = Process.Start("kill", ["-INT", strace.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync();
            await strace.WaitForExitAsync();
            var (answers, without, syncs) = Read(await File.ReadAllLinesAsync(file));
            report.Table(1, "strace", "answers", "syncs", "answers without one").Row([engine, .. ((int[])[answers, syncs, without]).Select(n => n.ToString(CultureInfo.InvariantCulture))]);
            report.Goal(goal, "all", string.Create(CultureInfo.InvariantCulture, $"{answers - without} of {answers}, {syncs} syncs"), answers > 0 && without == 0);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Answers of 200 to reports, those of them without a sync that began after the report came and ended before the answer, and all syncs.</summary>
    internal static (int Answers, int Without, int Syncs) Read(IEnumerable<string> lines)
    {
        var begun = new Dictionary<string, double>(StringComparer.Ordinal);
        var syncs = new List<(double Begun, double Ended)>();
        var came = new Dictionary<string, double>(StringComparer.Ordinal);
        var answered = new List<(double Came, double Answered)>();
        var half = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (Line().Match(line) is not { Success: true } match) continue;
            var (pid, at, text) = (match.Groups["pid"].Value, double.Parse(match.Groups["at"].Value, CultureInfo.InvariantCulture), match.Groups["text"].Value);
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                if (Sync().IsMatch(text)) begun[pid] = at;
                half[pid] = text;
                Answer(text, at);
                continue;
            }

            if (text.StartsWith("<... ", StringComparison.Ordinal))
            {
                if (Resumed().IsMatch(text) && begun.Remove(pid, out var since)) syncs.Add((since, at));
                // What was received stands where the call ends, its socket where it began.
                else if (text.Contains("POST /api", StringComparison.Ordinal) && half.TryGetValue(pid, out var call)) came[Socket(call)] = at;
                continue;
            }

            if (Sync().IsMatch(text)) syncs.Add((at, at + Took(text)));
            else if (text.Contains("\"POST /api", StringComparison.Ordinal)) came[Socket(text)] = at;
            else Answer(text, at);
        }

        var ends = syncs.OrderBy(s => s.Ended).ToList();
        return (answered.Count, answered.Count(a => !ends.Exists(s => s.Begun >= a.Came && s.Ended <= a.Answered)), syncs.Count);

        void Answer(string text, double at)
        {
            if (text.StartsWith("send", StringComparison.Ordinal) && text.Contains("\"HTTP/1.1 200", StringComparison.Ordinal) && came.Remove(Socket(text), out var since)) answered.Add((since, at));
        }
    }

    private static string Socket(string call) => call[(call.IndexOf('(') + 1)..call.IndexOf(',')];

    // -T writes how long a call took at its end.
    private static double Took(string text) => double.Parse(text[(text.LastIndexOf('<') + 1)..text.LastIndexOf('>')], CultureInfo.InvariantCulture);

    private static Process? Start(string file, List<int> traced)
    {
        for (var attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                return Process.Start(new ProcessStartInfo(
                    "strace",
                    ["-f", "-ttt", "-T", "-s", "16", "-e", "trace=fsync,fdatasync,sendmsg,sendto,recvmsg,recvfrom", "-o", file, .. traced.SelectMany(p => (string[])["-p", p.ToString(CultureInfo.InvariantCulture)])])
                    { RedirectStandardError = true, UseShellExecute = false });
            }
            catch (Win32Exception)
            {
                // It is not there: once by the machine's own packages.
                try
                {
                    using var install = Process.Start(new ProcessStartInfo("apt-get", ["install", "-y", "-qq", "strace"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false });
                    install?.WaitForExit();
                }
                catch (Win32Exception)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static async Task AttachedAsync(Process strace, int processes)
    {
        for (var seen = 0; seen < processes && await strace.StandardError.ReadLineAsync() is { } line;)
            if (line.Contains("attached", StringComparison.Ordinal)) seen++;
        _ = strace.StandardError.ReadToEndAsync();
        await Task.Delay(300);
    }

    private static async Task<List<int>> BackendsAsync(string connection)
    {
        await using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await database.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()", database);
        await using var reader = await command.ExecuteReaderAsync();
        var all = new List<int>();
        while (await reader.ReadAsync()) all.Add(reader.GetInt32(0));
        return all;
    }

    [GeneratedRegex(@"^(?<pid>\d+)\s+(?<at>\d+\.\d+) (?<text>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();

    [GeneratedRegex(@"^f(data)?sync\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sync();

    [GeneratedRegex(@"^<\.\.\. f(data)?sync resumed", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Resumed();
}
