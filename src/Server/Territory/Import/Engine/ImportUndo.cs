using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>What taking an import back does, or why it is not done.</summary>
/// <param name="Problem">Key of the text that says why not: NotApplied, AlreadyUndone, TouchedSince, OutsideNow; null where it can be done.</param>
/// <param name="Gone">Rows that go.</param>
/// <param name="Back">Rows that get their former values.</param>
/// <param name="Touched">Rows that were changed since.</param>
/// <param name="First">Code of the first of them.</param>
internal sealed record UndoEnd(string? Problem, int Gone = 0, int Back = 0, int Touched = 0, string? First = null);

/// <summary>
/// Takes an import back as a whole: what it added goes, what it changed gets its former values. Only where every row is
/// still as the import left it, so that nobody's later work is lost.
/// </summary>
internal sealed class ImportUndo(StagingStore store, IServiceScopeFactory scopes, CurrentReader current, TimeProvider time)
{
    /// <summary>The import that was applied last, taken back or not: who asks twice must not lose the one before it.</summary>
    public static Task<ImportRecord?> NewestAsync(Database database, CancellationToken cancel) =>
        database.Set<ImportRecord>().AsNoTracking().Where(i => i.State == ImportState.Applied || i.State == ImportState.Undone)
            .OrderByDescending(i => i.EndedAt).ThenByDescending(i => i.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Takes it back, or says what would become of it.</summary>
    /// <param name="id">Which import.</param>
    /// <param name="reader">Who asks; null for the command line, which may all.</param>
    /// <param name="dryRun">Look only.</param>
    /// <param name="cancel">Until the transaction begins.</param>
    public async Task<UndoEnd> RunAsync(Guid id, Reader? reader, bool dryRun, CancellationToken cancel)
    {
        var work = Guid.CreateVersion7(time.GetUtcNow());
        try
        {
            await using var staging = await store.OpenAsync(work, cancel);
            var record = await staging.Database.Set<ImportRecord>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, cancel);
            if (record is null || ProblemOf(record, reader) is not null) return new UndoEnd(record is null ? "NotApplied" : ProblemOf(record, reader));
            if (record.Kind == ImportKind.Offices) return await UndoOfficesAsync(record.Id, reader, staging, dryRun, cancel);
            var target = new UndoTarget(ImportTarget.Of(record.Kind));
            var (gone, back) = await ReadLogAsync(record, target, staging, cancel);

            await using var transaction = await staging.Database.BeginWriteAsync(cancel);
            await staging.TakeTurnAsync(cancel);

            // Two who press at once: the second finds it undone.
            record = await staging.Database.Set<ImportRecord>().SingleAsync(i => i.Id == id, cancel);
            if (ProblemOf(record, reader) is { } now) return new UndoEnd(now);
            var election = await ImportEngine.ElectionIdAsync(record, staging, cancel);
            var parameters = ChangeDigest.Election(target.Target, election);
            if (await TouchedAsync(target, staging, parameters, cancel) is { Touched: > 0 } touched) return touched with { Gone = gone, Back = back };
            if (dryRun) return new UndoEnd(null, gone, back);

            await staging.RunAsync(target.GiveBack(staging.Schema), cancel, parameters);
            await staging.RunAsync(target.TakeAway(staging.Schema), cancel, parameters);

            // What came along stays where a later list of villages may have filled it.
            var later = await staging.Database.Set<ImportRecord>().AnyAsync(
                i => i.Kind == ImportKind.Villages && i.State == ImportState.Applied && i.EndedAt > record.EndedAt, cancel);
            foreach (var length in later ? [] : (int[])[13, 8, 5, 2]) await staging.RunAsync(UndoTarget.TakeAreas(staging.Schema, length), cancel);
            await SaveAsync(record, staging.Database, gone, back, cancel);
            await transaction.CommitAsync(cancel);
            return new UndoEnd(null, gone, back);
        }
        finally
        {
            await store.DeleteAsync(work, CancellationToken.None);
        }
    }

    private async Task SaveAsync(ImportRecord record, Database database, int gone, int back, CancellationToken cancel)
    {
        (record.State, record.UndoneAt) = (ImportState.Undone, time.GetUtcNow());
        await database.Set<ImportChange>().Where(c => c.ImportId == record.Id).ExecuteDeleteAsync(cancel);
        await new AuditLog(database, current, time).AddAsync(
            "import.undo", record.Id.ToString(), ImportEngine.KabupatenOf(record),
            JsonSerializer.Serialize(new { Kind = ImportNames.Of(record.Kind), Gone = gone, Back = back, Election = record.ElectionCode }, JsonSerializerOptions.Web),
            record.Digest);
        ImportNews.Announce(database, record, time.GetUtcNow());
        await database.SaveChangesAsync(cancel);
    }

