using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Documents;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Letters;

/// <summary>Letters on paper: all of a meeting or of one kecamatan behind each other, and each as it went out.</summary>
internal sealed class PrintLetters(Database database, MeetingAccess access, NameAreas names, OfficeClock clock)
{
    /// <summary><c>/rapat/{id}/undangan.pdf?wilayah=35.08.01</c>: for the printer; before they are sent, as a draft.</summary>
    public async Task<IResult> AllAsync(Guid id, string? area, CancellationToken cancel)
    {
        if (await access.FindOwnAsync(id, cancel) is not { } meeting) return Results.NotFound();
        var to = database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == id);
        if (!string.IsNullOrEmpty(area)) to = AreaSet.Of(area).Of(to.Where(i => i.AreaCode != null), i => i.AreaCode!);
        var facts = await LetterQueue.FactsAsync(database, names, meeting, clock, cancel);
        return PdfFile.Of(InvitationLetter.Make(facts, await to.OrderBy(i => i.AreaCode).ThenBy(i => i.Id).ToListAsync(cancel)), $"undangan{(string.IsNullOrEmpty(area) ? "" : $"-{area}")}.pdf");
    }

    /// <summary><c>/rapat/{id}/undangan/{invitation}.pdf</c>: the letter as it went out, for the host and for the office that it asks.</summary>
    public async Task<IResult> OneAsync(Guid id, Guid invitation, HttpContext http, CancellationToken cancel)
    {
        if (await access.FindAsync(id, cancel) is not { } meeting) return Results.NotFound();
        var own = (await access.OwnInvitationsAsync(id, cancel)).Exists(i => i.Id == invitation);
        if (!own && !await access.MayWriteAsync(meeting)) return Results.NotFound();
        if (await database.Set<LetterFile>().AsNoTracking().SingleOrDefaultAsync(f => f.InvitationId == invitation, cancel) is { } file)
        {
            if (!await database.Set<Invitation>().AnyAsync(i => i.Id == invitation && i.MeetingId == id, cancel)) return Results.NotFound();
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(file.Content, "application/pdf", "undangan.pdf");
        }

        if (await database.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == invitation && i.MeetingId == id, cancel) is not { } draft) return Results.NotFound();
        return PdfFile.Of(InvitationLetter.Make(await LetterQueue.FactsAsync(database, names, meeting, clock, cancel), [draft]), "undangan.pdf");
    }
}
