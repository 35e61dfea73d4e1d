using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>A thing that a meeting lacks before it is whole: the key of its text, and the number of the decision where it is one.</summary>
public sealed record OpenPoint(string Key, int? Decision = null);

/// <summary>Closes a meeting. With points open it needs the reason, which stays with it.</summary>
internal sealed class CloseMeeting(Database database, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    /// <summary>What is still open: attendance, minutes, signatures, decisions of which nothing follows yet.</summary>
    public static async Task<ImmutableArray<OpenPoint>> OpenAsync(Database database, Guid id, OfficeClock clock, CancellationToken cancel)
    {
        var points = ImmutableArray.CreateBuilder<OpenPoint>();
        if (!await database.Set<Invitation>().AnyAsync(i => i.MeetingId == id && i.ArrivedAt != null, cancel)) points.Add(new("OpenAttendance"));
        if (!await database.Set<MinutesParagraph>().AnyAsync(p => p.MeetingId == id, cancel)) points.Add(new("OpenMinutes"));
        var signed = await database.Set<MinutesSignature>().Where(s => s.MeetingId == id).Select(s => s.Part).ToListAsync(cancel);
        if (!signed.Contains(SignerPart.Chair)) points.Add(new("OpenChair"));
        if (!signed.Contains(SignerPart.Secretary)) points.Add(new("OpenSecretary"));
        var decisions = await database.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == id).OrderBy(d => d.Number).ToListAsync(cancel);
        var followed = (await ActionStore.OfDecisionsAsync(database, [.. decisions.Select(d => d.Id)], clock, cancel)).Select(a => a.Decision).ToHashSet();
        points.AddRange(decisions.Where(d => d.NoFollowUp is null && !followed.Contains(d.Id)).Select(d => new OpenPoint("OpenDecision", d.Number)));
        return points.ToImmutable();
    }

    /// <summary>Null when closed, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Guid id, string? reason, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { State: MeetingState.Invited } meeting) return "MinutesNotOpen";
        var open = await OpenAsync(database, id, clock, cancel);
        if (!open.IsEmpty && (string.IsNullOrWhiteSpace(reason) || reason.Length > 1000)) return "CloseReason";
        (meeting.State, meeting.ClosedAt, meeting.ClosedBy) = (MeetingState.Closed, clock.Now.ToUniversalTime(), await access.SignAsync());
        meeting.ClosedWith = open.IsEmpty ? null : reason!.Trim();
        await audit.AddAsync("meetings.close", id.ToString(), meeting.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"open\":{open.Length}}}"), tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Calls a meeting off before it is closed.</summary>
    public async Task<string?> CancelAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { IsOpen: true } meeting) return "MinutesNotOpen";
        meeting.State = MeetingState.Cancelled;
        await audit.AddAsync("meetings.cancel", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
