using Microsoft.AspNetCore.Identity;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Accounts;

/// <summary>Something to sign in with. It belongs to a person and gives no right by itself.</summary>
[GivesRights(nameof(SecurityStamp), nameof(ClosedAt), nameof(PledgeVersion))]
public sealed class Account : IdentityUser<Guid>
{
    public required Guid PersonId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Closed accounts can not sign in; they stay, since the audit log names them.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Which text of the pledge of neutrality was given last, and when.</summary>
    public int? PledgeVersion { get; set; }

    public DateTimeOffset? PledgedAt { get; set; }
}

/// <summary>
/// A link by which one person makes an account for an office, or gets back into one. It is shown once; only its digest
/// is kept.
/// </summary>
public sealed class Invitation
{
    public required Guid Id { get; init; }

    /// <summary>The holding that the new account is for.</summary>
    public required Guid HoldingId { get; init; }

    /// <summary>The account to be recovered; null for a new one.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenDigest { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public DateTimeOffset? WithdrawnAt { get; set; }
}
