using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Briefings;

/// <summary>
/// Takes in what is shown at a meeting, and gives it out. Those who write the meeting and those who are asked bring it; a point that
/// another agency has filled is that agency's.
/// </summary>
internal sealed class KeepBriefing(Database database, MeetingAccess access, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>Whether the reader may bring one to this meeting.</summary>
    public async Task<bool> MayBringAsync(Meeting meeting, CancellationToken cancel) => meeting.IsOpen && await BringerAsync(meeting, cancel) is not null;

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Guid id, Form form, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeAsync(id, cancel) is not { } meeting || await BringerAsync(meeting, cancel) is not { } office) return "UnknownMeeting";
        if (!meeting.IsOpen) return "MeetingClosed";
        if (!Enum.IsDefined(form.Reach)) return "ReachNeeded";
        if (form.Reach == DataClass.Terbatas && !AccessMatrix.Default.Allows(office.Role, Permission.Parse(MeetingsPermissions.WriteBriefings))) return "ReachNotYours";
        if (!await database.Set<AgendaItem>().AnyAsync(a => a.Id == form.Point && a.MeetingId == id, cancel)) return "UnknownAgendaItem";
        var last = await database.Set<Briefing>().AsNoTracking().Where(b => b.AgendaItemId == form.Point).OrderByDescending(b => b.Version).FirstOrDefaultAsync(cancel);
        if (last is not null && last.AgencyId != office.AgencyId && !await access.MayWriteAsync(meeting)) return "BriefingOfAnother";
        var now = clock.Now.ToUniversalTime();
        var (kept, problem) = await FileStore.TakeAsync(database, form.File, FileKinds.Pdf | FileKinds.Slides, now, cancel);
        if (kept is null) return problem;
        var briefing = new Briefing
        {
            Id = OrderedId.New(), MeetingId = id, AgendaItemId = form.Point, Version = (last?.Version ?? 0) + 1, FileId = kept.Id, Reach = form.Reach,
            // Who helps to bring it on does not take it over.
            AgencyId = last?.AgencyId ?? office.AgencyId, By = await access.SignAsync(office.OfficeId), At = now,
        };
        database.Add(briefing);
        await audit.AddAsync(
            "meetings.briefing", briefing.Id.ToString(), meeting.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{briefing.Version},\"reach\":\"{briefing.Reach}\"}}"), kept.Digest, MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>All versions of a meeting, the newest of each point first, and whether the reader may have the file.</summary>
    public async Task<IReadOnlyList<(Briefing Of, bool Open)>> ListAsync(Meeting meeting, CancellationToken cancel)
    {
        var all = await database.Set<Briefing>().AsNoTracking().Where(b => b.MeetingId == meeting.Id).OrderByDescending(b => b.Version).ToListAsync(cancel);
        var opens = await OpensAsync(meeting, cancel);
        return all.ConvertAll(b => (b, opens(b)));
    }

    /// <summary><c>/rapat/{id}/paparan/{briefing}</c>. Opening what is Terbatas stands in the log.</summary>
    public async Task<IResult> DownloadAsync(Guid id, Guid briefing, HttpContext http, CancellationToken cancel)
    {
        if (await access.FindAsync(id, cancel) is not { } meeting
            || await database.Set<Briefing>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == briefing && b.MeetingId == id, cancel) is not { } found
            || !(await OpensAsync(meeting, cancel))(found)) return Results.NotFound();
        if (found.Reach == DataClass.Terbatas)
        {
            await audit.AddAsync("meetings.briefing-open", briefing.ToString(), meeting.AreaCode);
            await database.SaveChangesAsync(cancel);
        }

        return await FileStore.SendAsync(database, found.FileId, http, cancel);
    }

    // Who opens the meeting has all but Terbatas; that goes to those who are asked, lead or write it, and to whose it is, where their
    // kind of office may see such at all.
    private async Task<Func<Briefing, bool>> OpensAsync(Meeting meeting, CancellationToken cancel)
    {
        var fit = (await current.GetSignedInAsync()).Offices.Where(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(MeetingsPermissions.ReadBriefings))).ToList();
        var asked = meeting.InvitedAt is null ? [] : (await access.OwnInvitationsAsync(meeting.Id, cancel)).Select(i => i.OfficeId).ToHashSet();
        var all = fit.Exists(o => asked.Contains(o.OfficeId) || o.OfficeId == meeting.ChairOfficeId || o.OfficeId == meeting.SecretaryOfficeId);
        var agencies = fit.Select(o => o.AgencyId).ToHashSet();
        return b => b.Reach != DataClass.Terbatas || all || agencies.Contains(b.AgencyId);
    }

    // By which office: the one that is asked, else one by which the meeting is written.
    private async Task<HeldOffice?> BringerAsync(Meeting meeting, CancellationToken cancel)
    {
        var writers = (await current.GetSignedInAsync()).Offices.Where(o => AccessMatrix.Default.Allows(o.Role, Permission.Parse(MeetingsPermissions.Write))).ToList();
        var asked = meeting.InvitedAt is null ? [] : (await access.OwnInvitationsAsync(meeting.Id, cancel)).Select(i => i.OfficeId).ToHashSet();
        return writers.Find(o => asked.Contains(o.OfficeId)) ?? (await access.MayWriteAsync(meeting) ? writers.FirstOrDefault() : null);
    }

    public sealed class Form
    {
        public Guid Point { get; set; }

        public DataClass Reach { get; set; } = DataClass.Internal;

        public IFormFile? File { get; set; }
    }
}
