using System.Runtime.CompilerServices;

namespace TigaPilar.Planning.Guarding.Search;

/// <summary>One way in which a group is admissible: at most <paramref name="Capacity"/> of weight within the radius.</summary>
/// <param name="Capacity">Most weight of a group (stations; demand in the p-median benchmark).</param>
/// <param name="Radius">Farthest member from the centre, in the instance's distance unit; MaxValue is none.</param>
/// <param name="Pattern">Index of the pattern that it came from.</param>
internal readonly record struct GroupRule(int Capacity, int Radius, int Pattern)
{
    /// <summary>Constraint: a group holds no more than its pattern's most stations.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Holds(int weight) => weight <= Capacity;

    /// <summary>Constraint: no member lies farther from the centre than its pattern's radius.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Reaches(int distance) => distance <= Radius;
}

/// <summary>
/// Which mixes of classes may share a group, and under which rules. A mix is a bit mask of classes 0 to 2
/// (<see cref="StationClass.Khusus"/> never enters the search: it stands alone).
/// </summary>
internal sealed class GroupRules
{
    private readonly GroupRule[][] _byMix = new GroupRule[8][];
    private readonly int[] _mostWeight = new int[8];
    private GroupRule[] _khusus = [];

    /// <summary>Most weight that a group of this mix can ever reach, more classes joining it or not.</summary>
    public int MostWeight(int mix) => _mostWeight[mix];

    /// <summary>Rules of a mix in the order in which they are tried; empty where the mix is forbidden.</summary>
    public GroupRule[] Of(int mix) => _byMix[mix];

    /// <summary>Rules of groups whose highest class is this one.</summary>
    public GroupRule[] OfHighest(StationClass highest) =>
        highest == StationClass.Khusus ? _khusus : _byMix[1 << (int)highest];

    /// <summary>One rule for items of a single class (the p-median benchmark).</summary>
    public static GroupRules Single(GroupRule rule)
    {
        var rules = new GroupRules();
        Array.Fill(rules._byMix, []);
        rules._byMix[1] = [rule];
        rules.SetMostWeights();
        return rules;
    }

    /// <summary>
    /// The rules of the field: a group follows a pattern of its highest class, lower classes fill it only where
    /// allowed, and of several patterns the one with the fewest officers that covers it is taken.
    /// </summary>
    public static GroupRules Of(GuardProblem problem)
    {
        var rules = new GroupRules();
        for (var mix = 0; mix < 8; mix++)
        {
            rules._byMix[mix] = IsMixAllowed(mix, problem.FillRawan, problem.FillSangatRawan)
                ? PatternsOf(problem, (StationClass)int.Log2(mix))
                : [];
        }

        rules.SetMostWeights();
        rules._khusus = PatternsOf(problem, StationClass.Khusus);
        return rules;
    }

    /// <summary>Patterns of one class, fewest officers first, then the tightest that covers, then as given.</summary>
    private static GroupRule[] PatternsOf(GuardProblem problem, StationClass highest) =>
    [
        .. problem.Patterns.Select((pattern, index) => (pattern, index))
            .Where(p => p.pattern.Class == highest)
            .OrderBy(p => p.pattern.Officers)
            .ThenBy(p => p.pattern.MaxStations)
            .ThenBy(p => p.pattern.RadiusMetres ?? int.MaxValue)
            .ThenBy(p => p.index)
            .Select(p => new GroupRule(p.pattern.MaxStations, RadiusMillimetres(p.pattern), p.index)),
    ];

    internal static bool IsMixAllowed(int mix, bool fillRawan, bool fillSangatRawan) => mix switch
    {
        0b001 or 0b010 or 0b100 => true,
        0b011 => fillRawan,
        0b101 or 0b110 or 0b111 => fillSangatRawan,
        _ => false,
    };

    private void SetMostWeights()
    {
        for (var mix = 0; mix < 8; mix++)
        {
            for (var wider = 1; wider < 8; wider++)
            {
                if ((wider & mix) != mix)
                    continue;
                foreach (var rule in _byMix[wider])
                    _mostWeight[mix] = Math.Max(_mostWeight[mix], rule.Capacity);
            }
        }
    }

    private static int RadiusMillimetres(GuardPattern pattern) =>
        pattern.RadiusMetres is { } metres and < int.MaxValue / 1000 ? metres * 1000 : int.MaxValue;
}
