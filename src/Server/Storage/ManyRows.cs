using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TigaPilar.Server.Storage;

/// <summary>The values of one column, a row each: an array of what the column is stored as.</summary>
internal readonly record struct Column(string Name, Array Values);

/// <summary>
/// Adds many rows of one table by one statement, in the transaction that is open: where thousands a second are written,
/// keeping track of each object costs more than its row.
/// </summary>
internal static class ManyRows
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Kept = [];

    /// <summary>
    /// The keys of the rows that were added. Rows that are there already are an error, or left out where they may be known.
    /// Columns that are not named are left empty.
    /// </summary>
    public static async Task<List<TKey>> AddAsync<TKey>(Database database, string table, string key, bool unlessKnown, Column[] columns, CancellationToken cancel)
    {
        var keys = new List<TKey>(columns[0].Values.Length);
        if (columns[0].Values.Length == 0) return keys;
        var (connection, transaction) = (database.Database.GetDbConnection(), database.Database.CurrentTransaction?.GetDbTransaction());
        if (database.Database.IsSqlite())
        {
            // Reading a statement takes as long as running it for ten rows: those of a connection that stays open are kept.
            var kept = Kept.GetValue(connection, static _ => new(StringComparer.Ordinal));
            var name = $"{table} {string.Join(' ', columns.Select(c => c.Name))}";
            if (!kept.TryGetValue(name, out var command)) kept.Add(name, command = Command(connection, table, key, unlessKnown, columns));
            command.Transaction = transaction;
            OneByOne(command, columns, Array.FindIndex(columns, c => c.Name == key), keys);
        }
        else
        {
            await using var command = Command(connection, table, key, unlessKnown, columns);
            command.Transaction = transaction;
            await AllAsync(command, columns, keys, cancel);
        }

        return keys;
    }

    private static DbCommand Command(DbConnection connection, string table, string key, bool unlessKnown, Column[] columns)
    {
        var command = connection.CreateCommand();
        var values = string.Join(", ", columns.Select((_, i) => Name(i)));
        // Names come from this program alone.
#pragma warning disable CA2100
        command.CommandText = $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})
            {(command is NpgsqlCommand ? $"SELECT * FROM unnest({values})" : $"VALUES ({values})")}
            {(unlessKnown ? "ON CONFLICT DO NOTHING" : "")} {(command is NpgsqlCommand || !columns.Any(c => c.Name == key) ? $"RETURNING \"{key}\"" : "")}
            """;
#pragma warning restore CA2100
        for (var i = 0; i < columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(i);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");

    // Within the process a row is a call: the statement is read once and run for each.
    private static void OneByOne<TKey>(DbCommand command, Column[] columns, int key, List<TKey> keys)
    {
        for (var row = 0; row < columns[0].Values.Length; row++)
        {
            for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = columns[i].Values.GetValue(row) ?? DBNull.Value;
            // A key that is given is known; only one that the engine makes is read.
            if (key >= 0)
            {
                if (command.ExecuteNonQuery() == 1) keys.Add((TKey)columns[key].Values.GetValue(row)!);
                continue;
            }

            using var reader = command.ExecuteReader();
            if (reader.Read()) keys.Add(reader.GetFieldValue<TKey>(0));
        }
    }

    // To a server all rows go in one message. It keeps the statement for the next time.
    private static async Task AllAsync<TKey>(DbCommand command, Column[] columns, List<TKey> keys, CancellationToken cancel)
    {
        for (var i = 0; i < columns.Length; i++) command.Parameters[i].Value = columns[i].Values;
        await command.PrepareAsync(cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) keys.Add(await reader.GetFieldValueAsync<TKey>(0, cancel));
    }
}
