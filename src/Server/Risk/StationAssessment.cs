using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Risk;

/// <summary>
/// The class that a named officer gave to a station, with the reason and the last day on which it holds. Only added to: the
/// newest of a station counts, the others are its history. No program raises or lowers a class (domain rules, 9).
/// </summary>
public sealed class StationAssessment
{
    public long Id { get; init; }

    public required int ElectionId { get; init; }

    public required string StationCode { get; init; }

    public required StationClass Class { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last day on which it holds; afterwards the station counts as not assessed and says so.</summary>
    public required DateOnly Until { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }
}
