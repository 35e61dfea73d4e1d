using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using TigaPilar.Server;
using TigaPilar.Server.Storage;

namespace TigaPilar.Bench.Intake;

/// <summary>
/// What the intake is held against: one Kestrel endpoint that takes the same JSON and writes the rows that ours leave behind
/// (report, event at its place, audit entry, seal) in group commits by prepared statements, synced as ours are. Nobody is asked
/// who he is, nothing is checked, nobody is told.
/// </summary>
internal sealed class IntakePeer : IAsyncDisposable
{
    private const int MostAtOnce = 256;
    private readonly Channel<(Sent Report, TaskCompletionSource Done)> _queue = Channel.CreateUnbounded<(Sent, TaskCompletionSource)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly DbConnection _connection;
    private readonly bool _sqlite;
    private long _position;
    private string _hash = new('0', 64);

    private IntakePeer(DbConnection connection) => (_connection, _sqlite) = (connection, connection is SqliteConnection);

    public static async Task<int> RunAsync(string listen, StorageSettings storage)
    {
        // The same tables and indices.
        await using (var provider = WebServer.AddCore(new ServiceCollection().AddLogging().AddHttpContextAccessor(), storage).BuildServiceProvider())
            await StorageModule.MigrateAsync(provider, CancellationToken.None);
        await using DbConnection connection = storage.IsEmbedded ? new SqliteConnection(storage.Connection) : new NpgsqlConnection(storage.Connection);
        await connection.OpenAsync();
        if (storage.IsEmbedded)
        {
            await using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            await pragmas.ExecuteNonQueryAsync();
        }

        await using var peer = new IntakePeer(connection);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(listen);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapPost("/api/kejadian", async (HttpContext http) =>
        {
            var report = await http.Request.ReadFromJsonAsync<Sent>();
            await peer.AddAsync(report!);
            await http.Response.WriteAsJsonAsync(new { id = report!.Id, received = true });
        });
        var writing = Task.Run(peer.WriteAsync);
        await app.StartAsync();
        await Console.Out.WriteLineAsync("ready");
        // Whoever waits for a writer that failed would wait for ever: then the process ends, and says why.
        if (await Task.WhenAny(writing, Task.Run(Console.In.ReadLine)) != writing) peer._queue.Writer.Complete();
        await writing;
        return 0;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task AddAsync(Sent report)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((report, done));
        await done.Task;
    }

