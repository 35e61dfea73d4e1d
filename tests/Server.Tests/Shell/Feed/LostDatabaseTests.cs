using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Shell.Feed;

/// <summary>A database server that goes for a moment does not take this one with it.</summary>
[Trait("Database", "each")]
public sealed class LostDatabaseTests : IAsyncLifetime
{
    private Installation _here = null!;

    public async ValueTask InitializeAsync() => _here = await Installation.CreateAsync(running: true);

    public ValueTask DisposeAsync() => _here.DisposeAsync();

    [Fact]
    public async Task AServerWhoseConnectionsWereCutServesAndNumbersEventsAgain()
    {
        Assert.SkipWhen(_here.Storage.IsEmbedded, "A file has no connections to be cut.");
        var cancel = TestContext.Current.CancellationToken;
        await using (var other = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_here.Storage.Connection) { Pooling = false }.ToString()))
        {
            await other.OpenAsync(cancel);
            for (var times = 0; times < 3; times++)
            {
                await using var cut = other.CreateCommand();
                cut.CommandText = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
                await cut.ExecuteNonQueryAsync(cancel);
                // Longer than every background service waits between two questions.
                await Task.Delay(TimeSpan.FromSeconds(2.5), cancel);
            }
        }

        using var http = new HttpClient { BaseAddress = _here.Address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/masuk", UriKind.Relative), cancel)).StatusCode);
        await _here.AskAsync(async database =>
        {
            database.Announce("areas.read", "sesudah", "35.08", TimeProvider.System.GetUtcNow());
            return await database.SaveChangesAsync(cancel);
        });
        for (var patience = 0; patience < 100; patience++, await Task.Delay(100, cancel))
            if (await _here.AskAsync(d => d.Set<FeedEvent>().AnyAsync(e => e.Subject == "sesudah", cancel))) return;
        Assert.Fail("The event got no place.");
    }
}
