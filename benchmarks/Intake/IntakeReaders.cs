using System.Buffers.Text;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// Who looks on while reports come in, as the pages do: boards are told how many in which kecamatan, those who sort are told of
/// each. Each counts what it was told of.
/// </summary>
internal sealed class IntakeReaders : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private int _open;

    public List<Reader> All { get; } = [];

    public int Open => Volatile.Read(ref _open);

    public long Bytes => All.Sum(r => r.Bytes);

    /// <param name="port">Of the server.</param>
    /// <param name="cookie">The reader's session.</param>
    /// <param name="area">What the reader may see: the area and all below it.</param>
    /// <param name="each">Whether each is told, or counts.</param>
    public void Add(int port, string cookie, string area, bool each)
    {
        var reader = new Reader(area, each);
        All.Add(reader);
        _running.Add(Task.Run(() => FollowAsync(reader, port, cookie)));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        _end.Dispose();
    }

    private async Task FollowAsync(Reader reader, int port, string cookie)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync("127.0.0.1", port, _end.Token);
            // HTTP/1.0: without chunks, whose lengths would stand between the frames.
            await socket.SendAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET /aliran{(reader.Each ? "" : "?ringkas=ya")} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n")), _end.Token);
            Interlocked.Increment(ref _open);
            var buffer = new byte[1 << 15];
            for (var held = 0; ;)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(held), _end.Token);
                if (read == 0) return;
                reader.Bytes += read;
                held += read;
                var used = reader.Take(buffer.AsSpan(0, held));
                buffer.AsSpan(used, held - used).CopyTo(buffer);
                held -= used;
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException)
        {
            // The phase is over.
        }
    }

    internal sealed class Reader(string area, bool each)
    {
        public string Area { get; } = area;

        public bool Each { get; } = each;

        /// <summary>Reports that it was told of.</summary>
        public long Told { get; private set; }

        public long Bytes { get; set; }

        public int Take(ReadOnlySpan<byte> bytes)
        {
            var used = 0;
            while (bytes[used..].IndexOf("\n\n"u8) is >= 0 and var length)
            {
                var frame = bytes.Slice(used, length);
                used += length + 2;
                while (frame.IndexOf("\"topic\":\"incidents\""u8) is >= 0 and var at)
                {
                    frame = frame[(at + 19)..];
                    if (Each) Told++;
                    else if (frame[(frame.IndexOf("\"count\":"u8) + 8)..] is var digits && Utf8Parser.TryParse(digits, out int count, out _)) Told += count;
                }
            }

            return used;
        }
    }
}
