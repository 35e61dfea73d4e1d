using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Meetings;

/// <summary>Sets up a meeting and asks offices to it, by the pages that a clerk has.</summary>
internal static class Rakor
{
    public static async Task<Guid> MakeAsync(Clerk clerk, string chair, string secretary)
    {
        var page = await clerk.OpenAsync("/rapat/baru");
        var day = TimeProvider.System.GetUtcNow().AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (body, location) = await clerk.SendAsync(
            "/rapat/baru", page, "rapat", ("Input.Kind", "CrossSector"), ("Input.Subject", "Persiapan pengamanan"), ("Input.Day", day), ("Input.Time", "09:00"), ("Input.DurationMinutes", "120"),
            ("Input.Mode", "Hybrid"), ("Input.Place", "Command Center"), ("Input.Chair", Clerk.Option(page, "pimpinan", chair)), ("Input.Secretary", Clerk.Option(page, "notulis", secretary)));
        if (location is null || !Guid.TryParse(location.Split('/')[^1], out var id)) throw new InvalidOperationException($"No meeting was made: {location} {body[..Math.Min(400, body.Length)]}");
        return id;
    }

    /// <summary>Asks groups and sends the letters: seconds until either page answered, and until the last letter was written.</summary>
    public static async Task<(double Asked, double Sent, double Written)> AskAsync(
        Clerk clerk, StorageSettings storage, Guid id, IReadOnlyCollection<OfficeGroup> groups, int letters, double longest)
    {
        var path = $"/rapat/{id}/undangan";
        // The pages are compiled when they are first asked for; those times are the process's and not the work's.
        var page = await clerk.OpenAsync(path);
        var watch = Stopwatch.StartNew();
        (page, _) = await clerk.SendAsync(path, page, "undang", groups.Select(g => ("Input.Groups", ((int)g).ToString(CultureInfo.InvariantCulture))));
        var asked = watch.Elapsed.TotalSeconds;
        watch.Restart();
        await clerk.SendAsync(path, page, "kirim", ("Number", "005/1/2026"));
        var sent = watch.Elapsed.TotalSeconds;
        await using var provider = WebServer.AddCore(new ServiceCollection().AddLogging().AddHttpContextAccessor(), storage).BuildServiceProvider();
        while (await CountAsync() < letters && watch.Elapsed.TotalSeconds < longest) await Task.Delay(letters > 1000 ? 250 : 50);
        return (asked, sent, watch.Elapsed.TotalSeconds);

        async Task<int> CountAsync()
        {
            await using var scope = provider.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Database>().Set<Invitation>().CountAsync(i => i.MeetingId == id && i.LetterDigest != null);
        }
    }

    /// <summary>Asks the database what became of it.</summary>
    public static async Task<T> WithAsync<T>(StorageSettings storage, Func<Database, Task<T>> ask)
    {
        await using var provider = WebServer.AddCore(new ServiceCollection().AddLogging().AddHttpContextAccessor(), storage).BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<Database>());
    }
}
