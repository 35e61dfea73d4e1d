using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>A polling station (TPS) of one election: the next election has another set.</summary>
public sealed class Station
{
    public required int ElectionId { get; init; }

    /// <summary>Village code and number, 35.08.01.2001.001.</summary>
    public required string Code { get; init; }

    /// <summary>A <i>TPS khusus</i>: prison, hospital, relocation site.</summary>
    public bool Special { get; set; }

    public StationState State { get; set; } = StationState.Planned;

    /// <summary>Where it stands in words, such as a school's name.</summary>
    public string? Place { get; set; }

    /// <summary>Degrees; both or none. Without them the placing rule spreads stations around their village.</summary>
    public double? Latitude { get; set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; set; }

    /// <summary>The station that took over the voters of a merged one.</summary>
    public string? MergedIntoCode { get; set; }
}
