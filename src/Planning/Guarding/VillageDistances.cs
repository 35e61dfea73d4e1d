using System.Collections.Frozen;

namespace TigaPilar.Planning.Guarding;

/// <summary>
/// Ways between villages that somebody timed, since a straight line lies in mountains. Stations of two such villages are
/// as far apart as the minutes say, both for the radius and for travel; all others are as far apart as the line is long.
/// </summary>
public sealed class VillageDistances
{
    /// <summary>What a minute counts for: 30 km an hour.</summary>
    public const double MetresPerMinute = 500;

    private readonly FrozenDictionary<(int, int), double> _metres;

    /// <summary>Keeps the ways; each is the same both ways.</summary>
    /// <param name="ways">Two different villages by index, and the minutes between them, 0 or more; a pair once.</param>
    public VillageDistances(IEnumerable<(int A, int B, double Minutes)> ways) =>
        _metres = ways.ToFrozenDictionary(w => Pair(w.A, w.B), w => w.Minutes * MetresPerMinute);

    /// <summary>Pairs of villages with minutes.</summary>
    public int Count => _metres.Count;

    /// <summary>Metres that the minutes between two villages count for; null where nobody timed them, or they are one village.</summary>
    public double? Between(int a, int b) => _metres.TryGetValue(Pair(a, b), out var metres) ? metres : null;

    private static (int, int) Pair(int a, int b) => (Math.Min(a, b), Math.Max(a, b));
}
