using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>
/// A pattern that an authority set for a kabupaten, with the day from which it holds and the order that says so. Only added to
/// or withdrawn with a reason: what an earlier plan was made by stays readable. Rows of one class and day stand side by side.
/// </summary>
public sealed class PatternEntry
{
    public required Guid Id { get; init; }

    /// <summary>The kabupaten.</summary>
    public required string AreaCode { get; init; }

    /// <summary>The class of stations that it is for.</summary>
    public required StationClass For { get; init; }

    /// <summary>Officers of a group, at least 1.</summary>
    public required int Officers { get; init; }

    /// <summary>Most stations of a group, at least 1.</summary>
    public required int MaxStations { get; init; }

    /// <summary>Fewest, as a warning; null is none.</summary>
    public int? MinStations { get; init; }

    /// <summary>Linmas at one station; a decimal is rounded up station by station.</summary>
    public required decimal LinmasPerStation { get; init; }

    /// <summary>Metres from the group's middle; null is no limit.</summary>
    public int? RadiusMetres { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required string LegalBasis { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }

    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnReason { get; set; }

    internal PatternRow Row => new(new GuardPattern(For, Officers, MaxStations, MinStations, LinmasPerStation, RadiusMetres), EffectiveFrom, LegalBasis);
}
