using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Territory.Import.Pages;

/// <summary>Takes an uploaded file and puts it into the queue to be read.</summary>
internal sealed class StartImport(
    Database database, CurrentReader current, StagingStore store, ImportQueue queue, OfficeClock clock, TimeProvider time)
{
    /// <summary>Stands for an election that is made with the import; no code looks like it.</summary>
    public const string NewElection = "+";

    /// <summary>Largest file taken, in bytes: 64 MiB.</summary>
    public const long LargestFile = 64L * 1024 * 1024;

    internal sealed class Form
    {
        public ImportKind? Kind { get; set; }

        public string? Election { get; set; }

        public IFormFile? File { get; set; }
    }

    /// <summary>The import's id, or the key of what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> RunAsync(Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (form.Kind is not { } kind || !ImportAccess.KindsOf(reader).Contains(kind)) return (null, "ChooseKind");
        if (form.File is not { Length: > 0 } file) return (null, "ChooseFile");
        if (file.Length > LargestFile) return (null, "FileTooLarge");
        var election = ImportRecord.OfElection(kind) ? await ElectionAsync(reader, form.Election, cancel) : null;
        if (ImportRecord.OfElection(kind) && election is null) return (null, "ChooseElection");

        var now = time.GetUtcNow();
        var record = new ImportRecord
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            ElectionCode = election,
            FileName = NameOf(file),
            Size = file.Length,
            AccountId = reader.AccountId,
            CreatedAt = now,
        };
        await using (var upload = System.IO.File.Create(store.UploadOf(record.Id))) await file.CopyToAsync(upload, cancel);
        database.Add(record);
        await database.SaveChangesAsync(cancel);
        queue.Add(new UploadedFile(record.Id, reader.AreasOf(ImportAccess.PermissionOf(kind))));
        return (record.Id, null);
    }

    private async Task<string?> ElectionAsync(Reader reader, string? chosen, CancellationToken cancel)
    {
        if (chosen == NewElection)
            return reader.May("elections.write") ? await ImportElection.NewDraftAsync(database, clock, cancel) : null;
        var all = await ElectionQueries.AllAsync(database, cancel);
        return all.FirstOrDefault(e => e.Code == chosen && e.State != ElectionState.Closed)?.Code;
    }

    // Of the sender's name only the last part is kept, and only to be shown.
    private static string NameOf(IFormFile file)
    {
        var name = Shell.InputProblem.Shortened(Path.GetFileName(file.FileName.Replace('\\', '/')), 200);
        return name.Length == 0 ? "?" : name;
    }
}
