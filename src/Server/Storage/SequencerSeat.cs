using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TigaPilar.Server.Storage;

/// <summary>
/// The right to put what was committed into one order. Of all nodes on a PostgreSQL one has it, by a lock that the server
/// takes away with the connection: whoever lost it can not write by that connection either. On SQLite there is one node.
/// </summary>
public sealed class SequencerSeat(StorageSettings settings, WriteGate gate)
{
    // Any number that nothing else in this program locks by.
    internal const long Lock = 0x7469_6761_7365_71;

    /// <summary>The database by the connection that has the right, open; null while another node has it.</summary>
    public async Task<Database?> TryTakeAsync(CancellationToken cancel)
    {
        if (settings.IsEmbedded)
        {
            return await OpenAsync(new SqliteDatabase(StorageModule.UseSqlite(new DbContextOptionsBuilder<SqliteDatabase>(), settings.Connection).Options, gate), cancel);
        }

        // Not from the pool: the lock must end with the connection.
        var own = new NpgsqlConnectionStringBuilder(settings.Connection) { Pooling = false, KeepAlive = 5 }.ToString();
        var database = await OpenAsync(new PostgresDatabase(StorageModule.UsePostgres(new DbContextOptionsBuilder<PostgresDatabase>(), own).Options, gate), cancel);
        try
        {
            if (await database.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Lock}) AS \"Value\"").SingleAsync(cancel)) return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }

        await database.DisposeAsync();
        return null;
    }

    private static async Task<Database> OpenAsync(Database database, CancellationToken cancel)
    {
        try
        {
            await database.Database.OpenConnectionAsync(cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }
}
