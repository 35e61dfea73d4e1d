using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>Chair and secretary sign the minutes, signing in anew for it; an agency that does not agree adds its objection.</summary>
internal sealed class SignMinutes(Database database, CurrentReader current, MeetingAccess access, AuditLog audit, StepUp stepUp, OfficeClock clock)
{
    /// <summary>As what the reader may sign; null for all others.</summary>
    public static SignerPart? PartOf(Reader reader, Meeting meeting) =>
        reader.Offices.Any(o => o.OfficeId == meeting.ChairOfficeId) ? SignerPart.Chair
        : reader.Offices.Any(o => o.OfficeId == meeting.SecretaryOfficeId) ? SignerPart.Secretary
        : null;

    /// <summary>Null when signed, else the key of the text that says what is wrong.</summary>
    /// <param name="id">The meeting.</param>
    /// <param name="seen">The digest of what the signer had on the page.</param>
    /// <param name="code">The six digits of the authenticator.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<string?> RunAsync(Guid id, string? seen, string? code, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if (await access.FindAsync(id, cancel) is not { State: MeetingState.Invited } asked || PartOf(reader, asked) is not { } part) return "NotSigner";
        if (await stepUp.VerifyAsync(code ?? "") is { } refused) return refused;
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeAsync(id, cancel) is not { State: MeetingState.Invited }) return "NotSigner";
        if (await database.Set<MinutesSignature>().AnyAsync(s => s.MeetingId == id && s.Part == part, cancel)) return "AlreadySigned";
        if (!await database.Set<MinutesParagraph>().AnyAsync(p => p.MeetingId == id, cancel)) return "MinutesEmpty";
        var digest = await DigestAsync(database, id, cancel);
        if (digest != seen) return "ChangedMeanwhile";
        var office = reader.Offices.First(o => o.OfficeId == (part == SignerPart.Chair ? asked.ChairOfficeId : asked.SecretaryOfficeId));
        database.Add(new MinutesSignature { MeetingId = id, Part = part, AccountId = reader.AccountId!.Value, Name = reader.Name, Office = office.Title, At = clock.Now.ToUniversalTime(), Digest = digest });
        await audit.AddAsync("meetings.sign", id.ToString(), asked.AreaCode, digest: digest, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes the signatures off so that the minutes can be mended; both sign anew. The log keeps that they did.</summary>
    public async Task<string?> ReopenAsync(Guid id, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { State: MeetingState.Invited } meeting) return "MinutesNotOpen";
        await database.Set<MinutesSignature>().Where(s => s.MeetingId == id).ExecuteDeleteAsync(cancel);
        await audit.AddAsync("meetings.reopen", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>"Catatan keberatan" of an agency that was asked to come. Also to signed minutes, until the meeting is closed.</summary>
    public async Task<string?> ObjectAsync(Guid id, string? text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > MeetingsMapping.LongWords) return "ObjectionNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeAsync(id, cancel) is not { State: MeetingState.Invited } meeting) return "UnknownMeeting";
        if ((await access.OwnInvitationsAsync(id, cancel)).FirstOrDefault() is not { } own) return "NotInvited";
        database.Add(new Objection
        {
            Id = OrderedId.New(), MeetingId = id, AgencyId = own.AgencyId, Agency = own.Agency, Pillar = own.Pillar, Text = text.Trim(), By = await access.SignAsync(own.OfficeId), At = clock.Now.ToUniversalTime(),
        });
        await audit.AddAsync("meetings.object", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>SHA-256 over paragraphs, decisions and attendance in their order.</summary>
    public static async Task<string> DigestAsync(Database database, Guid meeting, CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (var paragraph in await database.Set<MinutesParagraph>().AsNoTracking().Where(p => p.MeetingId == meeting).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel))
            text.Append("P\t").Append(paragraph.Text).Append('\u001e');
        foreach (var decision in await database.Set<Decision>().AsNoTracking().Where(d => d.MeetingId == meeting).OrderBy(d => d.Number).ToListAsync(cancel))
            text.Append(CultureInfo.InvariantCulture, $"D\t{decision.Number}\t{decision.Text}\t{decision.NoFollowUp}\u001e");
        foreach (var present in (await database.Set<Invitation>().AsNoTracking().Where(i => i.MeetingId == meeting && i.ArrivedAt != null).Select(i => new { i.Id, i.Delegate }).ToListAsync(cancel)).OrderBy(i => i.Id))
            text.Append(CultureInfo.InvariantCulture, $"A\t{present.Id}\t{present.Delegate}\u001e");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
