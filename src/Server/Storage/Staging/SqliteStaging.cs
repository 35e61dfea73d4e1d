using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace TigaPilar.Server.Storage.Staging;

/// <summary>Staging in a file of its own, attached to an own connection.</summary>
internal sealed class SqliteStaging : StagingArea
{
    private SqliteStaging(Database database)
        : base(database)
    {
    }

    public override string Schema => "staging";

    public static async Task<SqliteStaging> OpenAsync(Database database, string file, CancellationToken cancel)
    {
        await database.Database.OpenConnectionAsync(cancel);
        var staging = new SqliteStaging(database);
        await staging.RunAsync("ATTACH DATABASE @file AS staging", cancel, ("@file", file));
        await staging.RunAsync(
            "PRAGMA staging.journal_mode=OFF; PRAGMA staging.synchronous=OFF; PRAGMA staging.cache_size=-16384; PRAGMA staging.locking_mode=EXCLUSIVE;",
            cancel);
        return staging;
    }

    public override Task CreateAsync(StagingTable table, CancellationToken cancel) => RunAsync(
        $"""
        CREATE TABLE staging."{table.Name}" (
        {string.Join(", ", table.Columns.Select((c, i) => $"\"{c.Name}\" {TypeOf(c.Type)}{(i == 0 ? " NOT NULL PRIMARY KEY" : "")}"))}
        ) WITHOUT ROWID
        """, cancel);

    public override BulkWriter Write(StagingTable table) => new Writer((SqliteConnection)Connection, table);

    public override Task FilledAsync(StagingTable table, CancellationToken cancel) => Task.CompletedTask;

    // The write gate and the file's own lock let one writer in at a time already.
    public override Task TakeTurnAsync(CancellationToken cancel) => Task.CompletedTask;

    private static string TypeOf(StagedType type) => type switch
    {
        StagedType.Code or StagedType.Text => "TEXT",
        StagedType.Real => "REAL",
        _ => "INTEGER",
    };

    /// <summary>One prepared statement, bound without the wrapping that ADO.NET puts around each value.</summary>
    private sealed class Writer : BulkWriter
    {
        private readonly SqliteTransaction _transaction;
        private readonly sqlite3 _connection;
        private readonly sqlite3_stmt _insert;
        private readonly byte[] _text = new byte[1024];
        private int _column;

        public Writer(SqliteConnection connection, StagingTable table)
        {
            // Deferred: an immediate one would lock the real tables' file too.
            _transaction = connection.BeginTransaction(deferred: true);
            _connection = connection.Handle!;
            var sql = $"INSERT INTO staging.\"{table.Name}\" VALUES ({string.Join(',', table.Columns.Select(_ => '?'))})";
            Check(raw.sqlite3_prepare_v2(_connection, sql, out _insert));
        }

        public override void Text(string? value)
        {
            if (value is null)
            {
                Check(raw.sqlite3_bind_null(_insert, ++_column));
                return;
            }

            var most = Encoding.UTF8.GetMaxByteCount(value.Length);
            var rented = most <= _text.Length ? _text : ArrayPool<byte>.Shared.Rent(most);
            var length = Encoding.UTF8.GetBytes(value, rented);
            Check(raw.sqlite3_bind_text(_insert, ++_column, rented.AsSpan(0, length)));
            if (rented != _text) ArrayPool<byte>.Shared.Return(rented);
        }

        public override void Whole(int? value) => Check(value is { } number
            ? raw.sqlite3_bind_int(_insert, ++_column, number) : raw.sqlite3_bind_null(_insert, ++_column));

        public override void Real(double? value) => Check(value is { } number
            ? raw.sqlite3_bind_double(_insert, ++_column, number) : raw.sqlite3_bind_null(_insert, ++_column));

        public override void Flag(bool? value) => Whole(value is { } flag ? (flag ? 1 : 0) : null);

        public override void EndRow()
        {
            var done = raw.sqlite3_step(_insert);
            if (done != raw.SQLITE_DONE) Check(done);
            raw.sqlite3_reset(_insert);
            _column = 0;
        }

        public override void Complete() => _transaction.Commit();

        protected override void Dispose(bool disposing)
        {
            _insert.Dispose();
            _transaction.Dispose();
        }

        private void Check(int result)
        {
            if (result != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(_connection).utf8_to_string(), result);
        }
    }
}
