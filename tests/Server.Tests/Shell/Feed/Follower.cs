using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace TigaPilar.Server.Tests.Shell.Feed;

/// <summary>One event as a browser gets it.</summary>
public sealed record Told(long Id, string Kind, string Topic, string? Area, string Subject, int Count);

/// <summary>Follows the feed as a browser does: with the cookies of a session, event by event.</summary>
public sealed class Follower : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<Told> _told = new();
    private Task _reading = Task.CompletedTask;

    private Follower(Uri site, CookieContainer jar) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = false }) { BaseAddress = site };

    public HttpStatusCode Status { get; private set; }

    /// <summary>Whether the server has closed the stream.</summary>
    public bool Ended => _reading.IsCompleted;

    public IReadOnlyList<Told> All => [.. _told];

    /// <summary>What was told of events.</summary>
    public IEnumerable<Told> Events => _told.Where(t => t.Kind == "message");

    /// <summary>Opens the stream; it is open when this returns.</summary>
    public static async Task<Follower> OpenAsync(Uri site, CookieContainer jar, long? since = null, long? lastEventId = null, bool counts = false)
    {
        var follower = new Follower(site, jar);
        using var request = new HttpRequestMessage(HttpMethod.Get, counts ? "/aliran?ringkas=ya" : since is null ? "/aliran" : string.Create(CultureInfo.InvariantCulture, $"/aliran?sejak={since}"));
        if (lastEventId is { } last) request.Headers.Add("Last-Event-ID", last.ToString(CultureInfo.InvariantCulture));
        var response = await follower._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        follower.Status = response.StatusCode;
        if (response.IsSuccessStatusCode) follower._reading = follower.ReadAsync(response);
        return follower;
    }

    /// <summary>Waits until something holds of what was told; false after ten seconds.</summary>
    public async Task<bool> UntilAsync(Func<Follower, bool> holds, double seconds = 10)
    {
        for (var end = Environment.TickCount64 + (long)(seconds * 1000); Environment.TickCount64 < end; await Task.Delay(20))
            if (holds(this)) return true;
        return holds(this);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _reading;
        _http.Dispose();
        _end.Dispose();
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(_end.Token));
            var (id, kind, data) = (0L, "message", (string?)null);
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line.AsSpan(4), CultureInfo.InvariantCulture);
                else if (line.StartsWith("event: ", StringComparison.Ordinal)) kind = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
                else if (line.Length == 0)
                {
                    if (kind == "hitung") foreach (var one in JsonDocument.Parse(data!).RootElement.EnumerateArray()) _told.Enqueue(Event(id, kind, one));
                    else if (data is not null) _told.Enqueue(Event(id, kind, JsonDocument.Parse(data).RootElement));
                    (kind, data) = ("message", null);
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or HttpRequestException)
        {
            // We or the server went.
        }
        finally
        {
            response.Dispose();
        }
    }

    private static Told Event(long id, string kind, JsonElement json)
    {
        string? Of(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new Told(id, kind, Of("topic") ?? "", Of("area"), Of("subject") ?? "", json.TryGetProperty("count", out var count) ? count.GetInt32() : 1);
    }
}
