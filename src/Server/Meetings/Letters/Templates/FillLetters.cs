using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Letters.Templates;

/// <summary>Letters in the agency's own Word file, to be worked on: for those who write the meeting. The PDF stays the letter.</summary>
internal sealed class FillLetters(Database database, MeetingAccess access, KeepTemplate templates, NameAreas names, OfficeClock clock)
{
    /// <summary><c>/rapat/naskah/contoh.docx</c>: the reader's template, filled with a letter that nobody gets.</summary>
    public async Task<IResult> TrialAsync(HttpContext http, CancellationToken cancel)
    {
        if (await templates.OwnAsync(cancel) is not var (own, _) || await templates.FileOfAsync(own.AgencyId, cancel) is not { } template) return Results.NotFound();
        return File(FilledLetter.Of(template, LetterFields.Example(clock.Today), LetterFields.ExampleAddress), http, "contoh-undangan.docx");
    }

    /// <summary><c>/rapat/{id}/undangan/{invitation}.docx</c>.</summary>
    public async Task<IResult> OneAsync(Guid id, Guid invitation, HttpContext http, CancellationToken cancel)
    {
        if (await access.FindOwnAsync(id, cancel) is not { } meeting || await templates.FileOfAsync(meeting.HostAgencyId, cancel) is not { } template
            || await database.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == invitation && i.MeetingId == id, cancel) is not { } to) return Results.NotFound();
        return File(Fill(template, await LetterQueue.FactsAsync(database, names, meeting, clock, cancel), to), http, "undangan.docx");
    }

    /// <summary><c>/rapat/{id}/undangan.zip</c>: all of them, each written to the reader as it is made.</summary>
    public async Task<IResult> AllAsync(Guid id, HttpContext http, CancellationToken cancel)
    {
        if (await access.FindOwnAsync(id, cancel) is not { } meeting || await templates.FileOfAsync(meeting.HostAgencyId, cancel) is not { } template) return Results.NotFound();
        var to = await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == id).OrderBy(i => i.Level).ThenBy(i => i.AreaCode).ThenBy(i => i.Id).ToListAsync(cancel);
        if (to.Count == 0) return Results.NotFound();
        var facts = await LetterQueue.FactsAsync(database, names, meeting, clock, cancel);
        http.Response.Headers.CacheControl = "private, no-store";
        // Behind each file the archive writes some bytes at once, without waiting for the reader.
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        return Results.Stream(
            async stream =>
            {
                await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
                foreach (var (n, letter) in to.Index())
                {
                    // A Word file is packed already.
                    var entry = zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"{n + 1:D4} {Name($"{letter.Title} {letter.Agency}")}.docx"), CompressionLevel.NoCompression);
                    await using var part = await entry.OpenAsync(cancel);
                    await part.WriteAsync(Fill(template, facts, letter), cancel);
                }
            },
            "application/zip", "undangan-word.zip");
    }

    private static byte[] Fill(byte[] template, LetterFacts facts, Invitation to) => FilledLetter.Of(template, LetterFields.Of(facts, to), InvitationLetter.CodeOf(facts.Meeting, to));

    private static IResult File(byte[] content, HttpContext http, string name)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(content, FileKind.MediaTypeOf(FileKinds.Word), name);
    }

    // Without what a folder would trip over.
    private static string Name(string text) => string.Concat(text.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.')).Trim(' ', '.') is { Length: > 0 } name ? name[..Math.Min(name.Length, 80)] : "surat";
}
