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

    /// <summary>Voters on the list (DPT), as published: dirty figures stay as they are. Null where nobody gave them.</summary>
    public int? Voters { get; set; }

    /// <inheritdoc cref="Voters"/>
    public int? VotersMen { get; set; }

    /// <inheritdoc cref="Voters"/>
    public int? VotersWomen { get; set; }

    /// <summary>Those who came (<i>pengguna hak pilih</i>), as published.</summary>
    public int? Turnout { get; set; }

    /// <inheritdoc cref="Turnout"/>
    public int? TurnoutMen { get; set; }

    /// <inheritdoc cref="Turnout"/>
    public int? TurnoutWomen { get; set; }

    /// <summary>The station that took over the voters of a merged one.</summary>
    public string? MergedIntoCode { get; set; }
}
