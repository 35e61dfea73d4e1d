using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import.Pages;

/// <summary>A value that an import would change.</summary>
internal sealed record ChangedValue(string Column, string? Old, string? New);

/// <summary>A row that an import would change.</summary>
internal sealed record ChangedRow(string Code, IReadOnlyList<ChangedValue> Values);

/// <summary>
/// What is shown of an import before it is decided on. Parts of a page are made at the same time, so each question has a
/// connection of its own.
/// </summary>
internal sealed class ImportPreview(StagingStore store, IServiceScopeFactory scopes)
{
    public const int ShownChanges = 200;
    public const int PageSize = 50;

    /// <summary>The first rows that would be changed, with what stands there now.</summary>
    public async Task<IReadOnlyList<ChangedRow>> ChangesAsync(ImportRecord record, CancellationToken cancel)
    {
        if (record.State != ImportState.Staged || record.Changed == 0 || record.Kind == ImportKind.Offices) return [];
        await using var staging = await store.OpenAsync(record.Id, cancel);
        var election = await ImportEngine.ElectionIdAsync(record, staging, cancel);
        var target = await ImportEngine.TargetAsync(record, election, staging.Database, cancel);
        await using var command = staging.Command(
            target.FirstChanged(staging.Schema), [.. ChangeDigest.Election(target, election), ("@limit", ShownChanges)]);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ChangedRow>();
        while (await reader.ReadAsync(cancel))
        {
            var values = new List<ChangedValue>();
            for (var i = 0; i < target.Columns.Length; i++)
            {
                if (!target.Columns[i].Compared) continue;
                var (old, now) = (reader.GetValue((i * 2) + 1), reader.GetValue((i * 2) + 2));
                if (!Equals(old, now)) values.Add(new ChangedValue(target.Columns[i].Name, Text(old), Text(now)));
            }

            rows.Add(new ChangedRow(reader.GetString(0), values));
        }

        return rows;
    }

    /// <summary>One page of the kept findings, and how many there are of that severity.</summary>
    public async Task<(IReadOnlyList<RowFinding> Findings, int Total)> FindingsAsync(
        Guid import, Severity? severity, int page, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var notes = scope.ServiceProvider.GetRequiredService<Database>().Set<ImportNote>().AsNoTracking().Where(n => n.ImportId == import && (severity == null || n.Effect == severity));
        var shown = await notes.OrderBy(n => n.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return ([.. shown.Select(FindingLog.Of)], await notes.CountAsync(cancel));
    }

    // An outline is drawn, not read: its number of points and brackets must do here.
    private static string? Text(object value) => value switch
    {
        DBNull => null,
        string { Length: > 200 } text => Format.Whole(text.Count('[')),
        bool flag => flag ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
