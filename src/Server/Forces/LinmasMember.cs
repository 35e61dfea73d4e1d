namespace TigaPilar.Server.Forces;

/// <summary>Whether somebody on the list serves.</summary>
public enum LinmasState : byte
{
    Active = 1,

    /// <summary>Serves no more; kept with the reason, since papers bear the name.</summary>
    Stopped = 2,
}

/// <summary>
/// Somebody whom a village names for Linmas: one row a person, whatever duties he has, so that nobody is counted twice.
/// Of him only what the work needs: the year of birth is what both age rules ask for, and no NIK.
/// </summary>
public sealed class LinmasMember
{
    public required Guid Id { get; init; }

    public required string VillageCode { get; init; }

    public required string Name { get; set; }

    public int BirthYear { get; set; }

    public string? Phone { get; set; }

    /// <summary>Number of the member's card (KTA), where he has one.</summary>
    public string? CardNumber { get; set; }

    /// <summary>On the village's Satlinmas.</summary>
    public bool IsSatlinmas { get; set; }

    /// <summary><i>Petugas ketertiban TPS</i>: what an election needs two of at each station.</summary>
    public bool IsStationGuard { get; set; }

    /// <summary>Of the village's security task force (SKD): a second line, which fills no need.</summary>
    public bool IsSkd { get; set; }

    public LinmasState State { get; set; } = LinmasState.Active;

    public string? StopReason { get; set; }

    /// <summary>Goes up with each change, so that a stale form overwrites nothing.</summary>
    public int Version { get; set; } = 1;

    public List<LinmasTraining> Trainings { get; init; } = [];
}

/// <summary>A training that a member had.</summary>
public sealed class LinmasTraining
{
    public required Guid Id { get; init; }

    public Guid MemberId { get; init; }

    public required string Kind { get; init; }

    public required DateOnly On { get; init; }
}

/// <summary>The two places of a station (PKPU 8/2018 art. 25(6)-(7)).</summary>
public enum LinmasGate : byte
{
    Entrance = 1,
    Exit = 2,
}

/// <summary>Where a member stands on voting day: its key lets nobody stand at two stations.</summary>
public sealed class LinmasPosting
{
    public required int ElectionId { get; init; }

    public required Guid MemberId { get; init; }

    public required string StationCode { get; set; }

    public required LinmasGate Gate { get; set; }

    /// <summary>The run of the automatic sharing that made it, so that this can be undone; null where a person chose.</summary>
    public Guid? Batch { get; set; }
}

/// <summary>How far a village's list is.</summary>
public enum RollState : byte
{
    Draft = 1,

    /// <summary>Sent to Satpol PP.</summary>
    Sent = 2,

    /// <summary>Decided by the PPS: from now on each change bears a reason and stands in the history.</summary>
    Decided = 3,
}

/// <summary>The state of one village's list for one election.</summary>
public sealed class LinmasRoll
{
    public required int ElectionId { get; init; }

    public required string VillageCode { get; init; }

    public RollState State { get; set; } = RollState.Draft;

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Number of the PPS's decree, as it was typed in: no program gives it.</summary>
    public string? DecreeNumber { get; set; }

    /// <summary>Goes up with each change of the list, so that what is sent or decided is what was seen.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What happened to a list.</summary>
public enum RollEvent : byte
{
    Sent = 1,
    TakenBack = 2,
    Decided = 3,
    Added = 4,
    Changed = 5,
    Stopped = 6,
    Resumed = 7,
    Posted = 8,
}

/// <summary>A line of a list's history: sending and deciding, and every change after it was decided.</summary>
public sealed class LinmasChange
{
    public required Guid Id { get; init; }

    public required int ElectionId { get; init; }

    public required string VillageCode { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RollEvent What { get; init; }

    public Guid? MemberId { get; init; }

    public string? Reason { get; init; }

    /// <summary>By which office; the log has the account.</summary>
    public Guid? OfficeId { get; init; }
}
