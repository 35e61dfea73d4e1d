using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Briefings;
using TigaPilar.Server.Meetings.Letters.Templates;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Messages;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Meetings;

namespace TigaPilar.Server.Tests.Access;

/// <summary>A meeting and a message of either kabupaten; all of the sample who can sign in are asked to its own.</summary>
public partial class House
{
    public const string OwnDoor = "0123456789abcdef01234567";
    public const string OtherDoor = "fedcba9876543210fedcba98";

    public Guid OwnMeeting { get; } = Guid.CreateVersion7();

    public Guid OtherMeeting { get; } = Guid.CreateVersion7();

    public Guid OwnInvitation { get; } = Guid.CreateVersion7();

    public Guid OtherInvitation { get; } = Guid.CreateVersion7();

    public Guid OwnBriefing { get; } = Guid.CreateVersion7();

    public Guid OtherBriefing { get; } = Guid.CreateVersion7();

    public Guid OwnMessage { get; } = Guid.CreateVersion7();

    public Guid OtherMessage { get; } = Guid.CreateVersion7();

    private async Task AddMeetingsAsync(Database database, Guid otherAgency, Guid otherOffice)
    {
        var now = TimeProvider.System.GetUtcNow();
        var people = await database.Users.Select(u => u.PersonId).ToListAsync();
        var offices = await database.Set<Office>().Where(o => o.Role != OfficeRole.Administrator && o.Holdings.Any(h => people.Contains(h.PersonId)))
            .Select(o => new { o.Id, o.AgencyId, o.Title, Agency = o.Agency!.Name, o.Level, o.AreaCode }).ToListAsync();
        var desk = offices.Single(o => o.Title == "Kabag Tata Pemerintahan");
        var chair = offices.Single(o => o.Title == "Bupati");
        Add(OwnMeeting, OwnKabupaten, desk.AgencyId, chair.Id, desk.Id, "Rakor contoh", OwnDoor);
        foreach (var office in offices)
        {
            var id = office == offices[0] ? OwnInvitation : Guid.CreateVersion7();
            database.Add(Letter(id, OwnMeeting, office.Id, office.AgencyId, office.Title, office.Agency, office.Level, office.AreaCode));
        }

        database.Add(new Message { Id = OwnMessage, Kind = MessageKind.Notice, Subject = "Pemberitahuan contoh", Body = "Isi contoh.", AreaCode = OwnKabupaten, SenderAgencyId = desk.AgencyId, By = "Petugas Contoh", SentAt = now });
        foreach (var office in offices) database.Add(Copy(OwnMessage, office.Id, $"{office.Title}, {office.Agency}"));

        Add(OtherMeeting, OtherKabupaten, otherAgency, otherOffice, otherOffice, $"Rakor {Marker}", OtherDoor);
        database.Add(Letter(OtherInvitation, OtherMeeting, otherOffice, otherAgency, "Kabag Ops", $"Polres {Marker}", OfficeLevel.Kabupaten, null));
        AddBriefing(OwnBriefing, OwnMeeting, desk.AgencyId, "Contoh");
        AddBriefing(OtherBriefing, OtherMeeting, otherAgency, Marker);
        AddTemplate(desk.AgencyId, "Nomor {{nomor}} untuk {{kepada}}");
        AddTemplate(otherAgency, $"{Marker} {{{{nomor}}}}");
        database.Add(new MinutesParagraph { Id = Guid.CreateVersion7(), MeetingId = OtherMeeting, Position = 10, Version = 1, Text = Marker, By = Marker, At = now });
        database.Add(new Decision { Id = Guid.CreateVersion7(), MeetingId = OtherMeeting, Number = 1, Text = Marker, NoFollowUp = Marker });
        database.Add(new Objection { Id = Guid.CreateVersion7(), MeetingId = OtherMeeting, AgencyId = otherAgency, Agency = Marker, Text = Marker, By = Marker, At = now });
        database.Add(new Message { Id = OtherMessage, Kind = MessageKind.Notice, Subject = Marker, Body = Marker, AreaCode = OtherKabupaten, SenderAgencyId = otherAgency, By = Marker, SentAt = now });
        database.Add(Copy(OtherMessage, otherOffice, Marker));

        void Add(Guid id, string area, Guid host, Guid leads, Guid writes, string subject, string door) => database.Add(new Meeting
        {
            Id = id, Kind = MeetingKind.Joint, Subject = subject, AreaCode = area, StartsAt = now.AddDays(3), DurationMinutes = 60, Mode = MeetingMode.Hybrid, Place = "Pendopo", HostAgencyId = host,
            ChairOfficeId = leads, SecretaryOfficeId = writes, State = MeetingState.Invited, DoorKey = door, InvitedAt = now, LetterNumber = "005/0/Contoh", LettersUrl = "http://localhost",
        });

        void AddBriefing(Guid id, Guid meeting, Guid agency, string text)
        {
            var point = new AgendaItem { Id = Guid.CreateVersion7(), MeetingId = meeting, Position = 1000, Part = AgendaPart.Briefing, Title = $"Paparan {text}" };
            database.Add(point);
            database.Add(new Briefing
            {
                Id = id, MeetingId = meeting, AgendaItemId = point.Id, Version = 1, FileId = Keep($"{text}.pdf", FileKinds.Pdf, Encoding.UTF8.GetBytes($"%PDF-{text}")), Reach = DataClass.Internal, AgencyId = agency, By = text, At = now,
            });
        }

        void AddTemplate(Guid agency, string text) =>
            database.Add(new LetterTemplate { AgencyId = agency, FileId = Keep("naskah.docx", FileKinds.Word, WordFile.Of(text)), At = now, By = "Petugas Contoh" });

        Guid Keep(string name, FileKinds kind, byte[] content)
        {
            var file = new StoredFile { Id = Guid.CreateVersion7(), Digest = new string('0', 64), Name = name, MediaType = FileKind.MediaTypeOf(kind), Length = content.Length, Content = content, At = now };
            database.Add(file);
            return file.Id;
        }

        // Seen and written already: to look at it changes nothing.
        Invitation Letter(Guid id, Guid meeting, Guid office, Guid agency, string title, string name, OfficeLevel level, string? area) => new()
        {
            Id = id, MeetingId = meeting, OfficeId = office, AgencyId = agency, Title = title, Agency = name, Level = level, Unit = agency.ToString(), AreaCode = area, Token = id.ToString("N"), SeenAt = now, LetterDigest = new string('0', 64),
        };

        MessageCopy Copy(Guid message, Guid office, string name) => new() { Id = Guid.CreateVersion7(), MessageId = message, OfficeId = office, Office = name, SeenAt = now, SeenBy = "Contoh" };
    }
}
