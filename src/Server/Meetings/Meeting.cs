using TigaPilar.Server.Offices.Contract;

namespace TigaPilar.Server.Meetings;

/// <summary>What sort of meeting it is, as the articles name them.</summary>
public enum MeetingKind : byte
{
    /// <summary>Rakor bersama: government, army and police together.</summary>
    Joint = 1,

    /// <summary>Rakor lintas sektoral.</summary>
    CrossSector = 2,

    /// <summary>Rapat kerja.</summary>
    Working = 3,

    /// <summary>Pertemuan tiga pilar.</summary>
    ThreePillars = 4,
    Audience = 5,

    /// <summary>Deklarasi damai.</summary>
    Declaration = 6,
}

/// <summary>Where one takes part: luring, daring or both.</summary>
public enum MeetingMode : byte
{
    InPerson = 1,
    Online = 2,
    Hybrid = 3,
}

public enum MeetingState : byte
{
    /// <summary>Being prepared: no letter has gone out.</summary>
    Draft = 1,

    /// <summary>Letters have gone out.</summary>
    Invited = 2,

    /// <summary>Attendance, minutes and decisions are fixed.</summary>
    Closed = 3,
    Cancelled = 4,
}

/// <summary>A part of the agenda.</summary>
public enum AgendaPart : byte
{
    Opening = 1,

    /// <summary>Laporan penyelenggara.</summary>
    OrganiserReport = 2,

    /// <summary>Paparan.</summary>
    Briefing = 3,

    /// <summary>Arahan pimpinan.</summary>
    Directive = 4,
    Discussion = 5,

    /// <summary>What earlier meetings decided and is not done.</summary>
    FollowUp = 6,
    Closing = 7,
}

/// <summary>A meeting, from its letter to its decisions.</summary>
public sealed class Meeting
{
    public required Guid Id { get; init; }

    public required MeetingKind Kind { get; set; }

    /// <summary>What it is about, as it stands on the letter.</summary>
    public required string Subject { get; set; }

    /// <summary>A motto, such as "Tiga Pilar Desa Siap Menghadirkan Wilayah Damai".</summary>
    public string? Theme { get; set; }

    /// <summary>The kabupaten or kecamatan that it concerns.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The election that it prepares; null where it serves public order without one.</summary>
    public int? ElectionId { get; set; }

    public required DateTimeOffset StartsAt { get; set; }

    /// <summary>How long it lasts, in minutes.</summary>
    public required int DurationMinutes { get; set; }

    public required MeetingMode Mode { get; set; }

    public required string Place { get; set; }

    /// <summary>Where one joins online.</summary>
    public string? Link { get; set; }

    /// <summary>The agency that holds it: its people write it.</summary>
    public required Guid HostAgencyId { get; init; }

    /// <summary>Who leads it, and signs the letter and the minutes.</summary>
    public required Guid ChairOfficeId { get; set; }

    /// <summary>Who takes the minutes, and signs them too.</summary>
    public required Guid SecretaryOfficeId { get; set; }

    /// <summary>The meeting that this one continues.</summary>
    public Guid? PreviousId { get; init; }

    public required MeetingState State { get; set; }

    /// <summary>Of the letter, given by the registry (TU) and not by this program.</summary>
    public string? LetterNumber { get; set; }

    public DateTimeOffset? InvitedAt { get; set; }

    /// <summary>Name of the chair as it stands on the letter that went out.</summary>
    public string? SignerName { get; set; }

    /// <summary>Title of the chair as it stands on the letter that went out.</summary>
    public string? SignerTitle { get; set; }

    /// <summary>Address of this installation in the codes of the letters that went out.</summary>
    public string? LettersUrl { get; set; }

    /// <summary>"Hadir setidaknya": units counted on the spot beside the list; a lower bound and no exact number.</summary>
    public int? AtLeastUnits { get; set; }

    /// <summary>Secret of the door's code: whoever has it checks in the office that is his.</summary>
    public required string DoorKey { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? ClosedBy { get; set; }

    /// <summary>Why it was closed with points open.</summary>
    public string? ClosedWith { get; set; }

    /// <summary>Neither closed nor called off.</summary>
    public bool IsOpen => State is MeetingState.Draft or MeetingState.Invited;

    public List<AgendaItem> Agenda { get; init; } = [];

    public List<Invitation> Invitations { get; init; } = [];
}

/// <summary>One point of the agenda.</summary>
public sealed class AgendaItem
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required int Position { get; set; }

    public required AgendaPart Part { get; set; }

    public required string Title { get; set; }

    /// <summary>Who speaks, as written.</summary>
    public string? Speaker { get; set; }

    public int? DurationMinutes { get; set; }

    /// <summary>The action of an earlier meeting that it takes up.</summary>
    public Guid? ActionId { get; init; }
}

/// <summary>What an office answered to its letter.</summary>
public enum InvitationAnswer : byte
{
    None = 0,
    Comes = 1,

    /// <summary>Diwakili: another comes for it, and both are named.</summary>
    Represented = 2,
    DoesNotCome = 3,
}

/// <summary>How somebody was marked present.</summary>
public enum ArrivalWay : byte
{
    /// <summary>The code at the door.</summary>
    Door = 1,

    /// <summary>The digits shown to those online.</summary>
    Screen = 2,

    /// <summary>The secretary marked it.</summary>
    Hand = 3,

    /// <summary>The code on the letter, read at the desk.</summary>
    Letter = 4,
}

/// <summary>An office asked to come, as it was called when the letter went out.</summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Title { get; init; }

    public required string Agency { get; init; }

    /// <summary>Who held the office then; null where it was vacant.</summary>
    public string? Holder { get; set; }

    public string? Pillar { get; init; }

    public required OfficeLevel Level { get; init; }

    /// <summary>The unit that counts as present when one of it is: kecamatan, village or agency.</summary>
    public required string Unit { get; init; }

    /// <summary>The kecamatan or village served, for sorting and for bundles; null without territory.</summary>
    public string? AreaCode { get; init; }

    /// <summary>By which group it was asked; null where by itself.</summary>
    public OfficeGroup? Group { get; init; }

    /// <summary>Stands in the code on the letter: whoever has it sees that the letter is genuine, and no more.</summary>
    public required string Token { get; init; }

    /// <summary>When the office itself opened its invitation.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    public InvitationAnswer Answer { get; set; }

    /// <summary>Who answered, and when.</summary>
    public string? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Who comes, or came, for the holder: name and office.</summary>
    public string? Delegate { get; set; }

    public DateTimeOffset? ArrivedAt { get; set; }

    public ArrivalWay? Arrived { get; set; }

    /// <summary>Who marked it present.</summary>
    public string? ArrivedBy { get; set; }

    /// <summary>SHA-256 of the letter's PDF, hexadecimal; null until it is written.</summary>
    public string? LetterDigest { get; set; }

    public bool IsPresent => ArrivedAt is not null;
}

/// <summary>The PDF of a letter as it went out.</summary>
public sealed class LetterFile
{
    public required Guid InvitationId { get; init; }

    public required byte[] Content { get; init; }
}
