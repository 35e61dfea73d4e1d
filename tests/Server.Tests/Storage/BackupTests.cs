using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Backup;

namespace TigaPilar.Server.Tests.Storage;

[Trait("Database", "each")]
public sealed class BackupTests : IDisposable
{
    private const int Writers = 16;
    private readonly string _folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;

    private string Backup => Path.Combine(_folder, "a.backup");

    [Fact]
    public async Task WhatWasAcknowledgedBeforeABackupUnderLoadIsInItAndTheNumbersGoOn()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (acknowledged, before) = (new ConcurrentQueue<string>(), Array.Empty<string>());
        BackupManifest manifest;
        await using (var here = await Installation.CreateAsync(running: true))
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            var writers = Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(here, w, acknowledged, enough.Token), cancel)).ToList();
            while (acknowledged.Count < 200) await Task.Delay(20, cancel);
            AuditHead? head = null;
            for (var i = 0; head is null && i < 500; i++, await Task.Delay(20, cancel))
                head = await here.WithAsync((Database d) => AuditHeads.SignAsync(d, here.Storage, TimeProvider.System.GetUtcNow(), cancel));
            Assert.NotNull(head);
            before = [.. acknowledged];
            (manifest, _) = await BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, cancel);
            var during = acknowledged.Count;
            while (acknowledged.Count < during + 20) await Task.Delay(20, cancel);
            await enough.CancelAsync();
            await Task.WhenAll(writers);
        }

        await using var there = await TargetAsync();
        var end = await RestoreRunner.RunAsync(there.Storage, Backup, replace: true, _ => { }, cancel);
        Assert.Equal((true, ""), (end.Fits, end.Problems));
        Assert.Contains("held against 1 signed heads; all as it was written", end.Log, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(there.Folder, "audit-key.pem")));

        await using var app = WebServer.Build(new ServerSettings(there.Storage, "http://127.0.0.1:0", null));
        await StorageModule.MigrateAsync(app.Services, cancel);
        await app.StartAsync(cancel);
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var entries = await database.Set<AuditEntry>().Select(e => e.Subject).ToListAsync(cancel);
        Assert.Empty(before.Except(entries, StringComparer.Ordinal));
        await scope.ServiceProvider.GetRequiredService<AuditLog>().AddAsync("stations.change", "after", tell: "stations.read");
        await database.SaveChangesAsync(cancel);
        for (var i = 0; i < 500 && await database.Set<AuditSeal>().CountAsync(cancel) < entries.Count + 1; i++) await Task.Delay(20, cancel);
        var positions = await database.Set<FeedEvent>().OrderBy(e => e.Position).Select(e => e.Position).ToListAsync(cancel);
        // What was numbered after the backup was made is never numbered again: a page that saw it asks for what is not here.
        var saved = (int)manifest.Database.FeedPosition;
        Assert.True(positions.Count > saved + 1);
        Assert.Equal(
            Enumerable.Range(1, saved).Select(i => (long)i).Concat(Enumerable.Range(0, positions.Count - saved).Select(i => saved + FeedEvent.Leap + i)), positions);
        Assert.Empty((await AuditVerifier.RunAsync(database, [], null, cancel)).Problems);
        await app.StopAsync(cancel);
    }

    [Fact]
    public async Task AnAlteredFileIsRefusedAndChangesNothing()
    {
        await using var here = await FilledAsync("first");
        await BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, TestContext.Current.CancellationToken);
        await using var there = await TargetAsync("kept");
        var good = await File.ReadAllBytesAsync(Backup, TestContext.Current.CancellationToken);
        var bad = Path.Combine(_folder, "bad.backup");
        // Through the whole file, and every byte of its end, where zip keeps what no checksum covers.
        var places = Enumerable.Range(0, 40).Select(i => (int)((long)i * good.Length / 40)).Concat(Enumerable.Range(1, 8).Select(i => good.Length - (i * 20)));
        // The file is the same whatever it is restored into: on the other engine some of them.
        foreach (var place in places.Where((_, n) => !Installation.IsPostgres || n % 8 == 0))
        {
            byte[] altered = [.. good];
            altered[place] ^= 0x10;
            await AssertRefusedAsync(there, bad, altered);
        }

        foreach (var length in (int[])[0, 10, good.Length / 2, good.Length - 100, good.Length - 1]) await AssertRefusedAsync(there, bad, good[..length]);
        await AssertRefusedAsync(there, bad, [.. good, 0]);
        await AssertRefusedAsync(there, bad, "kode_tps,kode_desa\n"u8.ToArray());
    }

    [Fact]
    public async Task AZipThatIsNoBackupIsRefused()
    {
        var bad = Path.Combine(_folder, "bad.zip");
        await using (var zip = await ZipFile.OpenAsync(bad, ZipArchiveMode.Create, TestContext.Current.CancellationToken)) zip.CreateEntry("manifest.json");
        await using var there = await TargetAsync("kept");
        await AssertRefusedAsync(there, bad, await File.ReadAllBytesAsync(bad, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NothingIsOverwrittenUnasked()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await FilledAsync("first");
        await File.WriteAllTextAsync(Backup, "mine", cancel);
        await Assert.ThrowsAsync<BackupException>(() => BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, cancel));
        Assert.Equal("mine", await File.ReadAllTextAsync(Backup, cancel));
        await BackupWriter.RunAsync(here.Storage, Backup, force: true, _ => { }, cancel);
        Assert.Equal([Backup], Directory.GetFileSystemEntries(_folder));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));

        await using var there = await TargetAsync("kept");
        await Assert.ThrowsAsync<BackupException>(() => RestoreRunner.RunAsync(there.Storage, Backup, replace: false, _ => { }, cancel));
        Assert.Equal(["kept"], await SubjectsAsync(there));
        await RestoreRunner.RunAsync(there.Storage, Backup, replace: true, _ => { }, cancel);
        var subjects = await SubjectsAsync(there);
        Assert.Equal(("first", 2), (subjects[0], subjects.Count));
    }

    [Fact]
    public async Task NothingIsRestoredUnderAServer()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await FilledAsync("first");
        await BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, cancel);
        await using var there = await Installation.CreateAsync(running: true);
        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreRunner.RunAsync(there.Storage, Backup, replace: true, _ => { }, cancel));
        Assert.Contains("in use", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await SubjectsAsync(there));
    }

    [Fact]
    public async Task WhatWasSignedSinceIsPutAsideAndNotThrownAway()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await FilledAsync("first");
        await BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, cancel);
        Directory.CreateDirectory(Path.Combine(here.Folder, "audit"));
        await File.WriteAllTextAsync(Path.Combine(here.Folder, "audit", "kepala-2031-01-01-9.json"), "{}", cancel);
        await CloseAsync(here);
        await RestoreRunner.RunAsync(here.Storage, Backup, replace: true, _ => { }, cancel);
        Assert.Empty(Directory.GetFiles(Path.Combine(here.Folder, "audit")));
        Assert.Single(Directory.GetFiles(Directory.GetDirectories(here.Folder, "audit-before-*").Single()));
    }

    [Fact]
    public async Task ARestoreIsAnEntryOfTheLog()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var here = await FilledAsync("first");
        var (manifest, _) = await BackupWriter.RunAsync(here.Storage, Backup, force: false, _ => { }, cancel);
        await using var there = await TargetAsync();
        await RestoreRunner.RunAsync(there.Storage, Backup, replace: true, _ => { }, cancel);
        Assert.Contains(manifest.At.ToString("O", CultureInfo.InvariantCulture), await SubjectsAsync(there));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task WriteAsync(Installation here, int writer, ConcurrentQueue<string> acknowledged, CancellationToken enough)
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"{writer}/{i}");
            await AddAsync(here, subject);
            acknowledged.Enqueue(subject);
            await Task.Yield();
        }
    }

    private static Task<bool> AddAsync(Installation here, string subject) => here.WithAsync(async (AuditLog log) =>
    {
        await log.AddAsync("stations.change", subject, tell: "stations.read");
        return true;
    }, save: true);

    private static async Task<Installation> FilledAsync(string subject)
    {
        var here = await Installation.CreateAsync();
        await AddAsync(here, subject);
        return here;
    }

    // An installation that nobody uses, to restore into.
    private static async Task<Installation> TargetAsync(string? subject = null)
    {
        var there = subject is null ? await Installation.CreateAsync() : await FilledAsync(subject);
        await CloseAsync(there);
        return there;
    }

    // Pools keep connections, which are a use.
    private static async Task CloseAsync(Installation there)
    {
        if (there.Storage.IsEmbedded)
        {
            await using var pooled = new SqliteConnection(there.Storage.Connection);
            SqliteConnection.ClearPool(pooled);
            return;
        }

        await using var connection = new NpgsqlConnection(there.Storage.Connection);
        NpgsqlConnection.ClearPool(connection);
        await Task.Delay(300);
    }

    private static async Task<List<string>> SubjectsAsync(Installation there)
    {
        var subjects = await there.AskAsync(d => d.Set<AuditEntry>().OrderBy(e => e.Id).Select(e => e.Subject).ToListAsync());
        await CloseAsync(there);
        return subjects;
    }

    private static async Task AssertRefusedAsync(Installation there, string path, byte[] content)
    {
        await File.WriteAllBytesAsync(path, content);
        var refused = await Assert.ThrowsAsync<BackupException>(() => RestoreRunner.RunAsync(there.Storage, path, replace: true, _ => { }, TestContext.Current.CancellationToken));
        Assert.StartsWith(path + ": ", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["kept"], await SubjectsAsync(there));
        Assert.False(Directory.Exists(Path.Combine(there.Folder, ".restore")));
    }
}
