using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Programmes.Outreach;
using TigaPilar.Server.Rosters;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Access;

/// <summary>The Desk, a roster and an event of outreach of either kabupaten.</summary>
public partial class House
{
    public Guid OwnDesk { get; private set; }

    public Guid OtherDesk { get; private set; }

    public Guid OwnRoster { get; private set; }

    public Guid OtherRoster { get; } = Guid.CreateVersion7();

    public Guid OwnShift { get; private set; }

    public Guid OtherShift { get; } = Guid.CreateVersion7();

    /// <summary>One that was held and shown.</summary>
    public Guid OwnOutreach { get; private set; }

    public Guid PlannedOutreach { get; private set; }

    public Guid OtherOutreach { get; } = Guid.CreateVersion7();

    public Guid OwnOutreachEvidence { get; private set; }

    public Guid OtherOutreachEvidence { get; } = Guid.CreateVersion7();

    private void AddDuties(Database database, Guid agency, Guid office)
    {
        var (now, today, file) = (TimeProvider.System.GetUtcNow(), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), Guid.CreateVersion7());
        OtherDesk = ForumStore.Add(database, ForumKind.Desk, $"Desk {Marker}", OtherKabupaten, null, Marker, new DateOnly(2026, 1, 1), (office, ForumPart.Chair));
        database.Add(new ForumField { Id = Guid.CreateVersion7(), ForumId = OtherDesk, Name = Marker, Position = 1 });
        database.Add(new Roster { Id = OtherRoster, Name = $"Posko {Marker}", AreaCode = OtherKabupaten, AgencyId = agency, DayBegins = new TimeOnly(6, 0), From = today.AddDays(-1), To = today.AddDays(1) });
        database.Add(new DutyShift { Id = OtherShift, RosterId = OtherRoster, StartsAt = now.AddHours(-8), EndsAt = now.AddHours(30) });
        database.Add(new DutyPost { Id = Guid.CreateVersion7(), ShiftId = OtherShift, Role = Marker, Name = Marker, Phone = "081200000900" });
        database.Add(new DutyPost { Id = Guid.CreateVersion7(), ShiftId = OtherShift, Role = Marker, OfficeId = office });
        database.Add(new OutreachEvent
        {
            Id = OtherOutreach, Kind = OutreachKind.Outreach, Topic = OutreachTopic.Neutrality, Title = Marker, Day = today, Place = Marker, AreaCode = OtherKabupaten, AgencyId = agency, State = OutreachState.Held, By = Marker, At = now,
        });
        database.Add(new OutreachAttendance { EventId = OtherOutreach, Audience = OutreachAudience.Citizens, Attended = 3 });
        database.Add(new OutreachReach { Id = Guid.CreateVersion7(), EventId = OtherOutreach, VillageCode = OtherVillage, Attended = 3 });
        database.Add(new StoredFile { Id = file, Digest = new string('0', 64), Name = $"{Marker}.pdf", MediaType = "application/pdf", Length = 5, Content = Encoding.UTF8.GetBytes($"%PDF-{Marker}"), At = now });
        database.Add(new OutreachEvidence { Id = OtherOutreachEvidence, EventId = OtherOutreach, FileId = file, Note = Marker, By = Marker, At = now });
    }

    private async Task FindDutiesAsync()
    {
        OwnDesk = await Here.AskAsync(d => d.Set<Forum>().Where(f => f.Kind == ForumKind.Desk && f.AreaCode == OwnKabupaten).Select(f => f.Id).SingleAsync());
        var now = TimeProvider.System.GetUtcNow();
        var shift = await Here.AskAsync(d => d.Set<DutyShift>().Where(s => s.Roster!.IsDesk && s.StartsAt > now).OrderBy(s => s.StartsAt).FirstAsync());
        (OwnShift, OwnRoster) = (shift.Id, shift.RosterId);
        var shown = await Here.AskAsync(d => d.Set<OutreachEvidence>().SingleAsync(e => e.Id != OtherOutreachEvidence));
        (OwnOutreachEvidence, OwnOutreach) = (shown.Id, shown.EventId);
        PlannedOutreach = await Here.AskAsync(d => d.Set<OutreachEvent>().Where(e => e.State == OutreachState.Planned && e.AreaCode == OwnKabupaten).OrderBy(e => e.Day).Select(e => e.Id).FirstAsync());
    }
}
