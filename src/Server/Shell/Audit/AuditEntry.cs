namespace TigaPilar.Server.Shell.Audit;

/// <summary>
/// One line of the append-only log: who did what to which thing. Ids and digests only, never a personal value, so that
/// what must be deleted elsewhere can be.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the command line and the program itself.</summary>
    public Guid? AccountId { get; init; }

    public Guid? OfficeId { get; init; }

    /// <summary>What was done, <c>stations.import</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what: an id or a code.</summary>
    public required string Subject { get; init; }

    /// <summary>The area that it concerns, where there is one.</summary>
    public string? AreaCode { get; init; }

    /// <summary>Counts and settings as JSON, without names.</summary>
    public string? Details { get; init; }

    /// <summary>SHA-256 of what changed, in hexadecimal; null where nothing has content.</summary>
    public string? Digest { get; init; }
}
