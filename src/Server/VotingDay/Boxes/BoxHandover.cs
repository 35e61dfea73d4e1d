namespace TigaPilar.Server.VotingDay.Boxes;

/// <summary>A leg of the boxes' way (domain rules, section 8.2).</summary>
public enum BoxLeg : byte
{
    /// <summary>KPU's store to a kecamatan's committee, H-4 and H-3.</summary>
    StoreToPpk = 1,

    /// <summary>On to a village's committee, H-1.</summary>
    PpkToPps = 2,

    PpsToTps = 3,

    /// <summary>Back, in the night of the vote.</summary>
    TpsToPpk = 4,

    /// <summary>After the kecamatan's recapitulation.</summary>
    PpkToKpu = 5,
}

/// <summary>Boxes that one gave and another took: never changed; a wrong one is put right by another that names it.</summary>
public sealed class BoxHandover
{
    /// <summary>Made by the page: sent twice it is one.</summary>
    public required Guid Id { get; init; }

    public required int ElectionId { get; init; }

    public required BoxLeg Leg { get; init; }

    public required string FromCode { get; init; }

    public required string ToCode { get; init; }

    /// <summary>The nearer of both: whose area holds it sees the handover.</summary>
    public required string AreaCode { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As the paper says.</summary>
    public required int BoxesGiven { get; init; }

    /// <summary>As they were counted on arrival.</summary>
    public required int BoxesTaken { get; init; }

    /// <summary>Boxes of those taken whose seals are whole.</summary>
    public required int SealsIntact { get; init; }

    /// <summary>Number of the BAST, and what else is to be said.</summary>
    public string? Note { get; init; }

    /// <summary>The one that this one puts right.</summary>
    public Guid? ReplacesId { get; init; }

    public required string By { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>Who gave and who took, as their names stand on the paper: kept as long as somebody may have to ask them.</summary>
public sealed class BoxHandoverNames
{
    public required Guid HandoverId { get; init; }

    public required string GivenBy { get; init; }

    public required string TakenBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
