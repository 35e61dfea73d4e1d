using TigaPilar.Server.Meetings.Letters;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Meetings.Contract;

/// <summary>Two meetings of the sample kabupaten: one that was held and is to be signed, one to which letters have gone out.</summary>
public static class MeetingSample
{
    /// <summary>Adds them within the caller's transaction, and saves.</summary>
    /// <param name="database">With the sample's offices, forums and people.</param>
    /// <param name="names">Names of areas.</param>
    /// <param name="clock">Today.</param>
    /// <param name="kabupaten">Its code.</param>
    /// <param name="kecamatan">The one whose village head, camat, Kapolsek and Danramil have accounts.</param>
    /// <param name="election">Which the meetings prepare.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task AddAsync(Database database, NameAreas names, OfficeClock clock, string kabupaten, string kecamatan, int election, CancellationToken cancel)
    {
        var groups = await OfficeGroups.ReadAsync(database, AreaSet.Of(kabupaten), clock.Today, cancel);
        var (chair, secretary) = (groups.All.First(o => o.Title == "Bupati"), groups.All.First(o => o.Title == "Kabag Tata Pemerintahan"));
        var near = groups.Of(OfficeGroup.Forkopimcam).Where(o => o.Unit == kecamatan).Concat(groups.Of(OfficeGroup.VillageHeads).Where(o => o.Holder is not null)).ToList();
        var forum = groups.Of(OfficeGroup.ForkopimdaPlus);

        var held = Add(MeetingKind.Joint, "Pemetaan kerawanan dan kesiapan pengamanan Pemilu", clock.Today.AddDays(-9), "Pendopo Kabupaten", "005/101/CONTOH");
        foreach (var office in forum)
        {
            var invitation = Ask(held, office, OfficeGroup.ForkopimdaPlus);
            // One came for another, and the court sent nobody. Of those who are not made up nothing is said that they did not do.
            if (office.Title == "Ketua Pengadilan Negeri" || office.Holder?.Contains("Contoh", StringComparison.Ordinal) != true) continue;
            (invitation.ArrivedAt, invitation.Arrived, invitation.ArrivedBy) = (held.StartsAt.AddMinutes(-5), ArrivalWay.Hand, By(secretary));
            if (office.Pillar == "tni") invitation.Delegate = "Kapten Inf. Rangga Contoh, Pasi Ops";
        }

        string[] said =
        [
            "Bupati membuka rapat dan meminta setiap unsur menyampaikan kesiapan.",
            "Kapolres memaparkan pemetaan wilayah; kelas setiap TPS ditetapkan pejabat Polres dan tidak dibacakan di rapat.",
            "KPU menyampaikan kendala pergeseran logistik ke Pronojiwo bila hujan lebat.",
        ];
        foreach (var (n, text) in said.Index())
        {
            var paragraph = new MinutesParagraph { Id = OrderedId.New(), MeetingId = held.Id, Position = (n + 1) * 10, Version = 1, Text = text, By = By(secretary), At = held.StartsAt.AddMinutes(20 * (n + 1)) };
            database.Add(paragraph);
            database.Add(new ParagraphVersion { ParagraphId = paragraph.Id, Version = 1, MeetingId = held.Id, Text = text, By = paragraph.By, At = paragraph.At });
        }

        database.Add(new Decision { Id = OrderedId.New(), MeetingId = held.Id, Number = 1, Text = "Survei jalur logistik ke Pronojiwo dan Tempursari sebelum H-14." });
        database.Add(new Decision { Id = OrderedId.New(), MeetingId = held.Id, Number = 2, Text = "Rapat berikutnya diadakan setiap bulan sampai H-30.", NoFollowUp = "sudah dijadwalkan" });

        var next = Add(MeetingKind.CrossSector, "Kesiapan pengamanan dan logistik Pemilu", clock.Today.AddDays(6), "Command Center", "005/117/CONTOH");
        (next.Mode, next.Link) = (MeetingMode.Hybrid, "https://rapat.example.id/contoh");
        database.Add(new AgendaItem { Id = OrderedId.New(), MeetingId = next.Id, Position = 2500, Part = AgendaPart.Briefing, Title = "Kesiapan pengamanan TPS", Speaker = "Kabag Ops Polres Lumajang", DurationMinutes = 20 });
        foreach (var office in forum) Ask(next, office, OfficeGroup.ForkopimdaPlus);
        foreach (var office in near) Ask(next, office, office.Level == OfficeLevel.Village ? OfficeGroup.VillageHeads : OfficeGroup.Forkopimcam);
        await database.SaveChangesAsync(cancel);
        // Written here, since whoever sends letters is a page and nobody has one open.
        foreach (var meeting in (Meeting[])[held, next])
        {
            var facts = await LetterQueue.FactsAsync(database, names, meeting, clock, cancel);
            foreach (var invitation in meeting.Invitations)
            {
                var (content, digest) = InvitationLetter.ToFile(facts, invitation);
                invitation.LetterDigest = digest;
                database.Add(new LetterFile { InvitationId = invitation.Id, Content = content });
            }
        }

        await database.SaveChangesAsync(cancel);

        Meeting Add(MeetingKind kind, string subject, DateOnly day, string place, string number)
        {
            var at = day.ToDateTime(new TimeOnly(9, 0));
            var starts = new DateTimeOffset(at, clock.Zone.GetUtcOffset(at)).ToUniversalTime();
            var meeting = new Meeting
            {
                Id = OrderedId.New(), Kind = kind, Subject = subject, AreaCode = kabupaten, ElectionId = election, StartsAt = starts, DurationMinutes = 120, Mode = MeetingMode.InPerson, Place = place,
                HostAgencyId = secretary.AgencyId, ChairOfficeId = chair.OfficeId, SecretaryOfficeId = secretary.OfficeId, State = MeetingState.Invited, LetterNumber = number, DoorKey = PlanMeeting.Secret(),
                InvitedAt = starts.AddDays(-8) < clock.Now ? starts.AddDays(-8) : clock.Now.ToUniversalTime(), SignerTitle = chair.Title, SignerName = chair.Holder, LettersUrl = "http://localhost:5080",
            };
            database.Add(meeting);
            foreach (var (n, part) in ((AgendaPart[])[AgendaPart.Opening, AgendaPart.OrganiserReport, AgendaPart.Directive, AgendaPart.Discussion, AgendaPart.Closing]).Index())
                database.Add(new AgendaItem { Id = OrderedId.New(), MeetingId = meeting.Id, Position = (n + 1) * 1000, Part = part, Title = AgendaTitles.Of(part) });
            return meeting;
        }

        Invitation Ask(Meeting meeting, Addressee office, OfficeGroup group)
        {
            var invitation = InviteGroups.Of(meeting.Id, office, group);
            meeting.Invitations.Add(invitation);
            return invitation;
        }

        static string By(Addressee office) => $"{office.Holder}, {office.Name}";
    }
}
