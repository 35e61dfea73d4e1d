using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import.Holders;

/// <summary>Compares and swaps in a list of offices: they are few, and belong to another room, which changes them itself.</summary>
internal static class HolderSwap
{
    public static readonly StagingTable Staging = new("Office",
    [
        new("Code", StagedType.Code), new("Agency", StagedType.Text), new("Pillar", StagedType.Text), new("Title", StagedType.Text),
        new("Role", StagedType.Whole), new("Level", StagedType.Whole), new("AreaCode", StagedType.Text), new("JurisdictionId", StagedType.Text),
        new("Holder", StagedType.Text), new("Rank", StagedType.Text), new("Kind", StagedType.Whole), new("From", StagedType.Text),
        new("To", StagedType.Text), new("Flagged", StagedType.Flag),
    ]);

    public static async Task<KnownPlaces> KnownAsync(Database database, CancellationToken cancel)
    {
        var areas = await database.Set<Area>().Select(a => a.Code).ToHashSetAsync(StringComparer.Ordinal, cancel);
        var commands = await database.Set<Jurisdiction>().Select(j => new { j.Name, j.Id }).ToListAsync(cancel);
        return new KnownPlaces(
            areas, commands.ToLookup(c => TableColumns.Key(c.Name), c => c.Id, StringComparer.Ordinal), await OfficeImport.PillarsAsync(database, cancel));
    }

    public static void Write(BulkWriter writer, ImportedOffice row, bool flagged)
    {
        writer.Text(row.Row.ToString("D9", CultureInfo.InvariantCulture));
        writer.Text(row.Agency);
        writer.Text(row.Pillar);
        writer.Text(row.Title);
        writer.Whole((int)row.Role);
        writer.Whole((int)row.Level);
        writer.Text(row.AreaCode);
        writer.Text(row.JurisdictionId?.ToString());
        writer.Text(row.Holder);
        writer.Text(row.Rank);
        writer.Whole((int)row.Kind);
        writer.Text(row.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Text(row.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.Flag(flagged);
        writer.EndRow();
    }

    /// <summary>Flags the rows whose office stays as it is although the list says otherwise.</summary>
    public static async Task FlagAsync(StagingArea staging, DateOnly today, FindingLog log, CancellationToken cancel)
    {
        var rows = await RowsAsync(staging, cancel);
        var (outcomes, _) = await OfficeImport.RunAsync(staging.Database, [.. rows.Select(r => r.Row)], today, write: false, cancel);
        foreach (var ((row, flagged), outcome) in rows.Zip(outcomes))
        {
            if (outcome is not (OfficeOutcome.HeldLater or OfficeOutcome.Administrator)) continue;
            var kind = outcome == OfficeOutcome.HeldLater ? ImportFindings.HeldLater : ImportFindings.AdministratorKept;
            log.AddLater(new RowFinding(row.Row, null, row.Title, kind), flagged);
        }
    }

    public static async Task<List<string>> RunAsync(ImportRecord record, StagingArea staging, DateOnly today, bool write, CancellationToken cancel)
    {
        var rows = await RowsAsync(staging, cancel);
        var (outcomes, log) = await OfficeImport.RunAsync(staging.Database, [.. rows.Select(r => r.Row)], today, write, cancel);
        record.Added = outcomes.Count(o => o == OfficeOutcome.Added);
        record.Changed = outcomes.Count(o => o == OfficeOutcome.Changed);
        record.Unchanged = rows.Count - record.Added - record.Changed;
        record.Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', log))));
        return log;
    }

    private static async Task<List<(ImportedOffice Row, bool Flagged)>> RowsAsync(StagingArea staging, CancellationToken cancel)
    {
        var rows = new List<(ImportedOffice, bool)>();
        await using var command = staging.Command(
            $"SELECT {string.Join(", ", Staging.Columns.Select(c => $"\"{c.Name}\""))} FROM {staging.Schema}.\"Office\" ORDER BY \"Code\"");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
            DateOnly? Day(int i) => Text(i) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
            rows.Add((new ImportedOffice(
                int.Parse(reader.GetString(0), CultureInfo.InvariantCulture), reader.GetString(1), Text(2), reader.GetString(3), (OfficeRole)reader.GetInt32(4),
                (OfficeLevel)reader.GetInt32(5), Text(6), Text(7) is { } id ? Guid.Parse(id) : null, Text(8), Text(9),
                (HoldingKind)reader.GetInt32(10), Day(11), Day(12)), reader.GetBoolean(13)));
        }

        return rows;
    }
}
