using System.Data.Common;
using System.Globalization;
using System.Text;
using Npgsql;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>
/// PostgreSQL: <c>pg_dump</c> of a snapshot whose rows were counted; back in one transaction, which empties the schema,
/// fills it and counts again. Killed at any moment, the server has the old database or the new one.
/// </summary>
internal sealed class PostgresBackup(StorageSettings storage) : IBackupEngine
{
    private const string Tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename COLLATE \"C\"";
    private readonly PostgresTools _tools = new(storage.Connection);

    public string Name => "PostgreSQL";

    public string Part => "database.dump";

    public string StagedAt(RestoreStage stage) => Path.Combine(stage.Folder, Part);

    public async Task<IDatabaseSnapshot> SnapshotAsync(string work, CancellationToken cancel)
    {
        var connection = await OpenAsync(cancel);
        try
        {
            await FactsReader.ValueAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancel);
            var id = (string)(await FactsReader.ValueAsync(connection, "SELECT pg_export_snapshot()", cancel))!;
            var facts = await FactsReader.ReadAsync(connection, Tables, cancel)
                ?? throw new BackupException("the database of TIGAPILAR_DATABASE holds no installation of this program; there is nothing to save.");
            return new Snapshot(this, connection, id, facts);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> IsThereAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        return await FactsReader.ValueAsync(connection, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'", cancel) is not 0L;
    }

    public async Task PrepareAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel)
    {
        await RefuseOthersAsync(cancel);
        await using var connection = await OpenAsync(cancel);
        await File.WriteAllTextAsync(Before(stage), Empty(), cancel);
        await File.WriteAllTextAsync(After(stage), Counted(stage, manifest.Database), cancel);
        // As a script on the disk: it goes on to its end, or is undone, whatever becomes of this process.
        await _tools.RunAsync(
            "pg_restore", connection.PostgreSqlVersion.Major, ["--no-owner", "--no-privileges", "--file", Script(stage), StagedAt(stage)], Stream.Null, cancel);
    }

    public async Task SwapAsync(RestoreStage stage, BackupManifest manifest, CancellationToken cancel)
    {
        await RefuseOthersAsync(cancel);
        int version;
        await using (var connection = await OpenAsync(cancel)) version = connection.PostgreSqlVersion.Major;
        // Not ended half way by Ctrl-C: what is begun is one transaction.
        await _tools.RunAsync(
            "psql", version,
            ["--no-psqlrc", "--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--file", Before(stage), "--file", Script(stage), "--file", After(stage)],
            Stream.Null, CancellationToken.None);
    }

    public async Task<bool> IsSwappedAsync(RestoreStage stage, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        // One that outlived the process that began it is waited for: it ends with all or nothing.
        while (await FactsReader.ValueAsync(connection, $"SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{PostgresTools.Application}'", cancel) is not 0L)
            await Task.Delay(200, cancel);
        return await FactsReader.ValueAsync(connection, "SELECT obj_description(to_regclass('public.\"__EFMigrationsHistory\"'), 'pg_class')", cancel) is string said && said == Mark(stage);
    }

    private static string Before(RestoreStage stage) => Path.Combine(stage.Folder, "before.sql");

    private static string Script(RestoreStage stage) => Path.Combine(stage.Folder, "script.sql");

    private static string After(RestoreStage stage) => Path.Combine(stage.Folder, "after.sql");

    private static string Mark(RestoreStage stage) => $"restored {stage.Id}";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Empty() => Invariant($"""
        SET lock_timeout = '15s';
        DO $$
        DECLARE one text;
        BEGIN
          IF NOT pg_try_advisory_xact_lock({SequencerSeat.Lock}) THEN RAISE EXCEPTION 'a server uses this database; end it first'; END IF;
          FOR one IN SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE 'DROP TABLE ' || one || ' CASCADE'; END LOOP;
          FOR one IN SELECT p.oid::regprocedure::text FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
          LOOP EXECUTE 'DROP ROUTINE ' || one || ' CASCADE'; END LOOP;
        END $$;

        """);

    // Before the commit: a database that is not what was saved never takes the place of another.
    private static string Counted(RestoreStage stage, DatabaseFacts facts)
    {
        var sql = new StringBuilder("DO $check$ BEGIN\n");
        foreach (var (table, rows) in facts.Rows)
        {
            var name = $"public.\"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            sql.Append(CultureInfo.InvariantCulture, $"IF (SELECT COUNT(*) FROM {name}) <> {rows} THEN RAISE EXCEPTION 'a table has not the rows that were saved'; END IF;\n");
        }

        return sql.Append("END $check$;\n").Append(CultureInfo.InvariantCulture, $"COMMENT ON TABLE public.\"__EFMigrationsHistory\" IS '{Mark(stage)}';\n").ToString();
    }

    private async Task RefuseOthersAsync(CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        var others = (long)(await FactsReader.ValueAsync(
            connection, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'", cancel))!;
        if (others > 0) throw new BackupException(Invariant($"the database of TIGAPILAR_DATABASE is in use by {others} other connections; end the servers first. Nothing was changed."));
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.Connection) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            return connection;
        }
        catch (DbException refused)
        {
            await connection.DisposeAsync();
            throw new BackupException($"the database of TIGAPILAR_DATABASE can not be reached: {refused.Message.TrimEnd('.')}.");
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private sealed class Snapshot(PostgresBackup engine, NpgsqlConnection connection, string id, DatabaseFacts facts) : IDatabaseSnapshot
    {
        public DatabaseFacts Facts { get; } = facts;

        // Staging of imports is nobody's yet, and large.
        public Task CopyToAsync(Stream part, CancellationToken cancel) => engine._tools.RunAsync(
            "pg_dump", connection.PostgreSqlVersion.Major,
            ["--format=custom", "--no-owner", "--no-privileges", "--exclude-schema=staging_*", $"--snapshot={id}"], part, cancel);

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
