using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TigaPilar.Server.Storage;

/// <summary>The values of one column, a row each: an array of what the column is stored as.</summary>
internal readonly record struct Column(string Name, Array Values);

/// <summary>Rows to be added to a table. Columns that are not named are left empty.</summary>
internal readonly record struct Rows(string Table, params Column[] Columns)
{
    public int Count => Columns[0].Values.Length;
}

/// <summary>
/// What is asked in the transaction that is open: keys that no row of a table has had, ascending, for as many rows as are
/// about to be added; and whether any of other tables has a row.
/// </summary>
internal readonly record struct Asked(string Table, string Key, int Count, params string[] Others);

/// <summary>The answer to <see cref="Asked"/>.</summary>
internal readonly record struct Answered(long[] Keys, bool Any);

/// <summary>
/// Adds many rows by one statement for each table, in the transaction that is open: where thousands a second are written,
/// keeping track of each object costs more than its row. Without await, for the writer's own thread: on a loaded machine
/// to take up again after each message costs more than the message.
/// </summary>
internal static class ManyRows
{
    private static readonly ConditionalWeakTable<DbConnection, Dictionary<string, DbCommand>> Kept = [];

    /// <summary>Adds rows to one table or several, to a server in one message. One that is there already is an error.</summary>
    public static void Add(Database database, params IReadOnlyList<Rows> tables)
    {
        var some = tables.Where(t => t.Count > 0).ToList();
        if (some.Count == 0) return;
        var connection = database.Database.GetDbConnection();
        if (connection is not NpgsqlConnection server)
        {
            foreach (var rows in some) OneByOne(database, connection, rows, unlessKnown: false);
            return;
        }

        // One statement for all: a batch of several is written by another thread of the driver's, which has to be waited for.
        var (texts, values) = (new List<string>(), new List<Array>());
        foreach (var rows in some)
        {
            texts.Add(AllAtOnce(rows, values.Count));
            values.AddRange(rows.Columns.Select(c => c.Values));
        }

        var before = texts.Take(texts.Count - 1).Select((text, i) => string.Create(CultureInfo.InvariantCulture, $"t{i} AS ({text})")).ToList();
        using var command = Command(database, server, $"{(before.Count > 0 ? $"WITH {string.Join(", ", before)} " : "")}{texts[^1]}", values);
        command.ExecuteNonQuery();
    }

    /// <summary>Adds rows but for those whose key is there already, and asks in the same message; the keys of those that were added.</summary>
    public static (List<TKey> Added, Answered Answer) AddNew<TKey>(Database database, Rows rows, string key, Asked asked)
    {
        var connection = database.Database.GetDbConnection();
        if (connection is not NpgsqlConnection server)
        {
            var known = (TKey[])rows.Columns.Single(c => c.Name == key).Values;
            return (OneByOne(database, connection, rows, unlessKnown: true).ConvertAll(row => known[row]), Ask(database, connection, asked));
        }

        // What no row has is not sent.
        rows = new(rows.Table, [.. rows.Columns.Where(c => c.Values.Cast<object?>().Any(v => v is not null))]);
        var count = rows.Columns.Length;
        using var command = Command(
            database, server,
            $"WITH added AS ({AllAtOnce(rows, 0)} ON CONFLICT DO NOTHING RETURNING \"{key}\") SELECT ARRAY(SELECT \"{key}\" FROM added), {Question(asked, count + 1)}",
            [.. rows.Columns.Select(c => c.Values), asked.Count]);
        using var reader = command.ExecuteReader();
        reader.Read();
        return ([.. reader.GetFieldValue<TKey[]>(0)], new(reader.GetFieldValue<long[]>(1), reader.GetBoolean(2)));
    }

    // There is one writer at a time, and the tables that are numbered so lose no rows.
    private static Answered Ask(Database database, DbConnection connection, Asked asked)
    {
        using var command = connection.CreateCommand();
        command.Transaction = Transaction(database);
#pragma warning disable CA2100 // Names come from this program alone.
        command.CommandText = $"SELECT COALESCE(MAX(\"{asked.Key}\"), 0), {Any(asked)} FROM \"{asked.Table}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        reader.Read();
        var last = reader.GetInt64(0);
        return new([.. Enumerable.Range(1, asked.Count).Select(n => last + n)], reader.GetBoolean(1));
    }

    private static string Question(Asked asked, int parameter) => string.Create(
        CultureInfo.InvariantCulture, $"ARRAY(SELECT nextval(pg_get_serial_sequence('\"{asked.Table}\"', '{asked.Key}')) FROM generate_series(1, ${parameter})), {Any(asked)}");

    private static string Any(Asked asked) => string.Join(" OR ", asked.Others.Select(t => $"EXISTS (SELECT 1 FROM \"{t}\")").DefaultIfEmpty("1 = 0"));

    private static DbTransaction? Transaction(Database database) => database.Database.CurrentTransaction?.GetDbTransaction();

    private static string Names(Rows rows) => string.Join(", ", rows.Columns.Select(c => $"\"{c.Name}\""));

    // All rows of a table, a parameter for each column.
    private static string AllAtOnce(Rows rows, int parametersBefore) =>
        $"INSERT INTO \"{rows.Table}\" ({Names(rows)}) SELECT * FROM unnest({string.Join(", ", rows.Columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"${parametersBefore + i + 1}")))})";

    // The connection keeps the statement for the next time.
    private static NpgsqlCommand Command(Database database, NpgsqlConnection server, string text, IReadOnlyList<object> values)
    {
#pragma warning disable CA2100 // Names come from this program alone.
        var command = new NpgsqlCommand(text, server, (NpgsqlTransaction?)Transaction(database));
#pragma warning restore CA2100
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        command.Prepare();
        return command;
    }

    // Within the process a row is a call: the statement is read once and run for each. Which rows were added.
    private static List<int> OneByOne(Database database, DbConnection connection, Rows rows, bool unlessKnown)
    {
        // Reading a statement takes as long as running it for ten rows: those of a connection that stays open are kept.
        var kept = Kept.GetValue(connection, static _ => new(StringComparer.Ordinal));
        var name = $"{rows.Table} {Names(rows)}";
        if (!kept.TryGetValue(name, out var command)) kept.Add(name, command = Command(connection, rows, unlessKnown));
        command.Transaction = Transaction(database);
        var added = new List<int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < rows.Columns.Length; i++) command.Parameters[i].Value = rows.Columns[i].Values.GetValue(row) ?? DBNull.Value;
            if (command.ExecuteNonQuery() == 1) added.Add(row);
        }

        return added;
    }

    private static DbCommand Command(DbConnection connection, Rows rows, bool unlessKnown)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from this program alone.
        command.CommandText = $"INSERT INTO \"{rows.Table}\" ({Names(rows)}) VALUES ({string.Join(", ", rows.Columns.Select((_, i) => Name(i)))}){(unlessKnown ? " ON CONFLICT DO NOTHING" : "")}";
#pragma warning restore CA2100
        for (var i = 0; i < rows.Columns.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = Name(i);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
}
