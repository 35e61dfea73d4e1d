namespace TigaPilar.Server.Risk.Totals;

/// <summary>
/// The totals of a kabupaten as they stood on a day, which an officer of Polri released for the public. The newest of an election
/// and a kabupaten counts, unless it was withdrawn: then nothing is public, and no earlier one comes back.
/// </summary>
public sealed class ClassRelease
{
    public long Id { get; init; }

    public required int ElectionId { get; init; }

    /// <summary>The kabupaten.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The offices' day on which the totals stood so.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then; for offices.</summary>
    public required string By { get; init; }

    /// <summary>The office alone: what the public reads.</summary>
    public required string Office { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawnReason { get; set; }

    public List<ReleasedTotals> Totals { get; init; } = [];
}

/// <summary>One kecamatan of a release.</summary>
public sealed class ReleasedTotals
{
    public long ReleaseId { get; init; }

    /// <summary>Code of the kecamatan.</summary>
    public required string AreaCode { get; init; }

    public required int Stations { get; init; }

    public required int KurangRawan { get; init; }

    public required int Rawan { get; init; }

    public required int SangatRawan { get; init; }

    public required int Khusus { get; init; }
}
