using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Actions;

/// <summary>Takes in a photo or a PDF that shows what was done, and gives it out to those who see the item.</summary>
internal static class AddEvidence
{
    /// <summary>Within the caller's transaction; null when it is added, else the key of what is wrong.</summary>
    public static async Task<string?> RunAsync(Database database, ActionItem item, ActionFields fields, Doing done, CancellationToken cancel)
    {
        if (fields.FileNote?.Trim().Length > ActionLimits.LongestNote) return "NoteLong";
        if (!IndonesiaBox.TryParse(fields.Place, out var place)) return "PlaceWrong";
        var taken = fields.TakenAt is { } said ? new DateTimeOffset(DateTime.SpecifyKind(said, DateTimeKind.Unspecified), done.At.Offset) : done.At;
        // A minute for clocks that go wrong.
        if (taken > done.At.AddMinutes(1) || taken < item.CreatedAt.AddDays(-366)) return "TakenWrong";
        if (await database.Set<ActionEvidence>().CountAsync(e => e.ItemId == item.Id, cancel) >= ActionLimits.MostEvidence) return "EvidenceMany";
        var (file, problem) = await FileStore.TakeAsync(database, fields.File, FileKinds.Scan, done.At, cancel);
        if (file is null) return problem;
        database.Add(new ActionEvidence
        {
            Id = OrderedId.New(), ItemId = item.Id, FileId = file.Id, Note = string.IsNullOrWhiteSpace(fields.FileNote) ? null : fields.FileNote.Trim(),
            Latitude = place?.Latitude, Longitude = place?.Longitude, TakenAt = taken, At = done.At,
            AccountId = done.Reader.AccountId!.Value, PersonId = done.Reader.PersonId, AgencyId = done.Office.AgencyId, By = done.By,
        });
        return null;
    }

    /// <summary><c>/tindak-lanjut/{id}/bukti/{evidence}</c>: of an item that the reader sees, whole.</summary>
    public static async Task<IResult> DownloadAsync(Guid id, Guid evidence, Database database, CurrentReader current, HttpContext http, CancellationToken cancel)
    {
        if (await ActionScope.FindAsync(database, await current.GetSignedInAsync(), id, cancel) is not { Whole: true }) return Results.NotFound();
        var file = await database.Set<ActionEvidence>().AsNoTracking().Where(e => e.Id == evidence && e.ItemId == id).Select(e => (Guid?)e.FileId).SingleOrDefaultAsync(cancel);
        return file is null ? Results.NotFound() : await FileStore.SendAsync(database, file.Value, http, cancel);
    }
}
