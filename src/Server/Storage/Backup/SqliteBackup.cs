using Microsoft.Data.Sqlite;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>SQLite: a copy by <c>VACUUM INTO</c>, which reads one moment of the write-ahead log; back by one rename.</summary>
internal sealed class SqliteBackup(StorageSettings storage) : IBackupEngine
{
    private const string Tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    private const int Busy = 5;
    private const int Locked = 6;
    private readonly string _path = Path.GetFullPath(new SqliteConnectionStringBuilder(storage.Connection).DataSource);

    public string Name => "SQLite";

    public string Part => "database.sqlite";

    // Beside the database, wherever that is, so that a rename suffices.
    public string StagedAt(RestoreStage stage) => _path + ".restore";

    public async Task<IDatabaseSnapshot> SnapshotAsync(string work, CancellationToken cancel)
    {
        if (!await IsThereAsync(cancel)) throw new BackupException($"{_path} does not exist; there is nothing to save.");
        var copy = Path.Combine(work, Part);
        try
        {
            await using (var source = await OpenAsync(_path, SqliteOpenMode.ReadWrite, cancel))
            {
                await FactsReader.ValueAsync(source, "PRAGMA busy_timeout=30000", cancel);
                await using var vacuum = source.CreateCommand();
                vacuum.CommandText = "VACUUM INTO @copy";
                vacuum.CommandTimeout = 0;
                vacuum.Parameters.AddWithValue("@copy", copy);
                await vacuum.ExecuteNonQueryAsync(cancel);
            }

            return new Snapshot(copy, await FactsAsync(copy, cancel) ?? throw new BackupException($"{_path} holds no installation of this program."));
        }
        catch (SqliteException broken)
        {
            throw new BackupException($"{_path} can not be copied: {broken.Message.TrimEnd('.')}.");
        }
    }

    public Task<bool> IsThereAsync(CancellationToken cancel) => Task.FromResult(new FileInfo(_path) is { Exists: true, Length: > 0 });

    public async Task PrepareAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel)
    {
        var staged = StagedAt(stage);
        try
        {
            await using (var connection = await OpenAsync(staged, SqliteOpenMode.ReadWrite, cancel))
            {
                if (await FactsReader.ValueAsync(connection, "PRAGMA integrity_check", cancel) is not "ok")
                    throw new BackupException($"{stage.Source}: {Part}: the database within is damaged.");
            }

            if (await FactsAsync(staged, cancel) is not { } facts) throw new BackupException($"{stage.Source}: {Part}: holds no installation of this program.");
            if (facts.DifferenceFrom(manifest.Database) is { } difference) throw new BackupException($"{stage.Source}: {Part}: not what the manifest says: {difference}.");
        }
        catch (SqliteException broken)
        {
            throw new BackupException($"{stage.Source}: {Part}: the database within can not be read: {broken.Message.TrimEnd('.')}.");
        }

        // Brought to this program's version before it takes its place: what fails there changes nothing.
        await RestoreStage.SettleAsync(new StorageSettings(Text(staged, SqliteOpenMode.ReadWrite), stage.Files), stage, manifest, cancel);
        await using (var connection = await OpenAsync(staged, SqliteOpenMode.ReadWrite, cancel)) await FactsReader.ValueAsync(connection, "PRAGMA journal_mode=DELETE", cancel);
        DurableFiles.Sync(staged);
    }

    public async Task SwapAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel)
    {
        if (await IsThereAsync(cancel)) await CloseAsync(cancel);
        // What is left of a log belongs to a database that can not be read: it must not be played into the new one.
        File.Delete(_path + "-wal");
        File.Delete(_path + "-shm");
        File.Move(StagedAt(stage), _path, overwrite: true);
        DurableFiles.SyncFolder(Path.GetDirectoryName(_path)!);
    }

    public Task<bool> IsSwappedAsync(RestoreStage stage, CancellationToken cancel) => Task.FromResult(!File.Exists(StagedAt(stage)));

    /// <summary>Works the log of the present database into it. The engine allows that to the only one who has it open.</summary>
    private async Task CloseAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = await OpenAsync(_path, SqliteOpenMode.ReadWrite, cancel);
            if (await FactsReader.ValueAsync(connection, "PRAGMA journal_mode=DELETE", cancel, seconds: 3) is not "delete") throw InUse();
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is Busy or Locked)
        {
            throw InUse();
        }
        catch (SqliteException)
        {
            // It can not be read at all, which may be the reason for the restore.
        }
    }

    private BackupException InUse() => new($"{_path} is in use by another program; end it first. Nothing was changed.");

    private static async Task<DatabaseFacts?> FactsAsync(string path, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(path, SqliteOpenMode.ReadOnly, cancel);
        return await FactsReader.ReadAsync(connection, Tables, cancel);
    }

    private static async Task<SqliteConnection> OpenAsync(string path, SqliteOpenMode mode, CancellationToken cancel)
    {
        var connection = new SqliteConnection(Text(path, mode));
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // Not from the pool, which would keep the file open.
    private static string Text(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 3 }.ToString();

    private sealed class Snapshot(string copy, DatabaseFacts facts) : IDatabaseSnapshot
    {
        public DatabaseFacts Facts { get; } = facts;

        public async Task CopyToAsync(Stream part, CancellationToken cancel)
        {
            await using var file = File.OpenRead(copy);
            await file.CopyToAsync(part, cancel);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
