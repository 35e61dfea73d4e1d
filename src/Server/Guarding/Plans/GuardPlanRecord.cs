namespace TigaPilar.Server.Guarding;

/// <summary>How far a plan is.</summary>
public enum GuardPlanState : byte
{
    Running = 1,
    Ready = 2,
    Failed = 3,
}

/// <summary>What a plan is good for.</summary>
public enum GuardPlanStage : byte
{
    /// <summary>Made to look at.</summary>
    Draft = 1,

    /// <summary>Chosen to be filled with names: one of an election and kabupaten.</summary>
    InUse = 2,

    /// <summary>Signed: nothing in it changes any more.</summary>
    InForce = 3,

    /// <summary>Signed once; a revision has taken its place (<i>diganti</i>).</summary>
    Superseded = 4,
}

/// <summary>A guard plan made from the stations of one election in one kabupaten, as it was printed.</summary>
public sealed class GuardPlanRecord
{
    public required Guid Id { get; init; }

    public required int ElectionId { get; init; }

    /// <summary>The kabupaten.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The day of the re-vote (PSU, PSL) that it is for, with the stations named for it; null is the voting day. Each day has a plan of its own in use.</summary>
    public DateOnly? RevoteOn { get; init; }

    /// <summary>Counts up within election and kabupaten, from 1.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Request { get; init; }

    /// <summary>The files that came with the request, zipped; null where none did.</summary>
    public byte[]? Given { get; init; }

    public required GuardPlanState State { get; set; }

    public GuardPlanStage Stage { get; set; } = GuardPlanStage.Draft;

    /// <summary>The signed plan that this one is a revision of.</summary>
    public Guid? RevisionOf { get; init; }

    /// <summary>1 on among the signed ones of an election and kabupaten; null before it is signed.</summary>
    public int? Revision { get; set; }

    /// <summary>When the signed paper was uploaded; null while every print bears KONSEP.</summary>
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>The plan in one sentence, or why there is none.</summary>
    public string? Answer { get; set; }

    public int Stations { get; set; }

    public int Groups { get; set; }

    public int LowerBoundGroups { get; set; }

    public int Officers { get; set; }

    public int Linmas { get; set; }

    public double Seconds { get; set; }

    /// <summary>The files of the plan, zipped; null until it is ready.</summary>
    public byte[]? Files { get; set; }
}
