using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TigaPilar.Server.Storage.Staging;

/// <summary>
/// A place beside the real tables where one import's rows wait, and a connection of its own that sees both. Writing
/// there keeps no other writer waiting and costs no sync: what is lost in a crash is read again from the file.
/// </summary>
public abstract class StagingArea(Database database) : IAsyncDisposable
{
    /// <summary>The database over this connection: what it saves can share a transaction with the swap.</summary>
    public Database Database { get; } = database;

    /// <summary>Name that a staging table is qualified by, ready to stand in SQL.</summary>
    public abstract string Schema { get; }

    /// <summary>The connection, open.</summary>
    protected DbConnection Connection => Database.Database.GetDbConnection();

    /// <summary>Makes an empty table.</summary>
    public abstract Task CreateAsync(StagingTable table, CancellationToken cancel);

    /// <summary>Begins to fill a table. Only one writer at a time.</summary>
    public abstract BulkWriter Write(StagingTable table);

    /// <summary>Tells the engine that a table is filled, so that it plans by its size.</summary>
    public abstract Task FilledAsync(StagingTable table, CancellationToken cancel);

    /// <summary>Within a transaction: waits until no other import swaps.</summary>
    public abstract Task TakeTurnAsync(CancellationToken cancel);

    /// <summary>A command of SQL that both engines know, in the current transaction.</summary>
    public DbCommand Command(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from this program alone; what a file holds are values in staging.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = Database.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = 600;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>Runs a command; the number of rows that it changed.</summary>
    public async Task<int> RunAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Closes the connection; what was staged stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
