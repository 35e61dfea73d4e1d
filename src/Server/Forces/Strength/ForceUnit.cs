namespace TigaPilar.Server.Forces.Strength;

/// <summary>Whose people a unit is; each agency writes its own.</summary>
public enum ForceAgency : byte
{
    Polri = 1,
    Tni = 2,
    SatpolPp = 3,
    Linmas = 4,

    /// <summary>The villages' security task force: a second line, which fills no need of a station.</summary>
    Skd = 5,
    Other = 6,
}

/// <summary>What people are meant for.</summary>
public enum ForceUse : byte
{
    /// <summary>Pam TPS: guards of stations.</summary>
    Stations = 1,

    /// <summary>Cadangan.</summary>
    Reserve = 2,

    /// <summary>Bergerak.</summary>
    Mobile = 3,

    /// <summary>BKO: lent to a police command.</summary>
    Lent = 4,

    /// <summary>Patroli.</summary>
    Patrol = 5,

    /// <summary>Posko and staff.</summary>
    Post = 6,

    /// <summary>Objek: offices, stores, homes.</summary>
    Objects = 7,
}

/// <summary>People who are counted together: a Polsek, a battalion, the Linmas of a village. It stands beyond an election; its figures may not.</summary>
public sealed class ForceUnit
{
    public required Guid Id { get; init; }

    public required ForceAgency Agency { get; init; }

    public required string Name { get; init; }

    /// <summary>Its home; of a command the kabupaten that it lies in; of a unit without territory the kabupaten that it serves.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The command whose people these are; its areas are the home then.</summary>
    public Guid? CommandId { get; init; }

    /// <summary>Without territory: a battalion.</summary>
    public bool IsRoaming { get; init; }

    /// <summary>Counted no more from then on; what was said of it stays.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Goes up with each change, so that a stale form overwrites nothing.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What an office said of a unit on a day. Only added to: the one said last counts, those before are the history.</summary>
public sealed class ForceFigure
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Holds for this election alone, and before what is said for all; null is said for all.</summary>
    public int? ElectionId { get; init; }

    public required ForceUse Use { get; init; }

    /// <summary>Persons; null takes the figure back.</summary>
    public required int? Count { get; init; }

    /// <summary>Kurang lebih.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>The police command that those who are lent serve under.</summary>
    public Guid? LentToId { get; init; }

    public required DateOnly HoldsOn { get; init; }

    /// <summary>The office that said so.</summary>
    public required string SaidBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
