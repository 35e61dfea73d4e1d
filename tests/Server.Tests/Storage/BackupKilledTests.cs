using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Backup;

namespace TigaPilar.Server.Tests.Storage;

[Trait("Database", "each")]
public sealed class BackupKilledTests(BackupKilledTests.Backed backed) : IClassFixture<BackupKilledTests.Backed>
{
    [Theory]
    [InlineData("unpacking", 0)]
    [InlineData("unpacking", 100)]
    [InlineData("checking the database", 0)]
    [InlineData("checking the database", 400)]
    [InlineData("putting it in its place", 0)]
    [InlineData("putting it in its place", 5)]
    [InlineData("putting it in its place", 40)]
    [InlineData("putting it in its place", 150)]
    [InlineData("verifying", 0)]
    public async Task ARestoreThatIsKilledLeavesTheOldOrTheNew(string said, int thenMilliseconds)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var there = await Installation.CreateAsync();
        await FillAsync(there, "old");
        using (var restore = Start(there, backed.Backup))
        {
            while (await restore.StandardError.ReadLineAsync(cancel) is { } line && !line.Contains(said, StringComparison.Ordinal)) { }
            await Task.Delay(thenMilliseconds, cancel);
            restore.Kill();
            await restore.WaitForExitAsync(cancel);
        }

        // The next that opens it, as every command does, finds one whole installation.
        await using var app = WebServer.Build(new ServerSettings(there.Storage, "http://127.0.0.1:0", null));
        await StorageModule.MigrateAsync(app.Services, cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var subjects = await database.Set<AuditEntry>().OrderBy(e => e.Id).Select(e => e.Subject).Take(300).ToListAsync(cancel);
        var key = await File.ReadAllTextAsync(Path.Combine(there.Folder, "audit-key.pem"), cancel);
        var head = Directory.GetFiles(Path.Combine(there.Folder, "audit"), "*.json").Single();
        Assert.Contains(subjects[0], (string[])["old", "new"]);
        Assert.Equal(subjects[0], key);
        Assert.Equal(subjects[0] + ".json", Path.GetFileName(head));
        Assert.Equal(300, subjects.Count(s => s == subjects[0]));
        Assert.False(Directory.Exists(Path.Combine(there.Folder, ".restore")));
        Assert.False(File.Exists(Path.Combine(there.Folder, "tigapilar.db.restore")));
    }

    // Rows, a key and a head that bear the same word; and nobody has it open.
    private static async Task FillAsync(Installation here, string word)
    {
        await here.WithAsync(async (AuditLog log) =>
        {
            for (var i = 0; i < 300; i++) await log.AddAsync("stations.change", word);
            return true;
        }, save: true);
        here.File("audit-key.pem", word);
        Directory.CreateDirectory(Path.Combine(here.Folder, "audit"));
        here.File($"audit/{word}.json", "{}");
        if (here.Storage.IsEmbedded)
        {
            await using var pooled = new SqliteConnection(here.Storage.Connection);
            SqliteConnection.ClearPool(pooled);
            return;
        }

        await using var connection = new NpgsqlConnection(here.Storage.Connection);
        NpgsqlConnection.ClearPool(connection);
        await Task.Delay(300);
    }

    private static Process Start(Installation there, string backup)
    {
        // The test host is a program of its own; the runtime that it runs on has dotnet three folders above.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "TigaPilar.dll"), "restore", backup, "--replace" }) start.ArgumentList.Add(argument);
        start.Environment["TIGAPILAR_DATA"] = there.Folder;
        start.Environment["TIGAPILAR_DATABASE"] = there.Storage.Connection;
        return Process.Start(start)!;
    }

    /// <summary>A backup of another installation, which is put in the place of each.</summary>
    public sealed class Backed : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;

        public string Backup => Path.Combine(_folder, "a.backup");

        public async ValueTask InitializeAsync()
        {
            await using var first = await Installation.CreateAsync();
            await FillAsync(first, "new");
            await BackupWriter.RunAsync(first.Storage, Backup, force: false, _ => { }, CancellationToken.None);
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
