using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings.Briefings;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>Adds points to the agenda, moves and removes them.</summary>
internal sealed class WriteAgenda(Database database, MeetingAccess access, AuditLog audit)
{
    /// <summary>Null when added, else the key of the text that says what is wrong. It goes before the closing.</summary>
    public Task<string?> AddAsync(Guid meeting, AgendaPart part, string? title, string? speaker, int? minutes, CancellationToken cancel) => ChangeAsync(meeting, items =>
    {
        if (!Enum.IsDefined(part) || string.IsNullOrWhiteSpace(title) || title.Length > MeetingsMapping.Words || speaker?.Length > MeetingsMapping.Words) return "AgendaTitleNeeded";
        if (minutes is < 1 or > 600) return "AgendaMinutes";
        var end = items.Find(i => i.Part == AgendaPart.Closing);
        var position = end?.Position ?? items.Select(i => i.Position).DefaultIfEmpty(0).Max() + 1000;
        if (end is not null) end.Position += 1000;
        database.Add(new AgendaItem
        {
            Id = OrderedId.New(), MeetingId = meeting, Position = position, Part = part, Title = title.Trim(),
            Speaker = string.IsNullOrWhiteSpace(speaker) ? null : speaker.Trim(), DurationMinutes = minutes,
        });
        return null;
    }, cancel);

    /// <summary>Takes a point off, unless something is shown there: that is kept, and the database holds the point for it.</summary>
    public async Task<string?> RemoveAsync(Guid meeting, Guid item, CancellationToken cancel)
    {
        var held = await database.Set<Briefing>().AnyAsync(b => b.AgendaItemId == item, cancel);
        return await ChangeAsync(meeting, items =>
        {
            if (items.Find(i => i.Id == item) is not { } found) return "UnknownAgendaItem";
            if (held) return "AgendaHasBriefing";
            database.Remove(found);
            return null;
        }, cancel);
    }

    /// <summary>Changes places with the point above.</summary>
    public Task<string?> RaiseAsync(Guid meeting, Guid item, CancellationToken cancel) => ChangeAsync(meeting, items =>
    {
        var at = items.FindIndex(i => i.Id == item);
        if (at < 0) return "UnknownAgendaItem";
        if (at > 0) (items[at].Position, items[at - 1].Position) = (items[at - 1].Position, items[at].Position);
        return null;
    }, cancel);

    private async Task<string?> ChangeAsync(Guid id, Func<List<AgendaItem>, string?> change, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return "UnknownMeeting";
        if (!meeting.IsOpen) return "MeetingClosed";
        var items = await database.Set<AgendaItem>().Where(a => a.MeetingId == id).OrderBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(cancel);
        if (change(items) is { } problem) return problem;
        await audit.AddAsync("meetings.agenda", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
