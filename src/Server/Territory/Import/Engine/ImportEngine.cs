using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Holders;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>
/// Takes a file in two steps: read into staging and compared with what is stored, which changes nothing; then swapped in,
/// in one transaction with its audit entry. The command line, the pages and the sample all go this way.
/// </summary>
internal sealed class ImportEngine(OfficeClock clock, CurrentReader current, StagingStore store, TimeProvider time)
{
    /// <summary>Reads the file of an import into staging and flags what only the database tells.</summary>
    /// <returns>What was found. The record's counts of refused and flagged rows are set, the others by <see cref="CompareAsync"/>.</returns>
    public async Task<FindingLog> StageAsync(
        ImportRecord record, StagingArea staging, Stream file, AreaSet areas, Action<ReadingProgress> progress, CancellationToken cancel)
    {
        var log = new FindingLog();
        var reading = new FileReading(staging, areas, log, progress, cancel);
        await reading.ReadAsync(record.Kind, file, ChoiceOf(record));
        // What is checked later asks where it lies.
        record.Areas = string.Join(' ', reading.Places);
        if (!log.Unusable && record.Kind == ImportKind.Offices) await HolderSwap.FlagAsync(staging, clock.Today, log, cancel);
        else if (!log.Unusable) await new LaterChecks(staging, log, cancel).RunAsync(record);
        record.Columns = reading.Columns;
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
    public async Task CompareAsync(ImportRecord record, StagingArea staging, CancellationToken cancel)
    {
        if (record.Unusable) return;
        if (record.Kind == ImportKind.Offices)
        {
            await HolderSwap.RunAsync(record, staging, clock.Today, write: false, cancel);
            record.Digest = null;
            return;
        }

        var election = await ElectionIdAsync(record, staging, cancel);
        var target = await TargetAsync(record, election, staging.Database, cancel);
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
        if (record.Kind == ImportKind.Offices) await SwapOfficesAsync(record, staging, cancel);
        else await SwapRowsAsync(record, staging, cancel);
        record.State = ImportState.Applied;
        record.EndedAt = time.GetUtcNow();
        await WriteAuditAsync(record, staging);
    }

    private async Task SwapOfficesAsync(ImportRecord record, StagingArea staging, CancellationToken cancel)
    {
        await using var log = new ChangeLog(store.ScratchOf);
        foreach (var line in await HolderSwap.RunAsync(record, staging, clock.Today, write: true, cancel)) log.WriteLine(ChangePart.After, line);
        await log.SaveAsync(staging.Database, record.Id, cancel);
    }

    private async Task SwapRowsAsync(ImportRecord record, StagingArea staging, CancellationToken cancel)
    {
        var election = record.IsOfElection
            ? await ImportElection.ReadyAsync(staging.Database, record.ElectionCode!, clock, cancel) : 0;
        var target = await TargetAsync(record, election, staging.Database, cancel);
        var parameters = ChangeDigest.Election(target, election);

        // What is stored may have changed since the preview: counted anew, and now nobody else writes.
        var total = await CountAsync(staging, target, cancel);
        await using var log = new ChangeLog(store.ScratchOf);
        var changes = await ChangeDigest.OfAsync(staging, target, election, log, cancel);
        if (!target.AddsNothing)
        {
            await using (var made = staging.Command(ImportTarget.NewAncestors(staging.Schema)))
            await using (var codes = await made.ExecuteReaderAsync(cancel))
                while (await codes.ReadAsync(cancel)) log.WriteLine(ChangePart.Areas, codes.GetString(0));
            await staging.RunAsync(ImportTarget.InsertAncestors(staging.Schema), cancel);
        }

        await log.SaveAsync(staging.Database, record.Id, cancel);
        if (changes.Changed > 0) await staging.RunAsync(target.Update(staging.Schema), cancel, parameters);
        if (changes.Added > 0) await staging.RunAsync(target.Insert(staging.Schema), cancel, parameters);
        (record.Added, record.Changed) = (changes.Added, changes.Changed);
        record.Unchanged = total - changes.Added - changes.Changed;
        record.Digest = changes.Hex;
    }

    private async Task WriteAuditAsync(ImportRecord record, StagingArea staging)
    {
        var details = JsonSerializer.Serialize(
            new
            {
                record.Added, record.Changed, record.Unchanged, record.Flagged, record.Refused, Election = record.ElectionCode,
            }, JsonSerializerOptions.Web);
        await new AuditLog(staging.Database, current, time).AddAsync(
            $"{ImportNames.Of(record.Kind)}.import", record.Id.ToString(), KabupatenOf(record), details, record.Digest);
        ImportNews.Announce(staging.Database, record, time.GetUtcNow());
    }

    /// <summary>The kabupaten that an import lies in; null where it is not one.</summary>
    internal static string? KabupatenOf(ImportRecord record) =>
        record.Areas.Split(' ').Select(p => p.Length > 5 ? p[..5] : p).Distinct(StringComparer.Ordinal).ToList() is [{ Length: 5 } one] ? one : null;

    private static ColumnChoice? ChoiceOf(ImportRecord record) =>
        record.Mapping is null ? null : new ColumnChoice(JsonSerializer.Deserialize<Dictionary<string, string>>(record.Mapping)!);

    private static async Task<int> CountAsync(StagingArea staging, ImportTarget target, CancellationToken cancel)
    {
        await using var command = staging.Command($"SELECT COUNT(*) FROM {staging.Schema}.\"{target.Table}\"");
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    // Zero is no election's id: all stations of one that is still to be made are new.
    internal static async Task<int> ElectionIdAsync(ImportRecord record, StagingArea staging, CancellationToken cancel) =>
        !record.IsOfElection ? 0
        : await Elections.Contract.ElectionQueries.IdOfAsync(staging.Database, record.ElectionCode!, cancel) ?? 0;

    /// <summary>Where an import's rows go: where an election has its list of stations, voters add none to it.</summary>
    internal static async Task<ImportTarget> TargetAsync(ImportRecord record, int election, Storage.Database database, CancellationToken cancel) =>
        // An election may have the list of one kabupaten and not yet that of another.
        record.Kind == ImportKind.Voters && await AreaSet.Of(record.Areas.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Length > 5 ? a[..5] : a))
            .Of(database.Set<Station>().Where(s => s.ElectionId == election), s => s.Code).AnyAsync(cancel)
            ? ImportTarget.Voters with { AddsNothing = true } : ImportTarget.Of(record.Kind);
}
