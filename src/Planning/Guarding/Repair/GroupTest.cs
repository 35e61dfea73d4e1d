using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Guarding.Repair;

/// <summary>Says whether stations of one unit may be one group: classes, number, radius and links that forbid.</summary>
internal sealed class GroupTest(GuardProblem problem, GroupRules rules, StationLink[] links)
{
    private readonly HashSet<(int, int)> _apart =
        [.. links.Where(l => !l.Together).SelectMany(l => new[] { (l.A, l.B), (l.B, l.A) })];

    /// <summary>The group of these stations (ascending), or null where they may not be one.</summary>
    public GuardGroup? Of(int[] stations)
    {
        // Khusus stations stand alone; the group is then whatever their pattern says.
        if (Array.Exists(stations, s => problem.Stations[s].Class == StationClass.Khusus))
            return stations.Length == 1 ? GroupCover.Of(problem, rules, stations) : null;
        return rules.Of(MixOf(stations)).Length == 0 || (_apart.Count > 0 && Apart(stations, stations))
            ? null
            : GroupCover.Of(problem, rules, stations);
    }

    /// <summary>Bit mask of the classes, khusus left out.</summary>
    public int MixOf(ReadOnlySpan<int> stations)
    {
        var mix = 0;
        foreach (var s in stations)
            mix |= (1 << (int)problem.Stations[s].Class) & 7;
        return mix;
    }

    /// <summary>Whether a link forbids that some of these share a group with some of those.</summary>
    public bool Apart(int[] these, int[] those) =>
        _apart.Count > 0 && Array.Exists(these, a => Array.Exists(those, b => _apart.Contains((a, b))));

    /// <summary>Whether so many metres lie within a rule's radius.</summary>
    public bool Within(double metres, GroupRule rule) =>
        problem.Patterns[rule.Pattern].RadiusMetres is not { } radius || metres <= radius + GeoPoint.EqualMetres;
}
