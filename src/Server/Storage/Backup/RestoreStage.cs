using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>
/// The folder in which a restore lies ready beside what is there. The database takes its place in one step; the few files
/// beside it follow, by whoever opens the installation next where this process did not come to it.
/// </summary>
internal sealed class RestoreStage
{
    private readonly StorageSettings _settings;

    private RestoreStage(StorageSettings settings, string id, string source)
    {
        _settings = settings;
        Id = id;
        Source = source;
    }

    /// <summary>Names this restore: its moment, so that what is put aside has a name that says something.</summary>
    public string Id { get; }

    /// <summary>The backup, for sentences.</summary>
    public string Source { get; }

    public string Folder => PathIn(_settings);

    /// <summary>What goes into the data folder besides the database.</summary>
    public string Files => Path.Combine(Folder, "files");

    private string Ready => Path.Combine(Folder, "ready");

    private string Audit => Path.Combine(Files, "audit");

    public static string PathIn(StorageSettings settings) => Path.Combine(settings.Folder, ".restore");

    /// <summary>An empty one. Whoever makes it holds the lock alone.</summary>
    public static RestoreStage Make(StorageSettings settings, string source, DateTimeOffset now)
    {
        var stage = new RestoreStage(settings, now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture), source);
        stage.Remove();
        DurableFiles.CreateFolder(stage.Folder);
        DurableFiles.CreateFolder(stage.Files);
        DurableFiles.CreateFolder(stage.Audit);
        return stage;
    }

    /// <summary>Brings a restore that was broken off to its end: forward where the database took its place, else back.</summary>
    public static async Task FinishAsync(StorageSettings settings, CancellationToken cancel)
    {
        var ready = new RestoreStage(settings, "", "").Ready;
        var stage = new RestoreStage(settings, File.Exists(ready) ? await File.ReadAllTextAsync(ready, cancel) : "", "");
        try
        {
            if (stage.Id.Length > 0 && await FactsReader.EngineOf(settings).IsSwappedAsync(stage, cancel)) stage.MoveFiles();
        }
        catch (BackupException unreachable)
        {
            throw new IOException(unreachable.Message, unreachable);
        }

        stage.Remove();
    }

    /// <summary>From here on the database may take its place.</summary>
    public void MakeReady()
    {
        foreach (var file in Directory.EnumerateFiles(Files, "*", SearchOption.AllDirectories)) DurableFiles.Sync(file);
        DurableFiles.SyncFolder(Audit);
        DurableFiles.SyncFolder(Files);
        var made = Ready + ".new";
        using (var file = DurableFiles.Create(made))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Id));
            file.Flush(flushToDisk: true);
        }

        File.Move(made, Ready);
        DurableFiles.SyncFolder(Folder);
    }

    /// <summary>Puts the files beside the database into their places; may be broken off and begun again at any point.</summary>
    public void MoveFiles()
    {
        var (audit, aside) = (AuditHeads.FolderOf(_settings), Path.Combine(_settings.Folder, $"audit-before-{Id}"));
        // What was signed is never thrown away: a head that is newer than the backup shows what is missing now.
        if (Directory.Exists(Audit))
        {
            if (Directory.Exists(audit) && Directory.EnumerateFileSystemEntries(audit).Any()) Directory.Move(audit, aside);
            else if (Directory.Exists(audit)) Directory.Delete(audit);
            Directory.Move(Audit, audit);
        }

        foreach (var file in Directory.EnumerateFiles(Files))
        {
            var name = Path.GetFileName(file);
            var target = name == BackupContents.Key ? AuditKey.PathOf(_settings) : Path.Combine(_settings.Folder, name);
            if (File.Exists(target) && name == BackupContents.Key && !File.ReadAllBytes(target).AsSpan().SequenceEqual(File.ReadAllBytes(file)))
            {
                // A key that the owner keeps elsewhere is the owner's to change.
                if (target != Path.Combine(_settings.Folder, BackupContents.Key)) continue;
                DurableFiles.CreateFolder(aside);
                File.Copy(target, Path.Combine(aside, name), overwrite: true);
                DurableFiles.SyncFolder(aside);
            }

            if (name != "tigapilar.lock") File.Move(file, target, overwrite: true);
        }

        DurableFiles.SyncFolder(_settings.Folder);
    }

    /// <summary>Takes away what is not needed.</summary>
    public void Remove()
    {
        if (_settings.IsEmbedded)
        {
            foreach (var left in (string[])["", "-wal", "-shm", "-journal"]) File.Delete(FactsReader.EngineOf(_settings).StagedAt(this) + left);
        }

        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>
    /// Brings a restored database to this program's version and writes into its log that it was restored. Throws where
    /// that can not be done.
    /// </summary>
    public static Task SettleAsync(StorageSettings storage, RestoreStage stage, BackupManifest manifest, CancellationToken cancel) => WithAsync(
        storage, stage,
        async database =>
        {
            var entry = new AuditEntry
            {
                At = TimeProvider.System.GetUtcNow(), Action = "installation.restore", Subject = manifest.At.ToString("O", CultureInfo.InvariantCulture),
                Details = JsonSerializer.Serialize(new { sealedEntries = manifest.Database.AuditPosition, events = manifest.Database.FeedPosition }),
            };
            database.Add(entry);
            database.Add(new AuditPending { Entry = entry });
            database.Add(new FeedEvent
            {
                Position = manifest.Database.FeedPosition + FeedEvent.Leap, At = entry.At, Permission = ShellPermissions.Home, Subject = entry.Action,
            });
            await database.SaveChangesAsync(cancel);
            return true;
        },
        cancel);

    /// <summary>Holds the log against its seals and heads: whether all fits, and what was said.</summary>
    public static Task<(bool Fits, string Said, string Problems)> VerifyAsync(StorageSettings storage, RestoreStage stage, CancellationToken cancel) => WithAsync(
        storage, stage,
        async database =>
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await AuditCommand.VerifyAsync(database, storage, [], [], output, error, cancel);
            return (code == 0, output.ToString().Split('\n')[0].TrimEnd(), error.ToString());
        },
        cancel);

    private static async Task<TResult> WithAsync<TResult>(StorageSettings storage, RestoreStage stage, Func<Database, Task<TResult>> use, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        WebServer.AddCore(services, storage);
        await using var provider = services.BuildServiceProvider();
        if (await StorageModule.ObstacleAsync(provider, cancel) is { } obstacle) throw new BackupException($"{stage.Source}: {obstacle}");
        await using var scope = provider.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<Database>());
    }
}
