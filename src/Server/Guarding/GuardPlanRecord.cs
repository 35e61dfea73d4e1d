namespace TigaPilar.Server.Guarding;

/// <summary>How far a plan is.</summary>
public enum GuardPlanState : byte
{
    Running = 1,
    Ready = 2,
    Failed = 3,
}

/// <summary>A guard plan made from the stations of one election in one kabupaten, as it was printed.</summary>
public sealed class GuardPlanRecord
{
    public required Guid Id { get; init; }

    public required int ElectionId { get; init; }

    /// <summary>The kabupaten.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Counts up within election and kabupaten, from 1.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Guid? AccountId { get; init; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Request { get; init; }

    public required GuardPlanState State { get; set; }

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