    private async Task WriteAsync()
    {
        var group = new List<(Sent Report, TaskCompletionSource Done)>(MostAtOnce);
        var statements = _sqlite ? Statements.Zip(Parameters, Command).ToArray() : [];
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (group.Count < MostAtOnce && _queue.Reader.TryRead(out var next)) group.Add(next);
            await using (var transaction = await _connection.BeginTransactionAsync())
            {
                if (_sqlite) foreach (var (report, _) in group) Row(statements, report, transaction);
                else await RowsAsync(group, transaction);
                await transaction.CommitAsync();
            }

            foreach (var (_, done) in group) done.TrySetResult();
            group.Clear();
        }
    }

    private static readonly int[] Parameters = [7, 4, 5, 2];

    private static readonly string[] Statements =
    [
        """INSERT INTO "IncidentReport" ("Id", "Channel", "Via", "Standing", "What", "Where", "AreaCode", "At", "State", "Urgent", "AgencyId", "By") VALUES (@p0, 1, 1, 2, @p1, @p2, @p3, @p4, 1, FALSE, @p5, @p6) ON CONFLICT DO NOTHING""",
        """INSERT INTO "FeedEvent" ("Position", "At", "Permission", "AreaCode", "Subject") VALUES (@p0, @p1, 'incidents.read', @p2, @p3)""",
        """INSERT INTO "AuditEntry" ("Id", "At", "Action", "Subject", "AreaCode", "AccountId", "OfficeId") VALUES (@p0, @p1, 'incidents.report', @p2, @p3, @p4, @p4)""",
        """INSERT INTO "AuditSeal" ("Position", "EntryId", "Hash") VALUES (@p0, @p0, @p1)""",
    ];

    private void Row(DbCommand[] statements, Sent report, DbTransaction transaction)
    {
        var at = TimeProvider.System.GetUtcNow().UtcTicks;
        foreach (var statement in statements) statement.Transaction = transaction;
        Fill(statements[0], report.Id, report.What, report.Where, report.Area, at, report.Agency, report.By);
        if (statements[0].ExecuteNonQuery() == 0) return;
        var (position, hash) = Next(report, at);
        Fill(statements[1], position, at, report.Area, report.Id.ToString());
        statements[1].ExecuteNonQuery();
        Fill(statements[2], position, at, report.Id.ToString(), report.Area, report.Agency);
        statements[2].ExecuteNonQuery();
        Fill(statements[3], position, hash);
        statements[3].ExecuteNonQuery();
    }

    private async Task RowsAsync(List<(Sent Report, TaskCompletionSource Done)> group, DbTransaction transaction)
    {
        var at = TimeProvider.System.GetUtcNow().UtcTicks;
        await using var keep = Command("""
            INSERT INTO "IncidentReport" ("Id", "Channel", "Via", "Standing", "What", "Where", "AreaCode", "At", "State", "Urgent", "AgencyId", "By")
            SELECT id, 1, 1, 2, what, place, area, @p4, 1, FALSE, agency, sender FROM unnest(@p0, @p1, @p2, @p3, @p5, @p6) AS r(id, what, place, area, agency, sender) ON CONFLICT DO NOTHING RETURNING "Id"
            """, 7);
        keep.Transaction = transaction;
        Fill(keep, group.Select(g => g.Report.Id).ToArray(), group.Select(g => g.Report.What).ToArray(), group.Select(g => g.Report.Where).ToArray(), group.Select(g => g.Report.Area).ToArray(), at, group.Select(g => g.Report.Agency).ToArray(), group.Select(g => g.Report.By).ToArray());
        await keep.PrepareAsync();
        var kept = new HashSet<Guid>();
        await using (var reader = await keep.ExecuteReaderAsync()) while (await reader.ReadAsync()) kept.Add(reader.GetGuid(0));
        var rows = group.Where(g => kept.Contains(g.Report.Id)).Select(g => (g.Report, Place: Next(g.Report, at))).ToList();
        await using var rest = Command("""
            WITH r AS (SELECT * FROM unnest(@p0, @p1, @p2, @p3, @p5) AS r(position, subject, area, hash, agency)),
              told AS (INSERT INTO "FeedEvent" ("Position", "At", "Permission", "AreaCode", "Subject") SELECT position, @p4, 'incidents.read', area, subject FROM r),
              logged AS (INSERT INTO "AuditEntry" ("Id", "At", "Action", "Subject", "AreaCode", "AccountId", "OfficeId") SELECT position, @p4, 'incidents.report', subject, area, agency, agency FROM r)
            INSERT INTO "AuditSeal" ("Position", "EntryId", "Hash") SELECT position, position, hash FROM r
            """, 6);
        rest.Transaction = transaction;
        Fill(rest, rows.Select(r => r.Place.Position).ToArray(), rows.Select(r => r.Report.Id.ToString()).ToArray(), rows.Select(r => r.Report.Area).ToArray(), rows.Select(r => r.Place.Hash).ToArray(), at, rows.Select(r => r.Report.Agency).ToArray());
        await rest.PrepareAsync();
        await rest.ExecuteNonQueryAsync();
    }

    private (long Position, string Hash) Next(Sent report, long at)
    {
        _hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{_hash}{++_position}{at}{report.Id}{report.Area}"))));
        return (_position, _hash);
    }

    private DbCommand Command(string text, int parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
        command.CommandText = text;
#pragma warning restore CA2100
        for (var i = 0; i < parameters; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static void Fill(DbCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
    }

    internal sealed record Sent(Guid Id, string What, string Where, string Area, Guid Agency, string By);
}
