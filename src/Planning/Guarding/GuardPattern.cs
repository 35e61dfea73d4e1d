namespace TigaPilar.Planning.Guarding;

/// <summary>
/// Vulnerability of a polling station as the police class it (Polda Lampung 2024). The order is the order of
/// severity; <see cref="Khusus"/> (prison, hospital, relocation site) is a kind of its own and always guarded alone.
/// </summary>
public enum StationClass : byte
{
    KurangRawan,
    Rawan,
    SangatRawan,
    Khusus,
}

/// <summary>
/// How stations of one class are guarded (<i>pola pengamanan TPS</i>): named numbers, never a string such as
/// "2-12-24", since the order of its digits differs by year and region.
/// </summary>
/// <param name="Class">The class that the pattern serves.</param>
/// <param name="Officers">Police officers of one group, at least 1.</param>
/// <param name="MaxStations">Most stations of one group, at least 1.</param>
/// <param name="MinStations">Fewest stations that the rule speaks of; a smaller group is warned about, never forbidden.</param>
/// <param name="LinmasPerStation">Linmas at one station, 0 or more; each station's need is rounded up. By rule 2.</param>
/// <param name="RadiusMetres">Farthest a station may lie from its group's medoid, in metres; null is no limit.</param>
public sealed record GuardPattern(
    StationClass Class,
    int Officers,
    int MaxStations,
    int? MinStations = null,
    decimal LinmasPerStation = 2,
    int? RadiusMetres = null)
{
    /// <summary>Whole persons of Linmas that one station needs under this pattern.</summary>
    public int LinmasOfOneStation => (int)decimal.Ceiling(LinmasPerStation);
}
