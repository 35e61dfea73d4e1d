namespace TigaPilar.Server.Incidents;

/// <summary>From whom a report comes.</summary>
public enum ReportChannel : byte
{
    /// <summary>An office: in two fields, what and where.</summary>
    Office = 1,

    /// <summary>Taken down at the posko: telephone, radio, chat.</summary>
    Posko = 2,

    /// <summary>A citizen, without an account.</summary>
    Public = 3,
}

/// <summary>By which way it reached the posko.</summary>
public enum ReceivedVia : byte
{
    Application = 1,
    Telephone = 2,
    Chat = 3,
    Radio = 4,
}

/// <summary>How far it may be relied on.</summary>
public enum ReportStanding : byte
{
    /// <summary>Informasi awal: heard, and not looked at by anybody of an office.</summary>
    EarlyInformation = 1,

    /// <summary>Laporan: seen by who reports, or looked at since.</summary>
    Report = 2,
}

public enum ReportState : byte
{
    /// <summary>Waits for triage.</summary>
    New = 1,

    /// <summary>Belongs to an incident.</summary>
    Taken = 2,

    /// <summary>No disturbance, or told elsewhere: with the reason.</summary>
    SetAside = 3,
}

/// <summary>What somebody reported, as it came. It is never changed: what is made of it is an <see cref="Incident"/>.</summary>
public sealed class IncidentReport
{
    /// <summary>Made by who sends: sent twice it is one.</summary>
    public required Guid Id { get; init; }

    public required ReportChannel Channel { get; init; }

    public required ReceivedVia Via { get; init; }

    public required ReportStanding Standing { get; set; }

    /// <summary>Apa.</summary>
    public required string What { get; init; }

    /// <summary>Di mana, in words.</summary>
    public required string Where { get; init; }

    /// <summary>The village or kecamatan; the kabupaten where nothing nearer is known.</summary>
    public required string AreaCode { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>The agency that reported or took it down; null for a citizen's.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>Name and office; null for a citizen's: who he is, is not asked.</summary>
    public string? By { get; init; }

    /// <summary>SHA-256 of the code by which a citizen sees what became of it; null for others.</summary>
    public string? CodeDigest { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ReportState State { get; set; }

    /// <summary>Said by who reports: somebody is hurt or threatened, or it burns. Such a one is sorted first.</summary>
    public bool Urgent { get; init; }

    /// <summary>How a citizen is reached, if he wants to be: sealed, opened by the Desk alone, and deleted on <see cref="ContactUntil"/>.</summary>
    public string? SealedContact { get; set; }

    public DateTimeOffset? ContactUntil { get; init; }

    public Guid? IncidentId { get; set; }

    /// <summary>Why it was set aside.</summary>
    public string? Reason { get; set; }

    public string? SortedBy { get; set; }

    public DateTimeOffset? SortedAt { get; set; }

    public List<ReportFile> Files { get; init; } = [];
}

/// <summary>A photo or a paper that came with a report; the photo was drawn anew, without place, device and time.</summary>
public sealed class ReportFile
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required Guid FileId { get; init; }
}
