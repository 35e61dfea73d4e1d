using TigaPilar.Server.Elections.Contract;

namespace TigaPilar.Server.Elections;

/// <summary>An election: an event over the permanent core, with contests, stages and polling stations of its own.</summary>
public sealed class Election
{
    public int Id { get; init; }

    /// <summary>Short name in addresses and on the command line, such as <c>pilkada-2024</c>: a-z, 0-9 and hyphens.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required ElectionKind Kind { get; set; }

    public required Organiser Organiser { get; set; }

    public ElectionState State { get; set; } = ElectionState.Draft;

    /// <summary>Day H; null while it is not fixed.</summary>
    public DateOnly? VotingDay { get; set; }

    /// <summary>IANA name of the zone that its days are counted in: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT).</summary>
    public string TimeZone { get; set; } = "Asia/Jakarta";

    /// <summary>The law or decision that it rests on, as text.</summary>
    public string? LegalBasis { get; set; }

    public List<Contest> Contests { get; init; } = [];

    public List<ElectionStage> Stages { get; init; } = [];

    public List<ElectionArea> Areas { get; init; } = [];
}

/// <summary>One thing voted on, such as the regent; all contests of an election are on its one day.</summary>
public sealed class Contest
{
    public int Id { get; init; }

    public int ElectionId { get; init; }

    public required string Name { get; set; }

    public int Position { get; set; }
}

/// <summary>A stage, such as the campaign, from one day to another, both included.</summary>
public sealed class ElectionStage
{
    public int Id { get; init; }

    public int ElectionId { get; init; }

    public required string Name { get; set; }

    public required DateOnly From { get; set; }

    public required DateOnly To { get; set; }
}

/// <summary>An area that an election is held in.</summary>
public sealed class ElectionArea
{
    public int ElectionId { get; init; }

    public required string AreaCode { get; init; }
}
