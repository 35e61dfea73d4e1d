using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using TigaPilar.Planning;

namespace TigaPilar.Bench.Feed;

/// <summary>
/// What the feed is held against: Kestrel alone, that writes the same events to the same readers in the same window of
/// 50 ms. No database, no order to agree on, no rights to ask for: who gets what is known beforehand.
/// </summary>
internal static class FeedPeer
{
    private const int WindowMilliseconds = 50;

    public static async Task<int> RunAsync(string listen)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(listen);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        var readers = Enumerable.Range(0, FeedTraffic.Scopes.Length).Select(_ => new ConcurrentDictionary<HttpResponse, byte>()).ToArray();
        app.MapGet("/aliran/{scope:int}", async (int scope, HttpContext http) =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.Body.FlushAsync();
            readers[scope][http.Response] = 0;
            var end = new TaskCompletionSource();
            await using var registration = http.RequestAborted.Register(() => end.SetResult());
            await end.Task;
            readers[scope].TryRemove(http.Response, out _);
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            await WriteAsync(readers, double.Parse(line, CultureInfo.InvariantCulture));
            await Console.Out.WriteLineAsync("done");
        }

        return 0;
    }

    private static async Task WriteAsync(ConcurrentDictionary<HttpResponse, byte>[] readers, double seconds)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var random = new SplitMix64(7);
        var pending = Enumerable.Range(0, readers.Length).Select(_ => new ArrayBufferWriter<byte>()).ToArray();
        var window = 0;
        for (var number = 0; ; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / FeedTraffic.PerSecond);
            if (due.TotalSeconds > seconds) return;
            while (clock.GetElapsedTime(start) < due || clock.GetElapsedTime(start).TotalMilliseconds > (window + 1) * WindowMilliseconds)
            {
                var end = TimeSpan.FromMilliseconds((window + 1) * WindowMilliseconds);
                var until = (end < due ? end : due) - clock.GetElapsedTime(start);
                if (until > TimeSpan.Zero) await Task.Delay(until);
                if (clock.GetElapsedTime(start) < end) continue;
                window = (int)(clock.GetElapsedTime(start).TotalMilliseconds / WindowMilliseconds);
                await FlushAsync(readers, pending);
            }

            var sent = FeedTraffic.Next("p", number, ref random);
            var frame = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"id: {number + 1}\ndata: {{\"at\":1769000000000,\"topic\":\"stations\",\"area\":\"{sent.Area}\",\"subject\":\"{sent.Subject}\"}}\n\n"));
            for (var scope = 0; scope < pending.Length; scope++) if (FeedTraffic.MayBeTold(scope, sent)) pending[scope].Write(frame);
        }
    }

    private static async Task FlushAsync(ConcurrentDictionary<HttpResponse, byte>[] readers, ArrayBufferWriter<byte>[] pending)
    {
        var writes = new List<Task>();
        for (var scope = 0; scope < readers.Length; scope++)
        {
            if (pending[scope].WrittenCount == 0) continue;
            var bytes = pending[scope].WrittenSpan.ToArray();
            pending[scope].ResetWrittenCount();
            foreach (var response in readers[scope].Keys)
            {
                response.BodyWriter.Write(bytes);
                writes.Add(response.BodyWriter.FlushAsync().AsTask());
            }
        }

        await Task.WhenAll(writes);
    }
}
