using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices.Forums;

/// <summary>Sets up forums, seats offices in them and dissolves them, within the areas of the office that does it.</summary>
internal sealed class ChangeForum(Database database, CurrentReader current, AuditLog audit, OfficeClock clock, NameAreas names)
{
    /// <summary>The new forum, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> AddAsync(Form form, CancellationToken cancel)
    {
        if (WrongWith(form) is { } wrong) return (null, wrong);
        var from = form.From!.Value;
        var area = form.AreaCode?.Trim() ?? "";
        // Unknown and not yours answer alike.
        if (!(await WritableAsync()).Contains(area) || (await names([area], cancel)).Count == 0) return (null, "UnknownArea");
        await using var transaction = await database.BeginWriteAsync(cancel);
        var forum = new Forum
        {
            Id = Guid.CreateVersion7(), Kind = form.Kind, Name = form.Name!.Trim(), AreaCode = area, LegalBasis = Blank(form.LegalBasis),
            DecreeNumber = Blank(form.DecreeNumber), DecreeDate = form.DecreeDate, From = from, To = form.To,
        };
        database.Add(forum);
        await audit.AddAsync("forums.add", forum.Id.ToString(), area, tell: ForumsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (forum.Id, null);
    }

    /// <summary>Seats an office, or seats it otherwise; of a Desk in a field. Null when done, else the key of the text that says what is wrong.</summary>
    public Task<string?> SeatAsync(Guid id, Guid office, ForumPart part, CancellationToken cancel, Guid? field = null) => ChangeAsync(id, "forums.seat", office, async forum =>
    {
        if (!Enum.IsDefined(part)) return "UnknownOffice";
        if (await OfficeList.FindAsync(database, await current.GetSignedInAsync(), clock.Today, office, cancel) is null) return "UnknownOffice";
        if (part == ForumPart.Chair && forum.Members.Exists(m => m.Part == ForumPart.Chair && m.OfficeId != office)) return "ForumHasChair";
        if (field is not null && !forum.Fields.Exists(f => f.Id == field)) return "FieldGone";
        if (part == ForumPart.Coordinator && field is null) return "FieldNeeded";
        if (part == ForumPart.Coordinator && forum.Members.Exists(m => m.Part == ForumPart.Coordinator && m.FieldId == field && m.OfficeId != office)) return "FieldHasCoordinator";
        if (forum.Members.Find(m => m.OfficeId == office) is { } seated) (seated.Part, seated.FieldId) = (part, field);
        else database.Add(new ForumMember { ForumId = id, OfficeId = office, Part = part, FieldId = field });
        return null;
    }, cancel);

    /// <summary>Takes an office out. Null when done, else the key of the text that says what is wrong.</summary>
    public Task<string?> UnseatAsync(Guid id, Guid office, CancellationToken cancel) => ChangeAsync(id, "forums.unseat", office, forum =>
    {
        if (forum.Members.Find(m => m.OfficeId == office) is not { } seated) return Task.FromResult<string?>("UnknownOffice");
        database.Remove(seated);
        database.RemoveRange(forum.Duties.Where(d => d.OfficeId == office));
        return Task.FromResult<string?>(null);
    }, cancel);

    /// <summary>Today is the last day of it. Null when done, else the key of the text that says what is wrong.</summary>
    public Task<string?> DissolveAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, "forums.dissolve", null, forum =>
    {
        forum.To = clock.Today < forum.From ? forum.From : clock.Today;
        return Task.FromResult<string?>(null);
    }, cancel);

    /// <summary>
    /// A Forkopimcam for each kecamatan that has a camat and none yet: the camat in the chair, and the Kapolsek and the
    /// Danramil whose command covers it. How many were made.
    /// </summary>
    public async Task<int> AddForkopimcamAsync(CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var writable = await WritableAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        var today = clock.Today;
        var there = (await database.Set<Forum>().AsNoTracking().Where(f => f.Kind == ForumKind.Forkopimcam && (f.To == null || f.To >= today))
            .Select(f => f.AreaCode).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var offices = (await OfficeList.ReadAsync(database, reader, today, null, cancel)).Where(o => o.Level == OfficeLevel.Kecamatan).ToList();
        var heads = offices.Where(o => o.Role == OfficeRole.Camat && o.Areas.Length == 1 && writable.Contains(o.Areas[0]) && !there.Contains(o.Areas[0]))
            .DistinctBy(o => o.Areas[0], StringComparer.Ordinal).ToList();
        var called = await names([.. heads.Select(h => h.Areas[0])], cancel);
        foreach (var head in heads)
        {
            var area = head.Areas[0];
            var forum = ForumStore.Add(
                database, ForumKind.Forkopimcam, $"Forkopimcam {called.GetValueOrDefault(area) ?? area}", area, ForumStore.Pp12, null, today, (head.Id, ForumPart.Chair));
            foreach (var (role, title) in ((OfficeRole, string)[])[(OfficeRole.Polri, "Kapolsek"), (OfficeRole.Tni, "Danramil")])
            {
                if (offices.Find(o => o.Role == role && o.Title.StartsWith(title, StringComparison.OrdinalIgnoreCase) && o.Areas.Contains(area, StringComparer.Ordinal)) is { } office)
                    database.Add(new ForumMember { ForumId = forum, OfficeId = office.Id, Part = ForumPart.Member });
            }

            await audit.AddAsync("forums.add", forum.ToString(), area, tell: ForumsPermissions.Read);
        }

        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return heads.Count;
    }

    private async Task<AreaSet> WritableAsync() => (await current.GetSignedInAsync()).AreasOf(ForumsPermissions.Write);

    /// <summary>Changes a forum that the reader may change, with its entry in the log. Null when done, else the key of the text that says what is wrong.</summary>
    internal async Task<string?> ChangeAsync(Guid id, string action, Guid? office, Func<Forum, Task<string?>> change, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        var forum = await (await WritableAsync()).Of(database.Set<Forum>(), f => f.AreaCode).Include(f => f.Members).Include(f => f.Fields).Include(f => f.Duties)
            .AsSplitQuery().SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (forum is null) return "UnknownForum";
        if (await change(forum) is { } problem) return problem;
        await audit.AddAsync(action, id.ToString(), forum.AreaCode, office is null ? null : $"{{\"office\":\"{office}\"}}", tell: ForumsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The key of what is wrong with a forum as it was filled in, but for its area.</summary>
    internal static string? WrongWith(Form form) =>
        !Enum.IsDefined(form.Kind) || string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > 120 ? "NameNeeded"
        : form.LegalBasis?.Length > 200 || form.DecreeNumber?.Length > 80 ? "ForumTextsTooLong"
        : form.From is not { } from || form.To < from ? "ForumDaysNeeded" : null;

    internal static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public ForumKind Kind { get; set; } = ForumKind.Desk;

        public string? Name { get; set; }

        public string? AreaCode { get; set; }

        public string? LegalBasis { get; set; }

        public string? DecreeNumber { get; set; }

        public DateOnly? DecreeDate { get; set; }

        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }
    }
}
