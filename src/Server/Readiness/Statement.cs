namespace TigaPilar.Server.Readiness;

/// <summary>How an agency stands with one point.</summary>
public enum PointState : byte
{
    /// <summary>Nothing was said, or what was said holds no longer.</summary>
    NotYet = 0,

    /// <summary>Siap.</summary>
    Ready = 1,

    /// <summary>Ada kendala.</summary>
    Hindered = 2,
}

/// <summary>Which list of points an agency answers.</summary>
public enum AgencyKind : byte
{
    Government = 1,
    Police = 2,
    Army = 3,
    Kpu = 4,
    Bawaslu = 5,
    Camat = 6,
}

/// <summary>What an agency says of one point.</summary>
public sealed class ReadinessAnswer
{
    public required Guid AgencyId { get; init; }

    /// <summary>The election that it prepares; 0 where it serves public order without one.</summary>
    public required int ElectionId { get; init; }

    /// <summary>The point's words: a point that is worded anew is another, and is answered anew.</summary>
    public required string Point { get; init; }

    public required PointState State { get; set; }

    /// <summary>What shows it, or what hinders.</summary>
    public string? Note { get; set; }

    /// <summary>Last day on which it holds; null while it holds until it is changed.</summary>
    public DateOnly? Until { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>The head of the agency stands for what it says, as it was then: after a change the digests differ, and the head signs anew.</summary>
public sealed class ReadinessSignature
{
    public required Guid AgencyId { get; init; }

    public required int ElectionId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Name and office.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of all answers.</summary>
    public required string Digest { get; init; }
}

/// <summary>The points that the agencies of a kind answer in a kabupaten, where its Desk has written its own.</summary>
public sealed class ReadinessList
{
    public required string AreaCode { get; init; }

    public required AgencyKind Kind { get; init; }

    /// <summary>One a line.</summary>
    public required string Points { get; set; }
}

/// <summary>Kendala: what hinders, whose it is, until when, and how it ended.</summary>
public sealed class Obstacle
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required int ElectionId { get; init; }

    public required string What { get; init; }

    public required DateOnly Due { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Taken further by the Desk.</summary>
    public DateTimeOffset? EscalatedAt { get; set; }

    public string? EscalatedBy { get; set; }

    public DateTimeOffset? SolvedAt { get; set; }

    public string? SolvedBy { get; set; }

    public string? Result { get; set; }
}
