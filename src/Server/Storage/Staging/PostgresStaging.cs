using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace TigaPilar.Server.Storage.Staging;

/// <summary>Staging in a schema of its own, in tables without a write-ahead log.</summary>
internal sealed class PostgresStaging : StagingArea
{
    // Any number that nothing else in this program locks by.
    private const long SwapLock = 0x7469_6761_696D_70;

    private PostgresStaging(Database database, string schema)
        : base(database)
    {
        Schema = schema;
    }

    public override string Schema { get; }

    public static async Task<PostgresStaging> OpenAsync(Database database, string schema, CancellationToken cancel)
    {
        await database.Database.OpenConnectionAsync(cancel);
        var staging = new PostgresStaging(database, schema);
        // A nation's rows are joined and sorted in memory and not on disk; the pool resets it when the connection goes back.
        await staging.RunAsync("SET work_mem = '128MB'", cancel);
        await staging.RunAsync($"CREATE SCHEMA IF NOT EXISTS {schema}", cancel);
        return staging;
    }

    public override Task CreateAsync(StagingTable table, CancellationToken cancel) => RunAsync(
        $"CREATE UNLOGGED TABLE {Name(table)} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\" {TypeOf(c.Type)}"))})", cancel);

    public override BulkWriter Write(StagingTable table) => new Writer(((NpgsqlConnection)Connection).BeginBinaryImport(
        $"COPY {Name(table)} ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)"));

    public override Task FilledAsync(StagingTable table, CancellationToken cancel) => RunAsync($"ANALYZE {Name(table)}", cancel);

    public override Task TakeTurnAsync(CancellationToken cancel) =>
        RunAsync("SELECT pg_advisory_xact_lock(@key)", cancel, ("@key", SwapLock));

    private string Name(StagingTable table) => $"{Schema}.\"{table.Name}\"";

    private static string TypeOf(StagedType type) => type switch
    {
        StagedType.Code => "text COLLATE \"C\" NOT NULL",
        StagedType.Text => "text",
        StagedType.Real => "double precision",
        StagedType.Flag => "boolean",
        _ => "integer",
    };

    private sealed class Writer(NpgsqlBinaryImporter importer) : BulkWriter
    {
        private bool _inRow;

        public override void Text(string? value)
        {
            if (Begin(value is null)) importer.Write(value!, NpgsqlDbType.Text);
        }

        public override void Whole(int? value)
        {
            if (Begin(value is null)) importer.Write(value!.Value, NpgsqlDbType.Integer);
        }

        public override void Real(double? value)
        {
            if (Begin(value is null)) importer.Write(value!.Value, NpgsqlDbType.Double);
        }

        public override void Flag(bool? value)
        {
            if (Begin(value is null)) importer.Write(value!.Value, NpgsqlDbType.Boolean);
        }

        public override void EndRow() => _inRow = false;

        public override void Complete() => importer.Complete();

        protected override void Dispose(bool disposing) => importer.Dispose();

        // True where a value is to be written still.
        private bool Begin(bool isNull)
        {
            if (!_inRow) importer.StartRow();
            _inRow = true;
            if (isNull) importer.WriteNull();
            return !isNull;
        }
    }
}
