using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>A group as the page offers it: units, letters, and offices without a holder.</summary>
public sealed record GroupOffer(OfficeGroup Group, int Units, int Letters, int Vacant);

/// <summary>Asks offices to come: by group and not by name, so that whoever holds the office on that day is asked.</summary>
internal sealed class InviteGroups(Database database, MeetingAccess access, AuditLog audit, OfficeClock clock, LetterQueue letters, LetterMails mails, IHttpContextAccessor http)
{
    /// <summary>What each group comes to; those without an office are left out.</summary>
    public static ImmutableArray<GroupOffer> Offers(OfficeGroups groups) =>
    [
        .. Enum.GetValues<OfficeGroup>().Select(g => (Group: g, Of: groups.Of(g))).Where(g => g.Of.Length > 0)
            .Select(g => new GroupOffer(g.Group, g.Of.Select(o => o.Unit).Distinct(StringComparer.Ordinal).Count(), g.Of.Length, g.Of.Count(o => o.Holder is null))),
    ];

    /// <summary>Puts groups and single offices on the list; those on it already stay as they are. How many came.</summary>
    public async Task<(int Added, string? Problem)> AddAsync(Guid id, IReadOnlyCollection<OfficeGroup> wanted, IReadOnlyCollection<Guid> offices, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return (0, "UnknownMeeting");
        if (!meeting.IsOpen) return (0, "MeetingClosed");
        if (wanted.Any(g => !Enum.IsDefined(g))) return (0, "UnknownGroup");
        var groups = await OfficeGroups.ReadAsync(database, AreaSet.Of(meeting.AreaCode), clock.Today, cancel);
        var asked = (await database.Set<Invitation>().Where(i => i.MeetingId == id).Select(i => i.OfficeId).ToListAsync(cancel)).ToHashSet();
        var added = new List<(Guid, Guid)>();
        foreach (var group in wanted.Order())
            foreach (var office in groups.Of(group)) Ask(office, group);
        foreach (var office in groups.All.Where(o => offices.Contains(o.OfficeId))) Ask(office, null);
        if (added.Count == 0) return (0, wanted.Count + offices.Count == 0 ? "NobodyChosen" : "AllAskedAlready");
        await audit.AddAsync("meetings.invite", id.ToString(), meeting.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"offices\":{added.Count}}}"), tell: MeetingsPermissions.Read);
        // Those who are asked after the letters went out get theirs at once.
        if (meeting.InvitedAt is not null) await mails.AddAsync(added, cancel);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        if (meeting.InvitedAt is not null) letters.Wake();
        return (added.Count, null);

        void Ask(Addressee office, OfficeGroup? group)
        {
            if (!asked.Add(office.OfficeId)) return;
            var invitation = Of(id, office, group);
            database.Add(invitation);
            added.Add((invitation.Id, invitation.AgencyId));
        }
    }

    /// <summary>An office on the list, as it is called today.</summary>
    public static Invitation Of(Guid meeting, Addressee office, OfficeGroup? group) => new()
    {
        Id = OrderedId.New(), MeetingId = meeting, OfficeId = office.OfficeId, AgencyId = office.AgencyId, Title = office.Title, Agency = office.Agency, Holder = office.Holder, Pillar = office.Pillar,
        Level = office.Level, Unit = office.Unit, AreaCode = office.AreaCode, Group = group, Token = PlanMeeting.Secret(),
    };

    /// <summary>Takes an office off the list while no letter has gone out.</summary>
    public async Task<string?> RemoveAsync(Guid id, Guid invitation, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return "UnknownMeeting";
        if (meeting.State != MeetingState.Draft) return "LettersSent";
        if (await database.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == invitation && i.MeetingId == id, cancel) is not { } found) return "UnknownInvitation";
        database.Remove(found);
        await audit.AddAsync("meetings.uninvite", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>
    /// Sends the letters: fixes who signs and the registry's number; the files are made behind, and mailed. Null when done, else the key
    /// of the text that says what is wrong.
    /// </summary>
    public async Task<string?> SendAsync(Guid id, string? number, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return "UnknownMeeting";
        if (meeting.State != MeetingState.Draft) return "LettersSent";
        if (string.IsNullOrWhiteSpace(number) || number.Trim().Length > 80) return "NumberNeeded";
        var asked = await database.Set<Invitation>().Where(i => i.MeetingId == id).Select(i => new ValueTuple<Guid, Guid>(i.Id, i.AgencyId)).ToListAsync(cancel);
        if (asked.Count == 0) return "NobodyChosen";
        var chair = (await OfficeGroups.ReadAsync(database, AreaSet.Of(meeting.AreaCode), clock.Today, cancel)).All.FirstOrDefault(o => o.OfficeId == meeting.ChairOfficeId);
        var request = http.HttpContext!.Request;
        (meeting.State, meeting.InvitedAt, meeting.LetterNumber) = (MeetingState.Invited, clock.Now.ToUniversalTime(), number.Trim());
        (meeting.SignerTitle, meeting.SignerName, meeting.LettersUrl) = (chair?.Title, chair?.Holder, $"{request.Scheme}://{request.Host}");
        await mails.AddAsync(asked, cancel);
        await audit.AddAsync("meetings.send", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        letters.Wake();
        return null;
    }
}
