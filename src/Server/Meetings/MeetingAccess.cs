using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>Which meetings the reader may open, and which he may write. Unknown and not his answer alike.</summary>
internal sealed class MeetingAccess(Database database, CurrentReader current)
{
    /// <summary>Those of the Desk's areas, those that his agency holds, and those to which an office of his is asked.</summary>
    public async Task<IQueryable<Meeting>> VisibleAsync()
    {
        var reader = await current.GetSignedInAsync();
        var offices = reader.Offices.Select(o => o.OfficeId).ToList();
        var agencies = reader.Offices.Select(o => o.AgencyId).ToList();
        var desk = DeskAreas(reader).Of(database.Set<Meeting>(), m => m.AreaCode).Select(m => m.Id);
        return database.Set<Meeting>().Where(m => desk.Contains(m.Id) || agencies.Contains(m.HostAgencyId) || offices.Contains(m.ChairOfficeId) || offices.Contains(m.SecretaryOfficeId)
            || (m.InvitedAt != null && m.Invitations.Any(i => offices.Contains(i.OfficeId))));
    }

    /// <summary>One of them; null where there is none for this reader.</summary>
    public async Task<Meeting?> FindAsync(Guid id, CancellationToken cancel) =>
        await (await VisibleAsync()).SingleOrDefaultAsync(m => m.Id == id, cancel);

    /// <summary>
    /// Takes a meeting for this transaction, and reads it then: whoever else changes it waits until it ends, so that nothing comes
    /// between a look and a signature. On SQLite the gate does so already. Null where he may not write it.
    /// </summary>
    public async Task<Meeting?> TakeOwnAsync(Guid id, CancellationToken cancel) => await TakeAsync(id, cancel) is { } meeting && await MayWriteAsync(meeting) ? meeting : null;

    /// <summary>The same of one that he may open.</summary>
    public async Task<Meeting?> TakeAsync(Guid id, CancellationToken cancel)
    {
        await database.Set<Meeting>().Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.DoorKey, m => m.DoorKey), cancel);
        if (await FindAsync(id, cancel) is not { } meeting) return null;
        // What was read before it was taken may have changed meanwhile.
        await database.Entry(meeting).ReloadAsync(cancel);
        return meeting;
    }

    /// <summary>Whether chair or secretary has signed: from then on minutes, decisions and attendance stay as they are.</summary>
    public Task<bool> IsSignedAsync(Guid id, CancellationToken cancel) => database.Set<MinutesSignature>().AnyAsync(s => s.MeetingId == id, cancel);

    /// <summary>One that he may write; null else.</summary>
    public async Task<Meeting?> FindOwnAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) is { } meeting && await MayWriteAsync(meeting) ? meeting : null;

    /// <summary>Whether the reader prepares, leads or writes this meeting.</summary>
    public async Task<bool> MayWriteAsync(Meeting meeting)
    {
        var reader = await current.GetSignedInAsync();
        return reader.May(MeetingsPermissions.Write)
            && (DeskAreas(reader).Contains(meeting.AreaCode) || reader.Offices.Any(o => o.AgencyId == meeting.HostAgencyId || o.OfficeId == meeting.SecretaryOfficeId || o.OfficeId == meeting.ChairOfficeId));
    }

    /// <summary>The invitations of the reader's own offices.</summary>
    public async Task<List<Invitation>> OwnInvitationsAsync(Guid meeting, CancellationToken cancel)
    {
        var offices = (await current.GetSignedInAsync()).Offices.Select(o => o.OfficeId).ToList();
        return await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == meeting && offices.Contains(i.OfficeId)).ToListAsync(cancel);
    }

    /// <summary>The reader as he stands in minutes and lists: name and the office by which he acts.</summary>
    public async Task<string> SignAsync(Guid? office = null)
    {
        var reader = await current.GetSignedInAsync();
        return $"{reader.Name}, {(reader.Offices.FirstOrDefault(o => o.OfficeId == office) ?? reader.Offices[0]).Title}";
    }

    /// <summary>Whether an office holds meetings of its own. The council, the court and the prosecutor are asked, answer and come.</summary>
    public static bool MayHost(HeldOffice office) => AccessMatrix.Default.Allows(office.Role, Permission.Parse(MeetingsPermissions.Write)) && office.Role != OfficeRole.Reader && !office.Areas.IsEmpty;

    private static AreaSet DeskAreas(Reader reader) =>
        reader.Offices.Where(o => o.Role == OfficeRole.Desk).Aggregate(AreaSet.Empty, (areas, office) => areas.Union(office.Areas));
}
