using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>
/// Writes down what was decided and makes an action of it, so that a decision does not end with the meeting ("hasil Rakor ini
/// ditindaklanjuti dengan kegiatan di lapangan").
/// </summary>
internal sealed class TakeDecision(Database database, CurrentReader current, MeetingAccess access, AuditLog audit, OfficeClock clock)
{
    public Task<string?> AddAsync(Guid id, string? text, CancellationToken cancel) => ChangeAsync(id, async _ =>
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > MeetingsMapping.LongWords) return "DecisionNeeded";
        var last = await database.Set<Decision>().Where(d => d.MeetingId == id).MaxAsync(d => (int?)d.Number, cancel) ?? 0;
        database.Add(new Decision { Id = OrderedId.New(), MeetingId = id, Number = last + 1, Text = text.Trim() });
        return null;
    }, cancel);

    /// <summary>"Tanpa tindak lanjut", with the reason.</summary>
    public Task<string?> LeaveAsync(Guid id, Guid decision, string? reason, CancellationToken cancel) => ChangeAsync(id, async _ =>
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Length > MeetingsMapping.Words) return "ReasonNeeded";
        if (await database.Set<Decision>().SingleOrDefaultAsync(d => d.Id == decision && d.MeetingId == id, cancel) is not { } found) return "UnknownDecision";
        found.NoFollowUp = reason.Trim();
        return null;
    }, cancel);

    /// <summary>Makes an action of a decision, for any agency of the area; with parts, one for each kecamatan or village.</summary>
    public Task<string?> FollowUpAsync(Guid id, Guid decision, Form form, CancellationToken cancel) => ChangeAsync(id, async meeting =>
    {
        if (await database.Set<Decision>().SingleOrDefaultAsync(d => d.Id == decision && d.MeetingId == id, cancel) is not { } found) return "UnknownDecision";
        var title = string.IsNullOrWhiteSpace(form.Title) ? found.Text : form.Title.Trim();
        if (title.Length > MeetingsMapping.Words) return "ActionTitleNeeded";
        if (!Enum.IsDefined(form.Kind) || !Enum.IsDefined(form.Track) || !Enum.IsDefined(form.Parts)) return "ActionKindNeeded";
        if (form.Due < clock.Today) return "DuePast";
        if (form.Owner is not { } owner || !(await ActionStore.OwnersAsync(database, AreaSet.Of(meeting.AreaCode), cancel)).Any(a => a.Id == owner)) return "OwnerNeeded";
        found.NoFollowUp = null;
        var reader = await current.GetSignedInAsync();
        var day = DateOnly.FromDateTime(clock.Local(meeting.StartsAt).DateTime);
        await ActionStore.AddAsync(
            database, audit,
            new NewAction(
                title, null, form.Kind, form.Track, owner, meeting.AreaCode, form.Due, form.Parts, id, decision,
                string.Create(CultureInfo.InvariantCulture, $"{AgendaTitles.Of(meeting.Kind)} {Indonesian.Date(day)}, keputusan {found.Number}")),
            reader.AccountId!.Value, meeting.HostAgencyId, await access.SignAsync(), clock.Now.ToUniversalTime(), cancel);
        return null;
    }, cancel);

    private async Task<string?> ChangeAsync(Guid id, Func<Meeting, Task<string?>> change, CancellationToken cancel)
    {
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await access.TakeOwnAsync(id, cancel) is not { IsOpen: true } meeting || await access.IsSignedAsync(id, cancel)) return "MinutesNotOpen";
        if (await change(meeting) is { } problem) return problem;
        await audit.AddAsync("meetings.decision", id.ToString(), meeting.AreaCode, tell: MeetingsPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public Guid Decision { get; set; }

        public string? Title { get; set; }

        public Guid? Owner { get; set; }

        public ActionKind Kind { get; set; } = ActionKind.Other;

        public ActionTrack Track { get; set; }

        public DateOnly? Due { get; set; }

        public PartLevel Parts { get; set; }
    }
}
