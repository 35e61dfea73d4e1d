using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Attendance;

/// <summary>Marks who is there: by the code at the door, the digits on the screen, the code on the letter, or by hand. The first mark stays.</summary>
internal sealed class CheckIn(Database database, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    /// <summary>How long the digits on the screen count: long enough to type, too short to pass on to many.</summary>
    public const int DigitsSeconds = 120;

    /// <summary>The secretary marks an office present, with who came for it; null when done.</summary>
    public async Task<string?> ByHandAsync(Guid id, Guid invitation, string? substitute, CancellationToken cancel)
    {
        if (substitute?.Length > 300) return "DelegateNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return "ListClosed";
        return await MarkAsync(meeting, i => i.Id == invitation, ArrivalWay.Hand, substitute, transaction, cancel);
    }

    /// <summary>Marks all of these present that are not yet, as when a screen shows that all of a kecamatan are there; how many were.</summary>
    public async Task<(int Marked, string? Problem)> ManyAsync(Guid id, IReadOnlyCollection<Guid> invitations, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return (0, "ListClosed");
        var (now, by) = (clock.Now.ToUniversalTime(), await access.SignAsync());
        var marked = await database.Set<Invitation>().Where(i => i.MeetingId == id && i.ArrivedAt == null && invitations.Contains(i.Id))
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ArrivedAt, now).SetProperty(i => i.Arrived, ArrivalWay.Hand).SetProperty(i => i.ArrivedBy, by), cancel);
        if (marked > 0) await DoneAsync("meetings.present", meeting, id.ToString(), transaction, cancel);
        return (marked, null);
    }

    /// <summary>The desk reads the code on a letter: its address, or the secret in it.</summary>
    public async Task<(Invitation? Who, string? Problem)> ByLetterAsync(Guid id, string? read, CancellationToken cancel)
    {
        var token = (read ?? "").Trim().TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return (null, "ListClosed");
        var who = await database.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(i => i.MeetingId == id && i.Token == token, cancel);
        if (who is null) return (null, "LetterOfAnother");
        return (who, await MarkAsync(meeting, i => i.Id == who.Id, ArrivalWay.Letter, null, transaction, cancel));
    }

    /// <summary>Takes a mark back that was made by mistake.</summary>
    public async Task<string?> UndoAsync(Guid id, Guid invitation, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return "ListClosed";
        var undone = await database.Set<Invitation>().Where(i => i.Id == invitation && i.MeetingId == id && i.ArrivedAt != null)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ArrivedAt, (DateTimeOffset?)null).SetProperty(i => i.Arrived, (ArrivalWay?)null).SetProperty(i => i.ArrivedBy, (string?)null), cancel);
        if (undone == 0) return "UnknownInvitation";
        await DoneAsync("meetings.absent", meeting, invitation.ToString(), transaction, cancel);
        return null;
    }

    /// <summary>
    /// Whoever stands at the door, or sees the screen, marks his own office. Null when present, else the key of the text that
    /// says what is wrong.
    /// </summary>
    /// <param name="door">Secret of the door.</param>
    /// <param name="digits">Digits on the screen, for those online; null at the door.</param>
    /// <param name="substitute">Who he is, where he comes for the holder.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> ByOneselfAsync(string door, string? digits, string? substitute, CancellationToken cancel)
    {
        if (substitute?.Length > 300) return "DelegateNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        var known = await (await access.VisibleAsync()).Where(m => m.DoorKey == door).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancel);
        if (known is not { } id || await access.TakeAsync(id, cancel) is not { } meeting) return "UnknownMeeting";
        if (meeting.State != MeetingState.Invited || await access.IsSignedAsync(meeting.Id, cancel)) return "NotOpen";
        // Without a room there is no door to stand at.
        if (digits is null && meeting.Mode == MeetingMode.Online) return "DigitsWrong";
        if (digits is not null && !DigitsOf(meeting.DoorKey, clock.Now).Contains(string.Concat(digits.Where(char.IsAsciiDigit)), StringComparer.Ordinal)) return "DigitsWrong";
        var own = (await access.OwnInvitationsAsync(meeting.Id, cancel)).Select(i => i.Id).ToList();
        if (own.Count == 0) return "NotInvited";
        return await MarkAsync(meeting, i => own.Contains(i.Id), digits is null ? ArrivalWay.Door : ArrivalWay.Screen, substitute, transaction, cancel);
    }

    /// <summary>The six digits shown now, and those just before, which somebody may still be typing.</summary>
    public static string[] DigitsOf(string door, DateTimeOffset now)
    {
        var step = now.ToUnixTimeSeconds() / DigitsSeconds;
        return [At(step), At(step - 1)];

        string At(long turn)
        {
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(door), BitConverter.GetBytes(turn));
            return (BitConverter.ToUInt32(mac) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>"Hadir setidaknya": counted on the spot, beside the list.</summary>
    public async Task<string?> AtLeastAsync(Guid id, int? units, CancellationToken cancel)
    {
        if (units is < 0 or > 100_000) return "AtLeastShape";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await OpenAsync(id, cancel) is not { } meeting) return "ListClosed";
        meeting.AtLeastUnits = units;
        await DoneAsync("meetings.at-least", meeting, id.ToString(), transaction, cancel);
        return null;
    }

    /// <summary>The meeting whose list is open; null where it is not the reader's, not sent out, or signed.</summary>
    private async Task<Meeting?> OpenAsync(Guid id, CancellationToken cancel) =>
        await access.TakeOwnAsync(id, cancel) is { State: MeetingState.Invited } meeting && !await access.IsSignedAsync(id, cancel) ? meeting : null;

    private async Task<string?> MarkAsync(
        Meeting meeting, System.Linq.Expressions.Expression<Func<Invitation, bool>> which, ArrivalWay way, string? substitute, WriteTransaction transaction, CancellationToken cancel)
    {
        var (now, by, delegated) = (clock.Now.ToUniversalTime(), await access.SignAsync(), string.IsNullOrWhiteSpace(substitute) ? null : substitute.Trim());
        // One statement: of two who mark the same office at once one does, and neither waits for the other's page.
        var marked = await database.Set<Invitation>().Where(i => i.MeetingId == meeting.Id && i.ArrivedAt == null).Where(which)
            .ExecuteUpdateAsync(s => s.SetProperty(i => i.ArrivedAt, now).SetProperty(i => i.Arrived, way).SetProperty(i => i.ArrivedBy, by)
                .SetProperty(i => i.Delegate, i => delegated ?? i.Delegate), cancel);
        if (marked == 0) return await database.Set<Invitation>().Where(i => i.MeetingId == meeting.Id).AnyAsync(which, cancel) ? null : "UnknownInvitation";
        await DoneAsync("meetings.present", meeting, meeting.Id.ToString(), transaction, cancel);
        return null;
    }

    private async Task DoneAsync(string action, Meeting meeting, string subject, WriteTransaction transaction, CancellationToken cancel)
    {
        await audit.AddAsync(action, subject, meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
