using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TigaPilar.Bench.Intake;

/// <summary>Somebody who sends: a session and the area that he reports of. The peer asks for no session.</summary>
internal sealed record Reporter(string? Cookie, string Area)
{
    /// <summary>Told to the peer, which has no accounts, so that its rows are as ours; ours leaves it aside.</summary>
    public Guid Agency { get; } = Guid.NewGuid();
}

/// <summary>One connection over a plain socket: an HTTP client for each would cost more than what is measured.</summary>
internal sealed class IntakeConnection(int port, Reporter reporter) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 14];

    public async Task ConnectAsync() => await _socket.ConnectAsync("127.0.0.1", port);

    /// <summary>Sends reports with these ids; the status of the answer. Ends by an exception where the server goes meanwhile.</summary>
    public async Task<int> SendAsync(params IReadOnlyList<Guid> ids)
    {
        var body = ids.Count == 1 ? One(ids[0]) : $"[{string.Join(',', ids.Select(One))}]";
        await _socket.SendAsync(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /api/kejadian HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{(reporter.Cookie is null ? "" : $"Cookie: {reporter.Cookie}\r\n")}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}")), SocketFlags.None);
        var held = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(held), SocketFlags.None);
            if (read == 0) throw new IOException("The server went.");
            held += read;
            if (IsWhole(_buffer.AsSpan(0, held))) return int.Parse(Encoding.ASCII.GetString(_buffer, 9, 3), CultureInfo.InvariantCulture);
        }
    }

    public void Dispose() => _socket.Dispose();

    // ASCII: as many bytes as characters.
    private string One(Guid id) => $$"""{"id":"{{id}}","what":"Antrean memanjang di depan TPS, warga minta penjelasan petugas; keadaan tertib, dua anggota di tempat","where":"Balai desa, dekat lapangan","area":"{{reporter.Area}}","agency":"{{reporter.Agency}}","by":"Contoh kapolsek Pasirian, Contoh kapolsek, Contoh kapolsek {{reporter.Area}}"}""";

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0) return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return System.Buffers.Text.Utf8Parser.TryParse(answer[(length + 16)..], out int size, out _) && answer.Length >= head + 4 + size;
    }
}

/// <summary>What came of a phase.</summary>
internal sealed record Outcome(int Received, int Refused, double Seconds, double P50, double P99, double Most, IReadOnlyDictionary<string, int> ByArea)
{
    public double PerSecond => Received / Seconds;
}

/// <summary>Sends as fast as it is answered, or at a pace whatever the answers take.</summary>
internal static class IntakeLoad
{
    /// <summary>So many connections, one report after another on each.</summary>
    public static Task<Outcome> FullAsync(int port, IReadOnlyList<Reporter> reporters, int connections, double seconds) => RunAsync(port, reporters, connections, seconds, null);

    /// <summary>
    /// So many reports a second over all connections, each at its own time, and their delay counted from that time: one that
    /// had to wait for the answer before it is late, and is not forgiven.
    /// </summary>
    public static Task<Outcome> PacedAsync(int port, IReadOnlyList<Reporter> reporters, int connections, double seconds, double perSecond) => RunAsync(port, reporters, connections, seconds, perSecond);

    private static async Task<Outcome> RunAsync(int port, IReadOnlyList<Reporter> reporters, int connections, double seconds, double? perSecond)
    {
        var delays = new ConcurrentBag<List<double>>();
        var byArea = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (received, refused) = (0, 0);
        var clock = TimeProvider.System;
        var all = new List<IntakeConnection>();
        for (var i = 0; i < connections; i++)
        {
            all.Add(new IntakeConnection(port, reporters[i % reporters.Count]));
            await all[^1].ConnectAsync();
        }

        var start = clock.GetTimestamp();
        await Task.WhenAll(all.Select((connection, i) => Task.Run(async () =>
        {
            var own = new List<double>();
            var kept = 0;
            var step = perSecond is { } pace ? connections / pace : 0;
            for (var number = 0; ; number++)
            {
                var due = step * (number + ((double)i / connections));
                var now = clock.GetElapsedTime(start).TotalSeconds;
                if (perSecond is null) due = now;
                if (due > seconds) break;
                if (due > now) await Task.Delay(TimeSpan.FromSeconds(due - now));
                var status = await connection.SendAsync(Guid.CreateVersion7());
                if (status == 200)
                {
                    kept++;
                    own.Add((clock.GetElapsedTime(start).TotalSeconds - due) * 1000);
                }
                else
                {
                    Interlocked.Increment(ref refused);
                }
            }

            Interlocked.Add(ref received, kept);
            byArea.AddOrUpdate(reporters[i % reporters.Count].Area, kept, (_, sum) => sum + kept);
            delays.Add(own);
        })));
        var took = clock.GetElapsedTime(start).TotalSeconds;
        foreach (var connection in all) connection.Dispose();
        var sorted = delays.SelectMany(d => d).Order().ToArray();
        double At(double part) => sorted.Length == 0 ? double.NaN : sorted[(int)(part * (sorted.Length - 1))];
        return new Outcome(received, refused, took, At(0.5), At(0.99), At(1), byArea);
    }
}
