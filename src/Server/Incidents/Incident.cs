namespace TigaPilar.Server.Incidents;

/// <summary>How heavy it is, said by a person.</summary>
public enum IncidentWeight : byte
{
    Ordinary = 1,

    /// <summary>Atensi.</summary>
    Attention = 2,

    /// <summary>Menonjol.</summary>
    Notable = 3,
}

/// <summary>How near a disturbance is, in the ladder of the police: PG, AG, GN. Said by the police alone.</summary>
public enum DisturbanceStage : byte
{
    /// <summary>PG, potensi gangguan: what one may come from.</summary>
    Potential = 1,

    /// <summary>AG, ambang gangguan: at its threshold.</summary>
    Threshold = 2,

    /// <summary>GN, gangguan nyata: it is there.</summary>
    Actual = 3,
}

/// <summary>How far the answer is.</summary>
public enum IncidentState : byte
{
    /// <summary>Diteruskan: an agency was asked to answer, and has not said anything yet.</summary>
    Forwarded = 1,

    /// <summary>Diterima.</summary>
    Accepted = 2,

    /// <summary>Menuju lokasi.</summary>
    OnTheWay = 3,

    /// <summary>Di tempat.</summary>
    OnScene = 4,

    /// <summary>Selesai, with a result: somebody else has to look.</summary>
    Answered = 5,

    /// <summary>Tuntas, dicek oleh …</summary>
    Closed = 6,
}

/// <summary>Whether it is so, said by somebody who looked or asked; two independent sources alone say nothing.</summary>
public enum IncidentVerification : byte
{
    /// <summary>Belum dicek.</summary>
    Unchecked = 1,

    /// <summary>Dicek, benar.</summary>
    Confirmed = 2,

    /// <summary>Dicek, tidak benar.</summary>
    Unfounded = 3,
}

/// <summary>What is disturbed and who answers, from one or several reports.</summary>
public sealed class Incident
{
    public required Guid Id { get; init; }

    /// <summary>What it is, in the words of triage.</summary>
    public required string Title { get; set; }

    public required string Where { get; set; }

    public required string AreaCode { get; set; }

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public required Guid KindId { get; set; }

    public required IncidentWeight Weight { get; set; }

    /// <summary>Null as long as the police have not said.</summary>
    public DisturbanceStage? Stage { get; set; }

    public required IncidentState State { get; set; }

    public required DateTimeOffset StateAt { get; set; }

    /// <summary>Who must answer.</summary>
    public required Guid AgencyId { get; set; }

    /// <summary>The agency whose triage made it.</summary>
    public required Guid AskerId { get; init; }

    /// <summary>When its first report came: by this it is old.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Until when the agency says that it has accepted it; past that it is shown first.</summary>
    public required DateTimeOffset AnswerBy { get; set; }

    /// <summary>Until when it is answered.</summary>
    public required DateTimeOffset SolveBy { get; set; }

    public IncidentVerification Verification { get; set; } = IncidentVerification.Unchecked;

    /// <summary>When a clock ran out on it and it was taken to the Desk and the Polres; null while it is in time.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>What came of it.</summary>
    public string? Result { get; set; }

    /// <summary>Into which it was merged; its own history stays, and it can be taken out again.</summary>
    public Guid? MergedIntoId { get; set; }

    public bool IsOpen => State != IncidentState.Closed && MergedIntoId is null;

    public List<IncidentStep> Steps { get; init; } = [];
}

/// <summary>What was done about an incident: never changed, and taken away only with one that was made by mistake and that nobody touched.</summary>
public sealed class IncidentStep
{
    public long Id { get; init; }

    public required Guid IncidentId { get; init; }

    public required StepKind Kind { get; init; }

    /// <summary>After it.</summary>
    public required IncidentState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public Guid? PersonId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>Name and office.</summary>
    public required string By { get; init; }

    public string? Note { get; init; }
}

public enum StepKind : byte
{
    Made = 1,
    Moved = 2,
    Forwarded = 3,
    SupportAsked = 4,
    Merged = 5,
    Parted = 6,
    ReportAdded = 7,
    Reopened = 8,
    Weighed = 9,
    Confirmed = 10,
    Refuted = 11,

    /// <summary>Its clock ran out: nobody did it, and no weight changed.</summary>
    Escalated = 12,

    /// <summary>A report was taken out of it again.</summary>
    ReportParted = 13,

    /// <summary>How many people there are, by a named officer of the police.</summary>
    CrowdDeclared = 14,

    /// <summary>How near the disturbance is, by the police.</summary>
    Staged = 15,
}

/// <summary>A kind of disturbance with its clocks; each kabupaten has its own list.</summary>
public sealed class IncidentKind
{
    public required Guid Id { get; init; }

    public required string AreaCode { get; init; }

    public required string Name { get; set; }

    /// <summary>What triage begins with.</summary>
    public required IncidentWeight Weight { get; set; }

    /// <summary>Minutes until it is accepted.</summary>
    public required int AnswerMinutes { get; set; }

    /// <summary>Minutes until it is answered.</summary>
    public required int SolveMinutes { get; set; }

    /// <summary>Who usually answers it; triage may choose another.</summary>
    public Guid? AgencyId { get; set; }

    /// <summary>What triage is told: of an election offence, that Bawaslu's own channel takes it.</summary>
    public string? Advice { get; set; }

    /// <summary>Not offered any more.</summary>
    public bool Withdrawn { get; set; }
}
