using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings;

/// <summary>Sets a meeting up, and changes it until it is closed.</summary>
internal sealed class PlanMeeting(Database database, CurrentReader current, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    /// <summary>More than these nobody gets through in a meeting; the rest stand on the page of actions.</summary>
    private const int MostPending = 40;

    /// <summary>The new meeting, or the key of the text that says what is wrong.</summary>
    public async Task<(Guid? Id, string? Problem)> AddAsync(Form form, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var host = reader.Offices.FirstOrDefault(o => MeetingAccess.MayHost(o) && o.Areas.Contains(form.AreaCode ?? ""));
        if (host is null) return (null, "NotYourArea");
        if (await ProblemAsync(form, form.AreaCode!, cancel) is { } problem) return (null, problem);
        await using var transaction = await database.BeginWriteAsync(cancel);
        var meeting = new Meeting
        {
            Id = OrderedId.New(), Kind = form.Kind, Subject = form.Subject!.Trim(), AreaCode = form.AreaCode!, StartsAt = StartOf(form)!.Value, DurationMinutes = form.DurationMinutes,
            Mode = form.Mode, Place = form.Place!.Trim(), HostAgencyId = host.AgencyId, ChairOfficeId = form.Chair!.Value, SecretaryOfficeId = form.Secretary!.Value,
            State = MeetingState.Draft, DoorKey = Secret(), PreviousId = form.Previous,
        };
        Fill(meeting, form);
        database.Add(meeting);
        var parts = meeting.Kind == MeetingKind.Declaration ? (AgendaPart[])[AgendaPart.Opening, AgendaPart.Directive, AgendaPart.Closing]
            : [AgendaPart.Opening, AgendaPart.OrganiserReport, AgendaPart.Briefing, AgendaPart.Directive, AgendaPart.Discussion, AgendaPart.Closing];
        for (var i = 0; i < parts.Length; i++)
            database.Add(new AgendaItem { Id = OrderedId.New(), MeetingId = meeting.Id, Position = (i + 1) * 1000, Part = parts[i], Title = AgendaTitles.Of(parts[i]) });
        // What is late, sent back or escalated comes first of all: a rakor begins where the last one is not done.
        var pending = meeting.Kind is MeetingKind.Declaration or MeetingKind.Audience ? [] : await ActionStore.PendingAsync(database, AreaSet.Of(meeting.AreaCode), clock, cancel);
        foreach (var (n, action) in pending.Take(MostPending).Index())
            database.Add(new AgendaItem { Id = OrderedId.New(), MeetingId = meeting.Id, Position = 1001 + n, Part = AgendaPart.FollowUp, Title = action.Title, Speaker = action.Owner, ActionId = action.Id });
        await audit.AddAsync("meetings.add", meeting.Id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (meeting.Id, null);
    }

    /// <summary>Null when changed, else the key of the text that says what is wrong.</summary>
    public async Task<string?> ChangeAsync(Guid id, Form form, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { } meeting) return "UnknownMeeting";
        if (!meeting.IsOpen) return "MeetingClosed";
        if (await ProblemAsync(form, meeting.AreaCode, cancel) is { } problem) return problem;
        Fill(meeting, form);
        await audit.AddAsync("meetings.change", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>The form as it stands for a meeting, or for a new one.</summary>
    public Form FormOf(Meeting? meeting) => meeting is null ? new Form() : new Form
    {
        Kind = meeting.Kind, Subject = meeting.Subject, Theme = meeting.Theme, AreaCode = meeting.AreaCode, Election = meeting.ElectionId, Day = DateOnly.FromDateTime(clock.Local(meeting.StartsAt).DateTime),
        Time = clock.Local(meeting.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture), DurationMinutes = meeting.DurationMinutes, Mode = meeting.Mode, Place = meeting.Place, Link = meeting.Link,
        Chair = meeting.ChairOfficeId, Secretary = meeting.SecretaryOfficeId,
    };

    private void Fill(Meeting meeting, Form form)
    {
        (meeting.Kind, meeting.Subject, meeting.Theme) = (form.Kind, form.Subject!.Trim(), Blank(form.Theme));
        (meeting.ElectionId, meeting.StartsAt, meeting.DurationMinutes) = (form.Election, StartOf(form)!.Value, form.DurationMinutes);
        (meeting.Mode, meeting.Place, meeting.Link) = (form.Mode, form.Place!.Trim(), form.Mode == MeetingMode.InPerson ? null : Blank(form.Link));
        (meeting.ChairOfficeId, meeting.SecretaryOfficeId) = (form.Chair!.Value, form.Secretary!.Value);
    }

    private async Task<string?> ProblemAsync(Form form, string area, CancellationToken cancel)
    {
        if (!Enum.IsDefined(form.Kind) || !Enum.IsDefined(form.Mode)) return "MeetingKindNeeded";
        if (string.IsNullOrWhiteSpace(form.Subject) || form.Subject.Length > MeetingsMapping.Words || form.Theme?.Length > MeetingsMapping.Words) return "SubjectNeeded";
        if (StartOf(form) is null || form.DurationMinutes is < 10 or > 1440) return "TimeNeeded";
        if (string.IsNullOrWhiteSpace(form.Place) || form.Place.Length > MeetingsMapping.Words) return "PlaceNeeded";
        if (form.Mode != MeetingMode.InPerson && Blank(form.Link) is { } link && (link.Length > 400 || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))) return "LinkShape";
        if (form.Election is { } election && !(await ElectionQueries.AllAsync(database, cancel)).Any(e => e.Id == election)) return "UnknownElection";
        if (form.Previous is { } previous && await access.FindAsync(previous, cancel) is null) return "UnknownMeeting";
        var offices = (await OfficeGroups.ReadAsync(database, AreaSet.Of(area), clock.Today, cancel)).All.Select(o => o.OfficeId).ToHashSet();
        if (form.Chair is not { } chair || !offices.Contains(chair)) return "ChairNeeded";
        return form.Secretary is { } secretary && offices.Contains(secretary) && secretary != chair ? null : "SecretaryNeeded";
    }

    private DateTimeOffset? StartOf(Form form)
    {
        if (form.Day is not { } day || !TimeOnly.TryParseExact(form.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, clock.Zone.GetUtcOffset(local));
    }

    /// <summary>96 bits: not to be guessed, and short enough for a code on paper.</summary>
    public static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Form
    {
        public MeetingKind Kind { get; set; } = MeetingKind.Joint;

        public string? Subject { get; set; }

        public string? Theme { get; set; }

        public string? AreaCode { get; set; }

        public int? Election { get; set; }

        public DateOnly? Day { get; set; }

        public string? Time { get; set; } = "09:00";

        public int DurationMinutes { get; set; } = 120;

        public MeetingMode Mode { get; set; } = MeetingMode.InPerson;

        public string? Place { get; set; }

        public string? Link { get; set; }

        public Guid? Chair { get; set; }

        public Guid? Secretary { get; set; }

        public Guid? Previous { get; set; }
    }
}
