namespace TigaPilar.Server.Guarding.Signing;

/// <summary>
/// The paper with ink, or a file with a certified electronic signature, of a plan that was agreed to inside the program. Only
/// added to: where a better one is uploaded the earlier stays. With the first the order is issued and nothing is KONSEP.
/// </summary>
public sealed class PlanScan
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    /// <summary>The last part of the sender's file name.</summary>
    public required string FileName { get; init; }

    /// <summary>application/pdf, image/jpeg or image/png, as the content shows it.</summary>
    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public required string Digest { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }
}
