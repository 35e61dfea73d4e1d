using System.Collections.Immutable;
using System.Data.Common;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>One moment of a database, from which a copy can be read while others write on.</summary>
internal interface IDatabaseSnapshot : IAsyncDisposable
{
    DatabaseFacts Facts { get; }

    Task CopyToAsync(Stream part, CancellationToken cancel);
}

/// <summary>How the database of an engine gets into a backup and out of it.</summary>
internal interface IBackupEngine
{
    /// <summary>The engine, as the manifest names it.</summary>
    string Name { get; }

    /// <summary>The name of the database within a backup.</summary>
    string Part { get; }

    /// <summary>Where the database's part is put before it takes the place of what is there.</summary>
    string StagedAt(RestoreStage stage);

    /// <summary>Takes one moment of the database.</summary>
    /// <param name="work">A folder for files that are not needed later.</param>
    /// <param name="cancel">Ends it.</param>
    Task<IDatabaseSnapshot> SnapshotAsync(string work, CancellationToken cancel);

    /// <summary>Whether a database is there already.</summary>
    Task<bool> IsThereAsync(CancellationToken cancel);

    /// <summary>Holds what was unpacked against the manifest as far as can be done beside the database that is there.</summary>
    Task PrepareAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel);

    /// <summary>Puts the staged database in the place of what is there, in one step. Nobody else may be using that.</summary>
    Task SwapAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel);

    /// <summary>Whether the step was done.</summary>
    Task<bool> IsSwappedAsync(RestoreStage stage, CancellationToken cancel);
}

/// <summary>Reads <see cref="DatabaseFacts"/>.</summary>
internal static class FactsReader
{
    private const string History = "__EFMigrationsHistory";

    public static IBackupEngine EngineOf(StorageSettings storage) =>
        storage.IsEmbedded ? new SqliteBackup(storage) : new PostgresBackup(storage);

    /// <summary>Counts what is there.</summary>
    /// <param name="connection">Open, within one transaction or alone on the database.</param>
    /// <param name="tables">The query that lists the tables.</param>
    /// <param name="cancel">Ends it.</param>
    /// <returns>Null where the database holds no installation.</returns>
    public static async Task<DatabaseFacts?> ReadAsync(DbConnection connection, string tables, CancellationToken cancel)
    {
        var names = await ListAsync(connection, tables, cancel);
        string[] needed = [History, "AuditSeal", "FeedEvent"];
        if (needed.Except(names, StringComparer.Ordinal).Any()) return null;
        var rows = ImmutableSortedDictionary.CreateBuilder<string, long>(StringComparer.Ordinal);
        foreach (var name in names) rows[name] = (long)(await ValueAsync(connection, $"SELECT COUNT(*) FROM \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancel))!;
        var position = (long)(await ValueAsync(connection, "SELECT COALESCE(MAX(\"Position\"), 0) FROM \"AuditSeal\"", cancel))!;
        return new DatabaseFacts(
            await ListAsync(connection, $"SELECT \"MigrationId\" FROM \"{History}\" ORDER BY \"MigrationId\"", cancel), rows.ToImmutable(), position,
            await ValueAsync(connection, FormattableString.Invariant($"SELECT \"Hash\" FROM \"AuditSeal\" WHERE \"Position\" = {position}"), cancel) as string,
            (long)(await ValueAsync(connection, "SELECT COALESCE(MAX(\"Position\"), 0) FROM \"FeedEvent\"", cancel))!);
    }

#pragma warning disable CA2100 // This program's own texts, and names that the database itself has told.
    /// <summary>The first value of the first row.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">What is asked.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="seconds">How long it may take, or wait for others; 0 for as long as it does.</param>
    public static async Task<object?> ValueAsync(DbConnection connection, string sql, CancellationToken cancel, int seconds = 0)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = seconds;
        return await command.ExecuteScalarAsync(cancel);
    }

    private static async Task<ImmutableArray<string>> ListAsync(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var list = ImmutableArray.CreateBuilder<string>();
        while (await reader.ReadAsync(cancel)) list.Add(reader.GetString(0));
        return list.ToImmutable();
    }
#pragma warning restore CA2100
}
