using System.Net.Sockets;
using System.Text;

namespace TigaPilar.Bench.Feed;

/// <summary>What one reader got, in the order in which it came.</summary>
internal sealed class SwarmReader(int scope)
{
    public int Scope { get; } = scope;

    /// <summary>Positions and subjects.</summary>
    public List<(long Position, string Subject)> Got { get; } = [];

    /// <summary>Milliseconds from the making of each event to its coming.</summary>
    public List<float> Delays { get; } = [];

    /// <summary>How often it was told to read the page anew.</summary>
    public int Resets { get; set; }

    /// <summary>Connections that were begun.</summary>
    public int Connections { get; set; }
}

/// <summary>
/// Many readers over plain sockets: an HTTP client for each would cost more than what is measured. They come back by
/// themselves with the id that they got last, as browsers do.
/// </summary>
internal sealed class FeedSwarm : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private int _open;

    public List<SwarmReader> Readers { get; } = [];

    /// <summary>Readers that are connected now.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Adds a reader.</summary>
    /// <param name="scope">Which of the ten.</param>
    /// <param name="ports">Where it connects, in this order after a loss.</param>
    /// <param name="path">What it asks for.</param>
    /// <param name="cookie">Its session, or null.</param>
    public void Add(int scope, IReadOnlyList<int> ports, string path, string? cookie)
    {
        var reader = new SwarmReader(scope);
        Readers.Add(reader);
        _running.Add(Task.Run(() => FollowAsync(reader, ports, path, cookie)));
    }

    /// <summary>Counts delays from now on. To be called while nothing is written.</summary>
    public void ForgetDelays()
    {
        foreach (var reader in Readers) reader.Delays.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        _end.Dispose();
    }

    private async Task FollowAsync(SwarmReader reader, IReadOnlyList<int> ports, string path, string? cookie)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await OnceAsync(reader, ports[reader.Connections++ % ports.Count], path, cookie);
            }
            catch (Exception lost) when (lost is SocketException or IOException)
            {
                // The server was killed: again.
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(200, CancellationToken.None);
        }
    }

    private async Task OnceAsync(SwarmReader reader, int port, string path, string? cookie)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port, _end.Token);
        var last = reader.Got.Count == 0 ? "" : FormattableString.Invariant($"Last-Event-ID: {reader.Got[^1].Position}\r\n");
        // HTTP/1.0: without chunks, whose lengths would stand between the frames.
        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\nHost: localhost:{port}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}{last}\r\n"), _end.Token);
        var buffer = new byte[1 << 16];
        var held = 0;
        var counted = false;
        try
        {
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(held), _end.Token);
                if (read == 0) return;
                var now = TimeProvider.System.GetUtcNow().UtcTicks;
                held += read;
                if (!counted && buffer.AsSpan(0, held).IndexOf("\r\n\r\n"u8) is >= 0 and var head)
                {
                    if (!buffer.AsSpan(0, head).StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.ASCII.GetString(buffer, 0, Math.Min(head, 60)));
                    counted = true;
                    Interlocked.Increment(ref _open);
                }

                var used = Take(reader, buffer.AsSpan(0, held), now);
                buffer.AsSpan(used, held - used).CopyTo(buffer);
                held -= used;
            }
        }
        finally
        {
            if (counted) Interlocked.Decrement(ref _open);
        }
    }

    private static int Take(SwarmReader reader, ReadOnlySpan<byte> bytes, long now)
    {
        var used = 0;
        while (bytes[used..].IndexOf("\n\n"u8) is >= 0 and var length)
        {
            var frame = bytes.Slice(used, length);
            used += length + 2;
            if (frame.IndexOf("event: ulang"u8) >= 0) reader.Resets++;
            var id = frame.LastIndexOf("id: "u8);
            var subject = frame.IndexOf("\"subject\":\""u8);
            if (id < 0 || subject < 0) continue;
            var digits = frame[(id + 4)..];
            if (!System.Buffers.Text.Utf8Parser.TryParse(digits, out long position, out _)) continue;
            var rest = frame[(subject + 11)..];
            var text = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
            reader.Got.Add((position, text));
            reader.Delays.Add((now - FeedTraffic.MadeAt(text)) / (float)TimeSpan.TicksPerMillisecond);
        }

        return used;
    }
}
