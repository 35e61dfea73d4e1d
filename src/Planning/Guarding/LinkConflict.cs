using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Guarding;

/// <summary>Why a link cannot be kept.</summary>
public enum LinkConflictKind
{
    /// <summary>Together, but in two villages (or kecamatan) that no group may cross.</summary>
    AcrossUnits,

    /// <summary>Together, but one of them is <i>khusus</i>, which is always guarded alone.</summary>
    Khusus,

    /// <summary>Apart, but other links put both into one group.</summary>
    TogetherElsewhere,

    /// <summary>Together, but their classes may not share a group.</summary>
    Classes,

    /// <summary>Together, but with all that are linked to them they are more than any pattern holds.</summary>
    TooMany,

    /// <summary>Together, but with all that are linked to them they lie farther apart than any pattern's radius.</summary>
    TooFar,
}

/// <summary>A link that the planner cannot keep.</summary>
/// <param name="Link">Index into <see cref="GuardProblem.Links"/>.</param>
/// <param name="Kind">Why.</param>
public readonly record struct LinkConflict(int Link, LinkConflictKind Kind)
{
    /// <summary>
    /// The links that cannot be kept, each with the first reason that applies, in their order.
    /// <see cref="GuardPlanner.Solve"/> must not be called with such a link. Stations that are linked together must make
    /// an admissible group by themselves: one of them must reach the others within the radius.
    /// </summary>
    public static IReadOnlyList<LinkConflict> Find(GuardProblem problem)
    {
        var conflicts = new List<LinkConflict>();
        var block = new Dictionary<int, HashSet<int>>();
        var rules = GroupRules.Of(problem);
        for (var i = 0; i < problem.Links.Length; i++)
        {
            var link = problem.Links[i];
            if (!link.Together)
                continue;
            var kind = OfPair(problem, link) ?? OfBlock(problem, rules, Join(block, link));
            if (kind is { } found)
                conflicts.Add(new LinkConflict(i, found));
        }

        for (var i = 0; i < problem.Links.Length; i++)
        {
            var link = problem.Links[i];
            if (!link.Together && (link.A == link.B || (block.TryGetValue(link.A, out var members) && members.Contains(link.B))))
                conflicts.Add(new LinkConflict(i, LinkConflictKind.TogetherElsewhere));
        }

        return [.. conflicts.OrderBy(c => c.Link)];
    }

    private static LinkConflictKind? OfPair(GuardProblem problem, StationLink link)
    {
        var (a, b) = (problem.Stations[link.A], problem.Stations[link.B]);
        if (a.Class == StationClass.Khusus || b.Class == StationClass.Khusus)
            return LinkConflictKind.Khusus;
        return Units.UnitOf(problem, a) == Units.UnitOf(problem, b) ? null : LinkConflictKind.AcrossUnits;
    }

    private static HashSet<int> Join(Dictionary<int, HashSet<int>> block, StationLink link)
    {
        var joined = block.GetValueOrDefault(link.A) ?? [link.A];
        joined.UnionWith(block.GetValueOrDefault(link.B) ?? [link.B]);
        foreach (var station in joined)
            block[station] = joined;
        return joined;
    }

    private static LinkConflictKind? OfBlock(GuardProblem problem, GroupRules rules, HashSet<int> block)
    {
        var mix = block.Aggregate(0, (mask, s) => mask | 1 << (int)problem.Stations[s].Class);
        var possible = rules.Of(mix);
        if (possible.Length == 0)
            return LinkConflictKind.Classes;
        possible = [.. possible.Where(r => block.Count <= r.Capacity)];
        if (possible.Length == 0)
            return LinkConflictKind.TooMany;
        var radius = possible.Max(r => problem.Patterns[r.Pattern].RadiusMetres ?? double.PositiveInfinity);
        // A third station between them might reach all; a group that stands only as long as that one stays is no promise.
        return block.Any(c => block.All(s => c == s || problem.MetresBetween(c, s) <= radius + GeoPoint.EqualMetres))
            ? null
            : LinkConflictKind.TooFar;
    }
}
