using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using TigaPilar.Server;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Import;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Bench;

/// <summary>
/// All stations of the nation through the import (reading, checks, comparing, audit), beside the fastest way to put the
/// same columns into the same table without any of that.
/// </summary>
internal static class ImportBench
{
    private const int Stations = 820_161;
    private const int Unnamed = 513;

    public static void Run(BenchReport report, string shared, bool full)
    {
        var villages = Path.Combine(shared, "data", "national-villages-2024.csv.gz");
        var table = report.Table(1, "engine", "import s", "peer s", "ratio", "rows/s", "again s", "peak MiB");
        report.Note("peer: the same columns and indexes by one prepared insert in one transaction (SQLite, same pragmas), by binary COPY (PostgreSQL)");
        report.Note(full ? "three rounds each, the best of each is compared" : "one round each; --full takes the best of three");
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-bench-");
        // PostgreSQL runs as a user of its own where this one is root.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupExecute);
        try
        {
            // What is sent to the import: a text of 23 MiB, written beforehand so that making it is not measured.
            var list = Path.Combine(folder.FullName, "stations.csv");
            WriteList(villages, list);
            var rounds = full ? 3 : 1;
            var sqlite = Measure(report, table, "SQLite", list, rounds, StorageSettings.InFolder(Path.Combine(folder.FullName, "sqlite")), InsertSqlite);
            report.AtMost("import on SQLite to prepared inserts", sqlite, 3, "F2", "x");
            var cluster = Path.Combine(folder.FullName, "postgres");
            if (PrivatePostgres.Start(cluster) is not { } connection)
            {
                report.Goal("import on PostgreSQL to COPY", "≤ 5.00x", "not measured: PostgreSQL did not start", null);
                return;
            }

            try
            {
                var storage = new StorageSettings(connection, Path.Combine(folder.FullName, "files"));
                var postgres = Measure(report, table, "PostgreSQL", list, rounds, storage, CopyPostgres);
                report.AtMost("import on PostgreSQL to COPY", postgres, 5, "F2", "x");
            }
            finally
            {
                PrivatePostgres.Stop(cluster);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Measure(
        BenchReport report, BenchTable table, string engine, string list, int rounds, StorageSettings storage, Func<string, string, double> peer)
    {
        using var services = Services(storage);
        StorageModule.MigrateAsync(services, CancellationToken.None).GetAwaiter().GetResult();
        var (ours, peers, again) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var round = 0; round < rounds; round++)
        {
            Clear(storage);
            peers = Math.Min(peers, peer(storage.Connection, list));
            Clear(storage);
            var (end, seconds) = Import(services, list);
            ours = Math.Min(ours, seconds);
            if (round == 0)
            {
                report.Goal($"{engine}: stations added", Text(Stations), Text(end.Record.Added), end.Record.Added == Stations && end.IsApplied);
                var unnamed = end.Log.Findings.Count(f => f.Kind == ImportFindings.UnnamedArea && f.Value?.Length == 13);
                report.Goal($"{engine}: villages that no list names, told of", Text(Unnamed), Text(unnamed), unnamed == Unnamed);
            }

            (end, seconds) = Import(services, list);
            again = Math.Min(again, seconds);
            if (round == 0) report.Goal($"{engine}: unchanged the second time", Text(Stations), Text(end.Record.Unchanged), end.Record.Unchanged == Stations);
        }

        using var self = Process.GetCurrentProcess();
        var peak = self.PeakWorkingSet64 / (1024.0 * 1024);
        table.Row(engine, Text(ours, "F2"), Text(peers, "F2"), Text(ours / peers, "F2"), Text(Stations / ours, "F0"), Text(again, "F2"), Text(peak, "F0"));
        report.AtMost($"{engine}: peak memory of the process", peak, 512, "F0", " MiB");
        return ours / peers;
    }

    private static (ImportEnd End, double Seconds) Import(IServiceProvider services, string list)
    {
        using var scope = services.CreateScope();
        using var file = File.OpenRead(list);
        var watch = Stopwatch.StartNew();
        var end = scope.ServiceProvider.GetRequiredService<ImportRunner>()
            .RunAsync(new ImportOrder(ImportKind.Stations, null, "stations.csv"), file, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
        return (end, watch.Elapsed.TotalSeconds);
    }

    private static ServiceProvider Services(StorageSettings storage)
    {
        var services = new ServiceCollection();
        WebServer.AddCore(services, storage);
        services.AddImport();
        services.AddLogging();
        services.AddScoped<FindReader>(_ => (_, _) => Task.FromResult(Reader.Nobody));
        return services.BuildServiceProvider();
    }

    private static void WriteList(string villages, string list)
    {
        using var packed = new GZipStream(File.OpenRead(villages), CompressionMode.Decompress);
        using var reader = new StreamReader(packed);
        using var writer = new StreamWriter(list);
        writer.Write("kode_tps,jenis\n");
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split(',');
            for (var i = 1; i <= Count(cells[3]); i++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{cells[0]}.{i:D3},reguler\n"));
            for (var i = 901; i <= 900 + Count(cells[4]); i++) writer.Write(string.Create(CultureInfo.InvariantCulture, $"{cells[0]}.{i:D3},khusus\n"));
        }

        static int Count(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<(string Code, bool Special)> Rows(string list)
    {
        foreach (var line in File.ReadLines(list).Skip(1)) yield return (line[..17], line[18] == 'k');
    }

    private static double InsertSqlite(string connection, string list)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
        database.Open();
        Run(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
        var watch = Stopwatch.StartNew();
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = """INSERT INTO "Station" ("ElectionId", "Code", "Special", "State", "Place", "Latitude", "Longitude") VALUES (1, @code, @special, 1, @place, @lat, @lng)""";
        var code = insert.Parameters.Add("@code", SqliteType.Text);
        var special = insert.Parameters.Add("@special", SqliteType.Integer);
        foreach (var name in (string[])["@place", "@lat", "@lng"]) insert.Parameters.AddWithValue(name, DBNull.Value);
        insert.Prepare();
        foreach (var row in Rows(list))
        {
            (code.Value, special.Value) = (row.Code, row.Special);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return watch.Elapsed.TotalSeconds;
    }

    private static double CopyPostgres(string connection, string list)
    {
        using var database = new NpgsqlConnection(connection);
        database.Open();
        var watch = Stopwatch.StartNew();
        using (var copy = database.BeginBinaryImport(
            """COPY "Station" ("ElectionId", "Code", "Special", "State", "Place", "Latitude", "Longitude") FROM STDIN (FORMAT BINARY)"""))
        {
            foreach (var row in Rows(list))
            {
                copy.StartRow();
                copy.Write(1, NpgsqlDbType.Integer);
                copy.Write(row.Code, NpgsqlDbType.Text);
                copy.Write(row.Special, NpgsqlDbType.Boolean);
                copy.Write((short)1, NpgsqlDbType.Smallint);
                copy.WriteNull();
                copy.WriteNull();
                copy.WriteNull();
            }

            copy.Complete();
        }

        return watch.Elapsed.TotalSeconds;
    }

    private static void Clear(StorageSettings storage)
    {
        using DbConnection database = storage.IsEmbedded ? new SqliteConnection(storage.Connection) : new NpgsqlConnection(storage.Connection);
        database.Open();
        if (storage.IsEmbedded)
            Run(database, """DELETE FROM "Station"; DELETE FROM "Area"; DELETE FROM "Election"; PRAGMA wal_checkpoint(TRUNCATE);""");
        else
            Run(database, """TRUNCATE "Station"; DELETE FROM "Area"; DELETE FROM "Election"; CHECKPOINT;""");
    }

    private static void Run(DbConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The benchmark's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }

    private static string Text(double figure, string format = "F0") => figure.ToString(format, CultureInfo.InvariantCulture);
}
