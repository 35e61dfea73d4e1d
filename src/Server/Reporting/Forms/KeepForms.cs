using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Documents.Templates;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Forms;

/// <summary>The forms that superiors prescribe to an agency: taken in, checked, and filled whenever they are asked for.</summary>
internal sealed class KeepForms(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The office by which the reader keeps forms: one that asks for reports; null where he has none.</summary>
    public static HeldOffice? OfficeOf(Reader reader) => Enum.GetValues<ReportLevel>().Select(l => ReportScope.Asks(reader, l)?.Office).FirstOrDefault(o => o is not null);

    /// <summary>Those of the reader's agencies, by name, with their files.</summary>
    public async Task<List<(ReportForm Form, FileNote File)>> AllAsync(CancellationToken cancel)
    {
        var own = (await current.GetSignedInAsync()).Offices.Select(o => o.AgencyId).ToList();
        var forms = await database.Set<ReportForm>().AsNoTracking().Where(f => own.Contains(f.AgencyId)).OrderBy(f => f.Name).ThenBy(f => f.Id).ToListAsync(cancel);
        var files = await FileStore.NotesAsync(database, [.. forms.Select(f => f.FileId)], cancel);
        return [.. forms.Select(f => (f, files[f.FileId]))];
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong and the names that nobody knows.</summary>
    public async Task<(string Key, ImmutableArray<string> Names)?> AddAsync(string? name, IFormFile? file, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (OfficeOf(reader) is not { } office) return ("NotAsking", []);
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > ReportingMapping.LongestName) return ("FormNameNeeded", []);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var (kept, _, problem, unknown) = await TakeTemplate.RunAsync(database, file, OfficeTemplate.Kinds, FormValues.Knows, clock.Now.ToUniversalTime(), cancel);
        if (kept is null) return (problem!, unknown);
        var form = new ReportForm { Id = OrderedId.New(), AgencyId = office.AgencyId, Name = name.Trim(), FileId = kept.Id, By = $"{reader.Name}, {office.Title}", At = clock.Now.ToUniversalTime() };
        database.Add(form);
        await audit.AddAsync("reports.form", form.Id.ToString(), digest: kept.Digest);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes one of the reader's own away, and its file.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await FindAsync(id, cancel) is not { } form) return;
        database.Remove(form);
        await database.Set<StoredFile>().Where(f => f.Id == form.FileId).ExecuteDeleteAsync(cancel);
        await audit.AddAsync("reports.form-removed", id.ToString());
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>One of the reader's own agencies; null where it is not, or not there.</summary>
    public async Task<ReportForm?> FindAsync(Guid id, CancellationToken cancel)
    {
        var own = (await current.GetSignedInAsync()).Offices.Select(o => o.AgencyId).ToList();
        return await database.Set<ReportForm>().SingleOrDefaultAsync(f => f.Id == id && own.Contains(f.AgencyId), cancel);
    }
}
