namespace TigaPilar.Server.Guarding.Signing;

/// <summary>
/// That the head of the Polres stood up for a plan, signed in anew for it. An attestation inside the program: the paper with
/// the registry's number and the ink is the Sprin.
/// </summary>
public sealed class PlanSignature
{
    public required Guid PlanId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public string? Rank { get; init; }

    public required string Office { get; init; }

    /// <summary>The registry (TU) gives it, not this program; null until somebody types it.</summary>
    public string? Number { get; set; }

    /// <summary>SHA-256 of what was signed (<see cref="PlanDigest"/>), hexadecimal.</summary>
    public required string Digest { get; init; }
}
