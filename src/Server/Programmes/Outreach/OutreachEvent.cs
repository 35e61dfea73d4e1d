namespace TigaPilar.Server.Programmes.Outreach;

/// <summary>Sosialisasi or pelatihan.</summary>
public enum OutreachKind : byte
{
    Outreach = 1,
    Training = 2,
}

/// <summary>What it is about: coverage is counted by it.</summary>
public enum OutreachTopic : byte
{
    Neutrality = 1,
    CampaignRules = 2,
    MoneyPolitics = 3,
    Hoaxes = 4,

    /// <summary>Linmas and officers at a polling station.</summary>
    StationGuard = 5,
    VotingDay = 6,

    /// <summary>Siskamling, guests, early warning.</summary>
    PublicOrder = 7,
    FirstVoters = 8,
    Other = 9,
}

/// <summary>Whom it is for, as a class: never who.</summary>
public enum OutreachAudience : byte
{
    /// <summary>ASN: PNS and PPPK, counted by agency (OPD).</summary>
    CivilServants = 1,

    /// <summary>Kepala desa and perangkat desa: no civil servants, and counted by village.</summary>
    VillageOfficials = 2,
    Kpps = 3,
    Linmas = 4,
    FirstVoters = 5,
    Citizens = 6,

    /// <summary>Members of Polri and TNI.</summary>
    Officers = 7,
}

/// <summary>How far an event is.</summary>
public enum OutreachState : byte
{
    Planned = 1,
    Held = 2,
    Cancelled = 3,
}

/// <summary>An event of outreach or training (requirement C-07). It holds numbers, and no names of those who came.</summary>
public sealed class OutreachEvent
{
    public required Guid Id { get; init; }

    public required OutreachKind Kind { get; set; }

    public required OutreachTopic Topic { get; set; }

    public required string Title { get; set; }

    /// <summary>The card of rules that is taught; null where none is.</summary>
    public string? RuleKey { get; set; }

    public required DateOnly Day { get; set; }

    public required string Place { get; set; }

    /// <summary>The area that it is for.</summary>
    public required string AreaCode { get; set; }

    /// <summary>Who holds it.</summary>
    public required Guid AgencyId { get; init; }

    public OutreachState State { get; set; } = OutreachState.Planned;

    /// <summary>Name and office of whoever wrote last.</summary>
    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }

    public List<OutreachAttendance> Attendance { get; init; } = [];

    public List<OutreachReach> Reached { get; init; } = [];

    public List<OutreachEvidence> Evidence { get; init; } = [];

    public int Attended => Attendance.Sum(a => a.Attended ?? 0);
}

/// <summary>A class that it is for, and how many came.</summary>
public sealed class OutreachAttendance
{
    public required Guid EventId { get; init; }

    public required OutreachAudience Audience { get; init; }

    /// <summary>Null before it was held.</summary>
    public int? Attended { get; set; }
}

/// <summary>A village or an agency (OPD) that was reached, and how many of it came.</summary>
public sealed class OutreachReach
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public OutreachEvent? Event { get; init; }

    public string? VillageCode { get; init; }

    public Guid? AgencyId { get; init; }

    public required int Attended { get; init; }
}

/// <summary>What shows that it was held: the attendance list with its signatures stays on paper, its photo shows the room.</summary>
public sealed class OutreachEvidence
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required Guid FileId { get; init; }

    public string? Note { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
