using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>
/// A phone that its holder signs in on with six digits. The phone keeps a secret, the head keeps the digits: together
/// they are two factors, and neither is of use without the other.
/// </summary>
[GivesRights(nameof(RevokedAt), nameof(FailedCount))]
public sealed class Device
{
    /// <summary>So many wrong PINs lock the phone until there is a new link.</summary>
    public const int MostFailures = 5;

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the secret in the phone's cookie, hexadecimal.</summary>
    public required string SecretDigest { get; init; }

    public required string PinHash { get; init; }

    /// <summary>Such as <c>HP Android</c>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Wrong PINs since the last right one.</summary>
    public int FailedCount { get; set; }

    public bool IsLocked => FailedCount >= MostFailures;
}
