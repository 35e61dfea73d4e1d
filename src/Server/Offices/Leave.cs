using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>Days on which a holding gives nothing, since its holder is away.</summary>
[GivesRights]
public sealed class Leave
{
    public required Guid Id { get; init; }

    public required Guid HoldingId { get; init; }

    public OfficeHolding? Holding { get; init; }

    public required LeaveKind Kind { get; init; }

    /// <summary>First day, in the office's own zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly To { get; set; }

    /// <summary>In the administrator's words, for the administrator.</summary>
    public string? Reason { get; init; }

    /// <summary>The holding of whoever stands in: another person, the same office, the same days.</summary>
    public Guid? StandInId { get; init; }

    public OfficeHolding? StandIn { get; init; }
}
