namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Whose list it is.</summary>
public enum DutyKind : byte
{
    /// <summary>TNI on request of the police (BKO); its order is the Dandim's.</summary>
    Tni = 1,

    /// <summary>Satpol PP; its order is the Kasatpol PP's.</summary>
    SatpolPp = 2,
}

/// <summary>How far a list is.</summary>
public enum DutyState : byte
{
    /// <summary>KONSEP: names are entered.</summary>
    Draft = 1,

    /// <summary>Signed by the head of the agency: nothing in it changes any more.</summary>
    InForce = 2,

    /// <summary>Signed once; a revision has taken its place (<i>diganti</i>).</summary>
    Superseded = 3,
}

/// <summary>
/// The people whom TNI or Satpol PP sends for an election in a kabupaten. It belongs to these and to no single plan: a plan
/// that is revised keeps those who help.
/// </summary>
public sealed class DutyRoll
{
    public required Guid Id { get; init; }

    public required DutyKind Kind { get; init; }

    public required int ElectionId { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>1 on: one is a draft at a time, and one is signed.</summary>
    public required int Revision { get; init; }

    public DutyState State { get; set; } = DutyState.Draft;

    /// <summary>Goes up with each change, so that what is changed or signed is what was seen.</summary>
    public int Version { get; set; } = 1;

    public DateTimeOffset? SignedAt { get; set; }

    public Guid? SignedById { get; set; }

    public string? SignedBy { get; set; }

    public string? SignedOffice { get; set; }

    /// <summary>SHA-256 of what was signed, without telephone numbers, which are deleted after the election.</summary>
    public string? Digest { get; set; }

    /// <summary>The registry (TU) gives it, not this program; null until somebody types it.</summary>
    public string? Number { get; set; }
}

/// <summary>One person on a list.</summary>
public sealed class DutyMember
{
    public required Guid Id { get; init; }

    public required Guid RollId { get; init; }

    public required string Name { get; set; }

    public string? Rank { get; set; }

    /// <summary>NRP or NIP, by which one person is one; never NIK.</summary>
    public string? ServiceNumber { get; set; }

    public string? Unit { get; set; }

    /// <summary>Where.</summary>
    public string? Place { get; set; }

    /// <summary>When, in words: <c>H-1 06.00 s.d. H+1</c>.</summary>
    public string? Time { get; set; }

    public string? Phone { get; set; }
}
