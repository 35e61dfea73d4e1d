using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TigaPilar.Server.Storage;

/// <summary>
/// Sets every SQLite connection to a write-ahead log (readers do not wait for the writer) that is synced at each commit:
/// what was acknowledged survives a power cut, which WAL's usual <c>NORMAL</c> does not promise.
/// </summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    // A connection from the pool keeps what was set: it is asked for at each request, and set once.
    private static readonly ConditionalWeakTable<object, object> Done = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsDone(connection) || IsReadOnly(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Note(connection);
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsDone(connection) || IsReadOnly(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Note(connection);
    }

    private static bool IsDone(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && Done.TryGetValue(handle, out _);

    private static void Note(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle }) Done.TryAdd(handle, Pragmas);
    }

    // Migrating first looks by such a connection whether the file is there, and a backup by VACUUM INTO, or a file that
    // was only just made when the power went, has no write-ahead log yet.
    private static bool IsReadOnly(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
}
