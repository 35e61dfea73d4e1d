using System.Text.Json;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>
/// Takes a file in two steps: read into staging and compared with what is stored, which changes nothing; then swapped in,
/// in one transaction with its audit entry. The command line, the pages and the sample all go this way.
/// </summary>
internal sealed class ImportEngine(OfficeClock clock, CurrentReader current, TimeProvider time)
{
    /// <summary>Reads the file of an import into staging and flags what only the database tells.</summary>
    /// <returns>What was found. The record's counts of refused and flagged rows are set, the others by <see cref="CompareAsync"/>.</returns>
    public static async Task<FindingLog> StageAsync(
        ImportRecord record, StagingArea staging, Stream file, AreaSet areas, Action<ReadingProgress> progress, CancellationToken cancel)
    {
        var log = new FindingLog();
        var reading = new FileReading(staging, areas, log, progress, cancel);
        await reading.ReadAsync(record.Kind, file);
        if (!log.Unusable) await new LaterChecks(staging, log, cancel).RunAsync(record.Kind);
        record.Columns = reading.Columns;
        record.Areas = string.Join(' ', reading.Places);
        record.Flagged = log.FlaggedRows;
        record.Findings = log.Count;
        record.Unusable = log.Unusable;
        record.Refused = log.RefusedRows;
        if (log.Unusable)
        {
            // Of a file that ends in the middle no row counts as sound.
            record.Refused = Math.Max(1, log.RefusedRows + reading.Staged);
            record.Flagged = 0;
        }

        return log;
    }

    /// <summary>Counts what the staged rows would add and change now.</summary>
    public static async Task CompareAsync(ImportRecord record, StagingArea staging, CancellationToken cancel)
    {
        if (record.Unusable) return;
        var target = ImportTarget.Of(record.Kind);
        var election = await ElectionIdAsync(record, staging, cancel);
        await using var command = staging.Command(target.Counts(staging.Schema), ChangeDigest.Election(target, election));
        await using var counts = await command.ExecuteReaderAsync(cancel);
        await counts.ReadAsync(cancel);
        record.Added = counts.GetInt32(1);
        record.Changed = counts.GetInt32(2);
        record.Unchanged = counts.GetInt32(0) - record.Added - record.Changed;
    }

    /// <summary>
    /// Swaps the staged rows in. Only within a transaction that the caller commits, and saves the record with: either all
    /// of it is there afterwards, or nothing is.
    /// </summary>
    public async Task SwapAsync(ImportRecord record, StagingArea staging, CancellationToken cancel)
    {
        if (record.Unusable) throw new InvalidOperationException("A file that could not be read is swapped in.");
        await staging.TakeTurnAsync(cancel);
        var target = ImportTarget.Of(record.Kind);
        var election = record.Kind == ImportKind.Stations
            ? await ImportElection.ReadyAsync(staging.Database, record.ElectionCode!, clock, cancel) : 0;
        var parameters = ChangeDigest.Election(target, election);

        // What is stored may have changed since the preview: counted anew, and now nobody else writes.
        var total = await CountAsync(staging, target, cancel);
        var changes = await ChangeDigest.OfAsync(staging, target, election, cancel);
        await staging.RunAsync(ImportTarget.InsertAncestors(staging.Schema), cancel);
        if (changes.Changed > 0) await staging.RunAsync(target.Update(staging.Schema), cancel, parameters);
        if (changes.Added > 0) await staging.RunAsync(target.Insert(staging.Schema), cancel, parameters);
        (record.Added, record.Changed) = (changes.Added, changes.Changed);
        record.Unchanged = total - changes.Added - changes.Changed;
        record.Digest = changes.Hex;
        record.State = ImportState.Applied;
        record.EndedAt = time.GetUtcNow();
        await WriteAuditAsync(record, staging);
    }

    private async Task WriteAuditAsync(ImportRecord record, StagingArea staging)
    {
        var places = record.Areas.Split(' ');
        var details = JsonSerializer.Serialize(
            new
            {
                record.Added, record.Changed, record.Unchanged, record.Flagged, record.Refused, Election = record.ElectionCode,
            }, JsonSerializerOptions.Web);
        var subject = record.Kind switch { ImportKind.Villages => "villages", ImportKind.Boundaries => "boundaries", _ => "stations" };
        var kabupaten = places.Select(p => p.Length > 5 ? p[..5] : p).Distinct(StringComparer.Ordinal).ToList();
        await new AuditLog(staging.Database, current, time).AddAsync(
            $"{subject}.import", record.Id.ToString(), kabupaten is [{ Length: 5 } one] ? one : null, details, record.Digest);
        var tell = record.Kind == ImportKind.Stations ? TerritoryPermissions.ReadStations : TerritoryPermissions.ReadAreas;
        foreach (var place in kabupaten) staging.Database.Announce(tell, record.Id.ToString(), place.Length == 0 ? null : place, time.GetUtcNow());
    }

    private static async Task<int> CountAsync(StagingArea staging, ImportTarget target, CancellationToken cancel)
    {
        await using var command = staging.Command($"SELECT COUNT(*) FROM {staging.Schema}.\"{target.Table}\"");
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Zero is no election's id: all stations of one that is still to be made are new.
    internal static async Task<int> ElectionIdAsync(ImportRecord record, StagingArea staging, CancellationToken cancel) =>
        record.Kind != ImportKind.Stations ? 0
        : await Elections.Contract.ElectionQueries.IdOfAsync(staging.Database, record.ElectionCode!, cancel) ?? 0;
}
