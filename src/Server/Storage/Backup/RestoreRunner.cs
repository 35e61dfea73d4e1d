using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>What a restore has left.</summary>
/// <param name="Manifest">Of the backup.</param>
/// <param name="Fits">Whether the log of the restored installation is as it was written.</param>
/// <param name="Log">What the look through it said.</param>
/// <param name="Problems">What does not fit, a line each.</param>
internal sealed record RestoreEnd(BackupManifest Manifest, bool Fits, string Log, string Problems);

/// <summary>Puts a backup in the place of what is there: all of it, or nothing.</summary>
internal static class RestoreRunner
{
    /// <summary>Checks, unpacks beside, and swaps.</summary>
    /// <exception cref="BackupException">It was not restored; what was there is as it was, unless the sentence says more.</exception>
    public static async Task<RestoreEnd> RunAsync(StorageSettings storage, string path, bool replace, Action<string> say, CancellationToken cancel)
    {
        await using var backup = await BackupReader.OpenAsync(path, cancel);
        var engine = FactsReader.EngineOf(storage);
        var manifest = backup.Manifest;
        if (manifest.Engine != engine.Name)
            throw new BackupException($"{path}: holds a {manifest.Engine} database, this installation is on {engine.Name}; TIGAPILAR_DATABASE chooses. Nothing was changed.");
        if (manifest.Database.Migrations.Except(Known(storage), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new BackupException($"{path}: was made by another version of this program ({manifest.Program}, migration {unknown}); restore it with that version or a newer one. Nothing was changed.");

        var made = !Directory.Exists(storage.Folder);
        var done = false;
        try
        {
            DurableFiles.CreateFolder(storage.Folder);
            RestoreStage stage;
            using (InstallationLock.TryAlone(storage.Folder) ?? throw new BackupException($"{storage.Folder} is in use by a server or another command; end it first. Nothing was changed."))
            {
                await RestoreStage.FinishAsync(storage, cancel);
                if (!replace && (await engine.IsThereAsync(cancel) || BackupContents.Beside(storage).Any()))
                    throw new BackupException($"{storage.Folder} holds an installation already; --replace puts the backup in its place. Nothing was changed.");
                stage = RestoreStage.Make(storage, path, TimeProvider.System.GetUtcNow());
                try
                {
                    await backup.UnpackAsync(stage, engine, say, cancel);
                    say("checking the database");
                    await engine.PrepareAsync(stage, manifest, cancel);
                    stage.MakeReady();
                    cancel.ThrowIfCancellationRequested();
                    say("putting it in its place");
                    await engine.SwapAsync(stage, manifest, cancel);
                    done = true;
                }
                finally
                {
                    await RestoreStage.FinishAsync(storage, CancellationToken.None);
                }
            }

            say("verifying the audit log");
            if (!storage.IsEmbedded) await RestoreStage.SettleAsync(storage, stage, manifest, CancellationToken.None);
            var (fits, said, problems) = await RestoreStage.VerifyAsync(storage, stage, CancellationToken.None);
            return new RestoreEnd(manifest, fits, said, problems);
        }
        catch (Exception writing) when (writing is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{storage.Folder}: can not be written: {writing.Message.TrimEnd('.')}. {(done ? "The database was restored." : "Nothing was changed.")}");
        }
        finally
        {
            if (made && !done) RemoveEmpty(storage.Folder);
        }
    }

    private static IEnumerable<string> Known(StorageSettings storage)
    {
        var services = new ServiceCollection();
        WebServer.AddCore(services, storage);
        using var provider = services.BuildServiceProvider();
        using var scope = provider.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<Database>().Database.GetMigrations()];
    }

    private static void RemoveEmpty(string folder)
    {
        File.Delete(Path.Combine(folder, "tigapilar.lock"));
        if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }
}
