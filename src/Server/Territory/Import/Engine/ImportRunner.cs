using System.Text.Json;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>What is to be imported.</summary>
/// <param name="Kind">What the file lists.</param>
/// <param name="Election">Code of the election for stations; null to find it.</param>
/// <param name="FileName">Name of the file, as it is shown.</param>
/// <param name="AcceptValid">Take the sound rows where others are refused.</param>
/// <param name="DryRun">Count only.</param>
/// <param name="Chosen">Columns that were named by hand.</param>
internal sealed record ImportOrder(
    ImportKind Kind, string? Election, string FileName, bool AcceptValid = false, bool DryRun = false, ColumnChoice? Chosen = null);

/// <summary>How an import ended.</summary>
/// <param name="Record">Its counts; the state is applied, or it was not.</param>
/// <param name="Log">What was found.</param>
/// <param name="Unclear">Why no election could be chosen; then nothing was read.</param>
internal sealed record ImportEnd(ImportRecord Record, FindingLog Log, ElectionUnclear? Unclear)
{
    public bool IsApplied => Record.State == ImportState.Applied;
}

/// <summary>Imports a file from beginning to end for whoever owns the installation: the command line and the sample.</summary>
internal sealed class ImportRunner(StagingStore store, ImportEngine engine, OfficeClock clock, TimeProvider time)
{
    public async Task<ImportEnd> RunAsync(ImportOrder order, Stream file, Action<ReadingProgress> progress, CancellationToken cancel)
    {
        var record = new ImportRecord
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Kind = order.Kind,
            FileName = order.FileName.Length <= 200 ? order.FileName : order.FileName[^200..],
            Size = file.CanSeek ? file.Length : 0,
            CreatedAt = time.GetUtcNow(),
            Mapping = order.Chosen is null ? null : JsonSerializer.Serialize(order.Chosen.Headers),
        };
        if (order.Chosen?.Problem(ImportShapes.Of(order.Kind)!) is { } wrong)
        {
            var told = new FindingLog();
            told.Add(wrong);
            (record.Unusable, record.Refused, record.Findings) = (true, 1, 1);
            return new ImportEnd(record, told, null);
        }

        try
        {
            await using var staging = await store.OpenAsync(record.Id, cancel);
            if (record.IsOfElection)
            {
                (record.ElectionCode, var unclear) = await ImportElection.ChooseAsync(staging.Database, order.Election, clock, cancel);
                if (unclear is not null) return new ImportEnd(record, new FindingLog(), unclear);
            }

            var log = await engine.StageAsync(record, staging, file, AreaSet.Everywhere, progress, cancel);
            if (order.DryRun || record.Unusable || (record.Refused > 0 && !order.AcceptValid))
                await engine.CompareAsync(record, staging, cancel);
            else
                await SwapAsync(record, log, staging, cancel);
            return new ImportEnd(record, log, null);
        }
        finally
        {
            await store.DeleteAsync(record.Id, CancellationToken.None);
        }
    }

    private async Task SwapAsync(ImportRecord record, FindingLog log, StagingArea staging, CancellationToken cancel)
    {
        await using var transaction = await staging.Database.BeginWriteAsync(cancel);
        await engine.SwapAsync(record, staging, cancel);
        staging.Database.Add(record);
        staging.Database.AddRange(log.Notes(record.Id));
        await staging.Database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
