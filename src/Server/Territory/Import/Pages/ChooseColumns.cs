using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import.Pages;

/// <summary>Takes what its sender says of an uploaded file's columns, and has the file read again.</summary>
internal sealed class ChooseColumns(IServiceScopeFactory scopes, StagingStore store, ImportQueue queue, CurrentReader current)
{
    /// <summary>The file's columns; null where the file is gone or no table.</summary>
    public HeaderPreview? Preview(Guid id)
    {
        if (!File.Exists(store.UploadOf(id))) return null;
        using var file = File.OpenRead(store.UploadOf(id));
        return HeaderPreview.Read(file);
    }

    /// <summary>Whether the reader may choose: it is the reader's own file, and it waits for that.</summary>
    public static bool IsFor(Reader reader, ImportRecord record) =>
        record.State == ImportState.Unmapped && record.AccountId is { } maker && maker == reader.AccountId;

    /// <summary>Null when the file is being read again, or the key of what is wrong.</summary>
    public async Task<string?> RunAsync(Guid id, IReadOnlyDictionary<string, string> headers, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var record = await database.Set<ImportRecord>().SingleOrDefaultAsync(i => i.Id == id, cancel);
        if (record is null || !IsFor(reader, record) || !File.Exists(store.UploadOf(id))) return "AlreadyDecided";
        if (headers.Count == 0) return "ChooseColumns";
        if (headers.Values.Distinct(StringComparer.Ordinal).Count() < headers.Count) return "ColumnForTwo";
        if (new ColumnChoice(headers).Problem(ImportShapes.Of(record.Kind)!) is not null) return "ColumnForbidden";
        (record.Mapping, record.State) = (JsonSerializer.Serialize(headers), ImportState.Reading);
        await database.Set<ImportNote>().Where(n => n.ImportId == id).ExecuteDeleteAsync(cancel);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        queue.Add(new UploadedFile(id, reader.AreasOf(ImportAccess.PermissionOf(record.Kind))));
        return null;
    }
}
