using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>An office answers its letter: it comes, another comes for it, or nobody does. The host may write down what was said by telephone.</summary>
internal sealed class AnswerInvitation(Database database, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="invitation">The letter.</param>
    /// <param name="answer">What the office says.</param>
    /// <param name="substitute">Name and office of the one who comes for it; needed where it is represented, so that both are named.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> RunAsync(Guid id, Guid invitation, InvitationAnswer answer, string? substitute, CancellationToken cancel)
    {
        if (!Enum.IsDefined(answer) || answer == InvitationAnswer.None) return "AnswerNeeded";
        if (answer == InvitationAnswer.Represented && (string.IsNullOrWhiteSpace(substitute) || substitute.Trim().Length is < 3 or > 300)) return "DelegateNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeAsync(id, cancel) is not { InvitedAt: not null } meeting) return "UnknownMeeting";
        if (!meeting.IsOpen) return "MeetingClosed";
        var may = (await access.OwnInvitationsAsync(id, cancel)).Exists(i => i.Id == invitation) || await access.MayWriteAsync(meeting);
        if (!may || await database.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == invitation && i.MeetingId == id, cancel) is not { } found) return "UnknownInvitation";
        // Who came, and for whom, stands on the list of those present.
        if (found.IsPresent) return "PresentAlready";
        (found.Answer, found.Delegate) = (answer, answer == InvitationAnswer.Represented ? substitute!.Trim() : null);
        (found.AnsweredAt, found.AnsweredBy) = (clock.Now.ToUniversalTime(), await access.SignAsync(found.OfficeId));
        await audit.AddAsync("meetings.answer", invitation.ToString(), meeting.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"answer\":{(int)answer}}}"), tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The office opened its invitation: noted once.</summary>
    public async Task SeeAsync(Meeting meeting, IReadOnlyCollection<Invitation> own, CancellationToken cancel)
    {
        if (meeting.InvitedAt is null || own.All(i => i.SeenAt is not null)) return;
        var (ids, now) = (own.Where(i => i.SeenAt is null).Select(i => i.Id).ToList(), clock.Now.ToUniversalTime());
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<Invitation>().Where(i => ids.Contains(i.Id) && i.SeenAt == null).ExecuteUpdateAsync(s => s.SetProperty(i => i.SeenAt, now), cancel);
        await transaction.CommitAsync(cancel);
    }
}
