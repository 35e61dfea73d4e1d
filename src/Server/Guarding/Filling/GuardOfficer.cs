using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>What an officer does in a plan.</summary>
public enum OfficerPart : byte
{
    /// <summary>Guards the stations of one group.</summary>
    Member = 1,

    /// <summary>Controls groups (<i>perwira pengendali</i>).</summary>
    Padal = 2,

    /// <summary>Stands by for one who falls out.</summary>
    Reserve = 3,
}

/// <summary>
/// An officer named on a Polsek's sheet. Whoever falls out stays on the sheet with the reason and the one who came instead.
/// The name may be missing: the plan also works with counts.
/// </summary>
public sealed class GuardOfficer
{
    public required Guid Id { get; init; }

    public required Guid PlanId { get; init; }

    public required Guid SheetId { get; init; }

    public required OfficerPart Part { get; set; }

    /// <summary>The group that a member guards; null for the others.</summary>
    public int? Group { get; set; }

    public string? Name { get; set; }

    public string? Rank { get; set; }

    /// <summary>The service number (NRP), by which one man is one man.</summary>
    public string? ServiceNumber { get; set; }

    /// <summary>Where he comes from: another function of the Polres, BKO; null is the Polsek's own.</summary>
    public string? Unit { get; set; }

    public string? Phone { get; set; }

    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Why he fell out: ill, another order.</summary>
    public string? LeftReason { get; set; }

    /// <summary>Who came instead.</summary>
    public Guid? ReplacedById { get; set; }

    internal GuardOfficer CopyTo(Guid plan, Guid sheet) => new()
    {
        Id = OrderedId.New(), PlanId = plan, SheetId = sheet, Part = Part, Group = Group, Name = Name, Rank = Rank,
        ServiceNumber = ServiceNumber, Unit = Unit, Phone = Phone, LeftAt = LeftAt, LeftReason = LeftReason,
    };
}
