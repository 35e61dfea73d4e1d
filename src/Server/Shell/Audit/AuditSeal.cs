namespace TigaPilar.Server.Shell.Audit;

/// <summary>An entry that was saved and has no place in the chain yet; the sequencer takes it away with the seal.</summary>
public sealed class AuditPending
{
    public long EntryId { get; init; }

    public AuditEntry? Entry { get; init; }
}

/// <summary>The place of an entry in the chain. Each hash covers its entry and the hash before: nothing can change unseen.</summary>
public sealed class AuditSeal
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public required long Position { get; init; }

    public required long EntryId { get; init; }

    /// <summary><see cref="AuditChain.Hash"/> in hexadecimal.</summary>
    public required string Hash { get; init; }
}

/// <summary>
/// The end of the chain on a day, signed with a key outside the database. A chain alone does not show that its tail was
/// cut off or that it was made anew: what was exported does.
/// </summary>
public sealed class AuditHead
{
    public required long Position { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Public key, SubjectPublicKeyInfo, base 64.</summary>
    public required string Key { get; init; }

    /// <summary>ECDSA over P-256 with SHA-256, base 64.</summary>
    public required string Signature { get; init; }
}
