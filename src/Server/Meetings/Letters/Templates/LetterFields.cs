using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Documents.Templates;

namespace TigaPilar.Server.Meetings.Letters.Templates;

/// <summary>What may stand in braces in an agency's template: the same that stands on the letter that the program sets.</summary>
internal static class LetterFields
{
    /// <summary>In the order in which a page tells them; <c>acara</c> is also a list, whose table row comes once for each point.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "nomor", "sifat", "hal", "tanggal", "kepada", "pejabat", "rapat", "tema", "hari", "waktu", "tempat", "cara", "tautan", "acara", "acara.no", "acara.judul", "acara.oleh",
        "instansi", "wilayah", "jabatan_ttd", "nama_ttd", "qr", "alamat_periksa",
    ];

    /// <summary>Where the picture of the code goes; no text holds it.</summary>
    public const string CodeMark = "\uE000";

    /// <summary>The address in the code of the example.</summary>
    public const string ExampleAddress = "https://tigapilar.example.go.id/surat/contoh";

    /// <summary>Of one letter.</summary>
    public static TemplateValues Of(LetterFacts facts, Invitation to)
    {
        var (meeting, kind) = (facts.Meeting, AgendaTitles.Of(facts.Meeting.Kind));
        var agenda = facts.Agenda.Select((a, i) => (No: (i + 1).ToString(CultureInfo.InvariantCulture), a.Title, Speaker: a.Speaker ?? "")).ToList();
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["nomor"] = meeting.LetterNumber ?? "(diisi TU)",
            ["sifat"] = "Penting",
            ["hal"] = $"Undangan {kind}",
            ["tanggal"] = Indonesian.Date(facts.Dated),
            ["kepada"] = $"{to.Title} {to.Agency}",
            ["pejabat"] = to.Holder ?? "",
            ["rapat"] = meeting.Subject,
            ["tema"] = meeting.Theme ?? "",
            ["hari"] = Indonesian.Day(DateOnly.FromDateTime(facts.Starts.DateTime)),
            ["waktu"] = InvitationLetter.Hours(facts),
            ["tempat"] = meeting.Place,
            ["cara"] = InvitationLetter.ModeOf(meeting),
            ["tautan"] = meeting.Mode == MeetingMode.InPerson ? "" : meeting.Link ?? "",
            ["acara"] = string.Join('\n', agenda.Select(a => $"{a.No}. {a.Title}{(a.Speaker.Length == 0 ? "" : $" ({a.Speaker})")}")),
            ["instansi"] = facts.Host,
            ["wilayah"] = facts.Area,
            ["jabatan_ttd"] = facts.SignerTitle,
            ["nama_ttd"] = facts.SignerName,
            ["qr"] = CodeMark,
            ["alamat_periksa"] = InvitationLetter.CodeOf(meeting, to),
        };
        return new TemplateValues(fields, new Dictionary<string, ImmutableArray<IReadOnlyDictionary<string, string>>>(StringComparer.OrdinalIgnoreCase)
        {
            ["acara"] = [.. agenda.Select(a => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["no"] = a.No, ["judul"] = a.Title, ["oleh"] = a.Speaker })],
        });
    }

    /// <summary>Of a letter that nobody gets: what a page shows beside each name, and what a trial is filled with.</summary>
    public static TemplateValues Example(DateOnly today)
    {
        var (id, day) = (Guid.Empty, today.AddDays(7));
        var meeting = new Meeting
        {
            Id = id, Kind = MeetingKind.CrossSector, Subject = "Kesiapan pengamanan dan logistik Pemilu", Theme = "Tiga Pilar Desa Siap Menghadirkan Wilayah Damai", AreaCode = "", StartsAt = default, DurationMinutes = 120,
            Mode = MeetingMode.Hybrid, Place = "Pendopo Kabupaten", Link = "https://rapat.example.id/contoh", HostAgencyId = id, ChairOfficeId = id, SecretaryOfficeId = id, State = MeetingState.Draft, DoorKey = "",
            LetterNumber = "005/1/CONTOH", LettersUrl = ExampleAddress.Split("/surat/")[0],
        };
        AgendaItem Point(AgendaPart part, string? speaker) => new() { Id = id, MeetingId = id, Position = 0, Part = part, Title = AgendaTitles.Of(part), Speaker = speaker };
        var facts = new LetterFacts(
            meeting, "Pemerintah Kabupaten Contoh", "Kabupaten Contoh", [Point(AgendaPart.Opening, null), Point(AgendaPart.Briefing, "Kabag Ops Polres Contoh"), Point(AgendaPart.Closing, null)],
            new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero), "WIB", today, "Bupati Contoh", "Melati Contoh");
        return Of(facts, new Invitation
        {
            Id = id, MeetingId = id, OfficeId = id, AgencyId = id, Title = "Camat", Agency = "Kecamatan Contoh", Holder = "Andi Contoh", Level = OfficeLevel.Kecamatan, Unit = "", Token = ExampleAddress.Split('/')[^1],
        });
    }
}