    private async Task<UndoEnd> UndoOfficesAsync(Guid id, Reader? reader, StagingArea staging, bool dryRun, CancellationToken cancel)
    {
        var database = staging.Database;
        var lines = new List<string>();
        await using (var scratch = store.ScratchOf())
            await foreach (var line in ChangeLog.ReadAsync(database, id, ChangePart.After, scratch, cancel)) lines.Add(line);
        await using var transaction = await database.BeginWriteAsync(cancel);
        await staging.TakeTurnAsync(cancel);
        var record = await database.Set<ImportRecord>().SingleAsync(i => i.Id == id, cancel);
        if (ProblemOf(record, reader) is { } now) return new UndoEnd(now);
        if (!await OfficeImport.UndoAsync(database, lines, !dryRun, cancel)) return new UndoEnd("OfficesUsed");
        if (dryRun) return new UndoEnd(null, record.Added, record.Changed);
        try
        {
            await SaveAsync(record, database, record.Added, record.Changed, cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody of the list has an account by now, or is named elsewhere.
            return new UndoEnd("OfficesUsed");
        }

        await transaction.CommitAsync(cancel);
        return new UndoEnd(null, record.Added, record.Changed);
    }

    private static string? ProblemOf(ImportRecord record, Reader? reader) =>
        reader is not null && !ImportAccess.Covers(reader, record) ? "OutsideNow"
        : record.State switch { ImportState.Applied => null, ImportState.Undone => "AlreadyUndone", _ => "NotApplied" };

    private static async Task<UndoEnd> TouchedAsync(
        UndoTarget target, StagingArea staging, (string Name, object? Value)[] parameters, CancellationToken cancel)
    {
        await using var command = staging.Command(target.Touched(staging.Schema), parameters);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var touched = reader.GetInt32(0);
        return touched == 0 ? new UndoEnd(null) : new UndoEnd("TouchedSince", Touched: touched, First: reader.GetString(1));
    }

    private async Task<(int Gone, int Back)> ReadLogAsync(ImportRecord record, UndoTarget target, StagingArea staging, CancellationToken cancel)
    {
        await staging.CreateAsync(target.Staging, cancel);
        await staging.CreateAsync(UndoTarget.MadeAreas, cancel);

        // While rows are written this connection is busy: the log comes over another.
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<Database>();
        var (gone, back) = (0, 0);
        await using var afters = store.ScratchOf();
        await using var befores = store.ScratchOf();
        await using var areas = store.ScratchOf();
        await using var former = ChangeLog.ReadAsync(log, record.Id, ChangePart.Before, befores, cancel).GetAsyncEnumerator(cancel);
        using (var writer = staging.Write(target.Staging))
        {
            await foreach (var line in ChangeLog.ReadAsync(log, record.Id, ChangePart.After, afters, cancel))
            {
                var values = line.Split('\t');
                var isNew = line[0] == '+';
                writer.Text(values[0][1..]);
                writer.Flag(isNew);
                Write(writer, target.Target, values);
                if (isNew) gone++;
                else back++;

                // Both parts stand in the order of the codes.
                if (!isNew && !await former.MoveNextAsync()) throw new InvalidOperationException("The change log ends too early.");
                Write(writer, target.Target, isNew ? null : former.Current.Split('\t'));
                writer.EndRow();
            }

            writer.Complete();
        }

        using (var writer = staging.Write(UndoTarget.MadeAreas))
        {
            await foreach (var code in ChangeLog.ReadAsync(log, record.Id, ChangePart.Areas, areas, cancel))
            {
                writer.Text(code);
                writer.EndRow();
            }

            writer.Complete();
        }

        await staging.FilledAsync(target.Staging, cancel);
        return (gone, back);
    }

    private static void Write(BulkWriter writer, ImportTarget target, string[]? values)
    {
        for (var i = 0; i < target.Columns.Length; i++)
        {
            var text = values is null || values[i + 1].Length == 0 ? null : values[i + 1];
            switch (target.Columns[i].Type)
            {
                case StagedType.Whole: writer.Whole(text is null ? null : int.Parse(text, CultureInfo.InvariantCulture)); break;
                case StagedType.Real: writer.Real(text is null ? null : double.Parse(text, CultureInfo.InvariantCulture)); break;
                case StagedType.Flag: writer.Flag(text is null ? null : text == "1"); break;
                default: writer.Text(text is null ? null : ChangeDigest.Unescaped(text)); break;
            }
        }
    }
}
