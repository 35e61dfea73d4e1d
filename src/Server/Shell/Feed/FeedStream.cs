using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Feed;

/// <summary>
/// <c>GET /aliran</c>: Server-Sent Events after the position of the page (<c>?sejak=</c>) or the last one received
/// (<c>Last-Event-ID</c>). What a reader may not read is left out; <c>ulang</c> says that the page must be read anew, since
/// what it asks for is no longer kept; <c>tutup</c> that the session or the office has ended. With <c>?ringkas=ya</c> events
/// come as counts (<see cref="FeedCounts"/>, <c>hitung</c>), counted once for all: after a quiet time at once, and then at most one message a second.
/// </summary>
internal sealed class FeedStream(FeedTail tail, FeedReaders readers, IServiceScopeFactory scopes)
{
    /// <summary>A sign of life, and the position for those to whom nothing was told.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private static readonly byte[] Closed = "event: tutup\ndata: {}\n\n"u8.ToArray();

    public async Task FollowAsync(HttpContext http, CurrentReader current, IHostApplicationLifetime life)
    {
        var reader = await current.GetAsync();
        if (reader.AccountId is null)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var own = new FeedReader(http.User, reader);
        if (!readers.TryAdd(own))
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
        try
        {
            await tail.Ready.WaitAsync(end.Token);
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store";
            // Caddy and others pass on what comes as it comes.
            http.Response.Headers["X-Accel-Buffering"] = "no";
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await SendAsync(http.Response.BodyWriter, own, Asked(http.Request), http.Request.Query["ringkas"] == "ya" ? new FeedCounts() : null, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The browser has gone, or the program stops: it comes back by itself.
        }
        finally
        {
            readers.Remove(own);
        }
    }

    private static long? Asked(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last
        : long.TryParse(request.Query["sejak"], NumberStyles.None, CultureInfo.InvariantCulture, out var since) ? since : null;

    private async Task SendAsync(PipeWriter to, FeedReader own, long? asked, FeedCounts? counts, CancellationToken cancel)
    {
        var at = asked ?? tail.Head;
        to.Write("retry: 1000\n\n"u8);
        if (await IsLostAsync(at, cancel))
        {
            at = tail.Head;
            to.Write(Frame($"event: ulang\nid: {at}\ndata: {{}}\n\n"));
        }

        await to.FlushAsync(cancel);
        var spoken = Environment.TickCount64;
        while (own.IsOpen)
        {
            // Either comes within a second at the latest: soon enough to see that the browser has gone.
            var (beat, stretch) = (tail.Beat, tail.Stretch);
            (at, var told) = await WriteAsync(to, own, at, counts is null ? tail.Head : stretch.After, counts, cancel);
            if (counts is { IsEmpty: false })
            {
                to.Write(counts.Take(at));
                told = true;
            }

            var now = Environment.TickCount64;
            if (!told && now - spoken > Quiet.TotalMilliseconds)
            {
                // The browser takes the id and shows nothing.
                to.Write(Frame($"id: {at}\n\n"));
                told = true;
            }

            if (told)
            {
                spoken = now;
                await to.FlushAsync(cancel);
            }

            if (counts is null) await beat;
            else await stretch.Over;
            cancel.ThrowIfCancellationRequested();
            // Who has come to where it began is told what all are; who has not catches up by himself.
            if (counts is null || at != stretch.After || stretch.Counts is not { } all) continue;
            foreach (var (like, count) in all)
                if (own.MayBeTold(like)) counts.Add(like, count);
            at = stretch.Through;
        }

        to.Write(Closed);
        await to.FlushAsync(cancel);
    }

    // Where the reader has come to, at least to the head, and whether anything was written.
    private async Task<(long At, bool Told)> WriteAsync(PipeWriter to, FeedReader own, long at, long head, FeedCounts? counts, CancellationToken cancel)
    {
        var told = false;
        while (at < head)
        {
            if (tail.At(at + 1) is { } next)
            {
                told |= Tell(to, own, next, counts);
                at++;
                continue;
            }

            await using var scope = scopes.CreateAsyncScope();
            var missed = await FeedTail.ReadAsync(scope.ServiceProvider.GetRequiredService<Database>(), at, cancel);
            foreach (var item in missed) told |= Tell(to, own, item, counts);
            at = missed.IsEmpty ? head : missed[^1].Position;
            if (told) await to.FlushAsync(cancel);
        }

        return (at, told);
    }

    private static bool Tell(PipeWriter to, FeedReader own, FeedItem item, FeedCounts? counts)
    {
        if (!own.MayBeTold(item)) return false;
        if (counts is null) to.Write(item.Frame);
        else counts.Add(item);
        return counts is null;
    }

    // What follows was thrown away as old, or never was: the database is another one.
    private async Task<bool> IsLostAsync(long at, CancellationToken cancel)
    {
        if (at > tail.Head) return true;
        if (at == tail.Head || tail.At(at + 1) is not null) return false;
        await using var scope = scopes.CreateAsyncScope();
        var next = await FeedTail.ReadAsync(scope.ServiceProvider.GetRequiredService<Database>(), at, cancel);
        return next.IsEmpty || next[0].Position != at + 1;
    }

    private static byte[] Frame(FormattableString text) => Encoding.UTF8.GetBytes(FormattableString.Invariant(text));
}
