using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents.Templates;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Letters.Templates;

/// <summary>An agency's own Word file for its invitations, with fields such as <c>{{nomor}}</c>.</summary>
public sealed class LetterTemplate
{
    public required Guid AgencyId { get; init; }

    public required Guid FileId { get; set; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Who brought it: name and office.</summary>
    public required string By { get; set; }
}

/// <summary>Takes an agency's template in, whole and with fields that are known alone, or not at all; and gives it up again.</summary>
internal sealed class KeepTemplate(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The office by which the reader keeps one: that of an agency that holds meetings. Null where he has none.</summary>
    public static HeldOffice? OfficeOf(Reader reader) => reader.Offices.FirstOrDefault(MeetingAccess.MayHost);

    /// <summary>The template of the reader's agency and its file.</summary>
    public async Task<(LetterTemplate Of, FileNote File)?> OwnAsync(CancellationToken cancel)
    {
        if (OfficeOf(await current.GetSignedInAsync()) is not { } office
            || await database.Set<LetterTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.AgencyId == office.AgencyId, cancel) is not { } found) return null;
        return (found, (await FileStore.NotesAsync(database, [found.FileId], cancel))[found.FileId]);
    }

    /// <summary>The Word file of an agency; null where it has none.</summary>
    public async Task<byte[]?> FileOfAsync(Guid agency, CancellationToken cancel) => await database.Set<LetterTemplate>().AsNoTracking().Where(t => t.AgencyId == agency)
        .Join(database.Set<StoredFile>(), t => t.FileId, f => f.Id, (_, f) => f.Content).SingleOrDefaultAsync(cancel);

    /// <summary>Keeps it in place of the one before. What is wrong with it: the key of a text, and the fields that nobody knows.</summary>
    public async Task<(string? Problem, IReadOnlyList<string> Unknown)> RunAsync(IFormFile? file, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (OfficeOf(reader) is not { } office) return ("NoAreaOfYours", []);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var now = clock.Now.ToUniversalTime();
        var (kept, _, problem, unknown) = await TakeTemplate.RunAsync(database, file, FileKinds.Word, LetterFields.Example(clock.Today).Knows, now, cancel);
        if (kept is null) return (problem, unknown);
        await ForgetAsync(office.AgencyId, cancel);
        database.Add(new LetterTemplate { AgencyId = office.AgencyId, FileId = kept.Id, At = now, By = $"{reader.Name}, {office.Title}" });
        await audit.AddAsync("meetings.template", office.AgencyId.ToString(), digest: kept.Digest);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (null, []);
    }

    /// <summary>Letters of the reader's agency have no Word file any more.</summary>
    public async Task RemoveAsync(CancellationToken cancel)
    {
        if (OfficeOf(await current.GetSignedInAsync()) is not { } office) return;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (!await ForgetAsync(office.AgencyId, cancel)) return;
        await audit.AddAsync("meetings.template-end", office.AgencyId.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<bool> ForgetAsync(Guid agency, CancellationToken cancel)
    {
        var before = await database.Set<LetterTemplate>().Where(t => t.AgencyId == agency).Select(t => t.FileId).ToListAsync(cancel);
        await database.Set<LetterTemplate>().Where(t => t.AgencyId == agency).ExecuteDeleteAsync(cancel);
        await database.Set<StoredFile>().Where(f => before.Contains(f.Id)).ExecuteDeleteAsync(cancel);
        return before.Count > 0;
    }
}
