using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Mail;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Mail;

/// <summary>Asks for letters to go out by mail: all with the letters themselves, and single ones or the rest by a person afterwards.</summary>
internal sealed class LetterMails(Database database, MeetingAccess access, MailSender mail, MailQueue queue, AuditLog audit, OfficeClock clock)
{
    /// <summary>
    /// Adds what is to be mailed to what the caller is about to save, in the transaction that sends the letters. Agencies
    /// without an address are left out; without a mail server nothing is.
    /// </summary>
    public async Task AddAsync(IReadOnlyCollection<(Guid Id, Guid Agency)> letters, CancellationToken cancel)
    {
        if (!mail.IsOn || letters.Count == 0) return;
        var (addresses, now) = (await AgencyQueries.MailAsync(database, cancel), clock.Now.ToUniversalTime());
        foreach (var (id, agency) in letters)
            if (addresses.TryGetValue(agency, out var address)) Add(id, address, now);
    }

    /// <summary>Sends one letter, again where it has gone out; or, without one, all that have an address now and did not go out.</summary>
    /// <returns>How many are sent now, or the key of the text that says what is wrong.</returns>
    public async Task<(int Queued, string? Problem)> AgainAsync(Guid id, Guid? invitation, CancellationToken cancel)
    {
        if (!mail.IsOn) return (0, "MailOff");
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return (0, "UnknownMeeting");
        var now = clock.Now.ToUniversalTime();
        if (meeting.State != MeetingState.Invited || meeting.StartsAt <= now) return (0, "MailTooLate");
        var letters = await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == id && (invitation == null || i.Id == invitation)).Select(i => new { i.Id, i.AgencyId }).ToListAsync(cancel);
        if (letters.Count == 0) return (0, "UnknownInvitation");
        var addresses = await AgencyQueries.MailAsync(database, cancel);
        var known = await database.Set<LetterMail>().Where(m => m.Invitation!.MeetingId == id && (invitation == null || m.InvitationId == invitation)).ToDictionaryAsync(m => m.InvitationId, cancel);
        var queued = 0;
        foreach (var letter in letters)
        {
            if (!addresses.TryGetValue(letter.AgencyId, out var address)) continue;
            if (!known.TryGetValue(letter.Id, out var found)) Add(letter.Id, address, now);
            else if (invitation is null && found.State != MailState.Failed) continue;
            // What is under way is left to whoever sends it.
            else if (found.State == MailState.Waiting && found.Tries == 0) found.Address = address;
            else
            {
                if (found.State == MailState.Sent) found.Round++;
                (found.Address, found.State, found.Tries, found.NextAt, found.SentAt, found.Failure) = (address, MailState.Waiting, 0, now, null, null);
            }

            queued++;
        }

        if (queued == 0) return (0, invitation is null ? "MailNothingLeft" : "MailNoAddress");
        await audit.AddAsync("meetings.mail", (invitation ?? id).ToString(), meeting.AreaCode, FormattableString.Invariant($"{{\"letters\":{queued}}}"), tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        queue.Wake();
        return (queued, null);
    }

    private void Add(Guid invitation, string address, DateTimeOffset now) =>
        database.Add(new LetterMail { InvitationId = invitation, Address = address, State = MailState.Waiting, Round = 1, Tries = 0, NextAt = now });
}
