using System.Buffers;
using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Guarding;

/// <summary>A proved lower bound on the number of groups of any admissible plan.</summary>
public static class GuardBound
{
    /// <summary>
    /// Sum over all components of the larger of two bounds: what the capacities of the classes allow, and the
    /// rounded-up dual of the star-covering linear program. A component is a set of stations of one unit that chains of
    /// steps within the radius connect; no group reaches across two. <i>Khusus</i> stations count one each.
    /// </summary>
    /// <param name="problem">The problem; its links are left out, which keeps the bound a bound.</param>
    /// <param name="plan">Any plan of it: where its number of groups is proved least, the proof stops.</param>
    /// <param name="cancel">Ends the work by <see cref="OperationCanceledException"/>.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    public static int LowerBoundGroups(GuardProblem problem, GuardPlan plan, CancellationToken cancel, int threads = 1)
    {
        var units = new Units(problem);
        var rules = GroupRules.Of(problem);
        var order = units.LargestFirst();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        var total = 0;
        var next = -1;
        Parallel.For(0, threads, options, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < order.Length; i = Interlocked.Increment(ref next))
                Interlocked.Add(ref total, OfUnit(problem, rules, units.StationsOf(order[i]), plan, cancel));
        });
        return total;
    }

    private static int OfUnit(
        GuardProblem problem, GroupRules rules, ReadOnlySpan<int> stations, GuardPlan plan, CancellationToken cancel)
    {
        var searched = new List<int>(stations.Length);
        var bound = 0;
        foreach (var station in stations)
        {
            if (problem.Stations[station].Class == StationClass.Khusus)
                bound++;
            else
                searched.Add(station);
        }

        if (searched.Count == 0)
            return bound;
        var all = searched.ToArray();
        // Most units are proved by their capacities alone, without looking at a distance.
        var capacity = UnitStars.LowerBound(problem, rules, all);
        if (capacity == GroupsIn(plan, all))
            return bound + capacity;
        var instance = UnitStars.Build(problem, rules, all, []);
        var overall = 0;
        foreach (var component in Components(problem, instance, rules, all))
            overall += OfComponent(problem, rules, instance, all, component, plan, cancel);
        ArrayPool<Leg>.Shared.Return(instance.Legs);
        return bound + Math.Max(overall, capacity);
    }

    private static int OfComponent(
        GuardProblem problem,
        GroupRules rules,
        StarInstance instance,
        int[] unit,
        int[] component,
        GuardPlan plan,
        CancellationToken cancel)
    {
        var stations = Array.ConvertAll(component, c => unit[c]);
        var capacity = UnitStars.LowerBound(problem, rules, stations);
        var known = GroupsIn(plan, stations);
        if (capacity >= known)
            return capacity;
        var n = component.Length;
        var distance = new int[n * n];
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
                distance[a * n + b] = instance.Legs[component[a] * instance.ItemCount + component[b]].Distance;
        }

        var classes = Array.ConvertAll(stations, s => (byte)problem.Stations[s].Class);
        var pricing = new StarPricing(n, distance, classes, rules);
        var start = Array.ConvertAll(classes, c => 1_000_000_000L / Math.Max(1, rules.Of(1 << c).Max(r => r.Capacity)));
        return Math.Max(capacity, StarDual.Bound(pricing, instance.LargestCapacity, known, start, cancel));
    }

    /// <summary>[class, class]: farthest that two stations of these classes may lie apart as centre and member; −1 never.</summary>
    private static int[,] Reach(GroupRules rules, int[] classes)
    {
        var reach = new int[3, 3];
        var present = classes.Aggregate(0, (mask, c) => mask | 1 << c);
        for (var a = 0; a < 3; a++)
        {
            for (var b = 0; b < 3; b++)
            {
                // A third station of a higher class may be what the group follows.
                reach[a, b] = Enumerable.Range(0, 3)
                    .Where(highest => (present >> highest & 1) > 0)
                    .SelectMany(highest => rules.Of(1 << highest | 1 << a | 1 << b).Where(_ => highest >= Math.Max(a, b)))
                    .Select(rule => rule.Radius).DefaultIfEmpty(-1).Max();
            }
        }

        return reach;
    }

    private static int GroupsIn(GuardPlan plan, int[] stations) =>
        stations.Select(s => plan.GroupOfStation[s]).Distinct().Count();

    /// <summary>
    /// Connected sets of stations, two being joined where a group may hold both with one of them as its centre: their
    /// classes may share it, and its pattern's radius reaches from one to the other.
    /// </summary>
    private static IEnumerable<int[]> Components(GuardProblem problem, StarInstance instance, GroupRules rules, int[] unit)
    {
        var n = instance.ItemCount;
        var classes = Array.ConvertAll(unit, s => (int)problem.Stations[s].Class);
        var reach = Reach(rules, classes);
        var component = new int[n];
        Array.Fill(component, -1);
        var count = 0;
        var open = new Stack<int>();
        for (var s = 0; s < n; s++)
        {
            if (component[s] >= 0)
                continue;
            component[s] = count;
            open.Push(s);
            while (open.TryPop(out var at))
            {
                for (var other = 0; other < n; other++)
                {
                    if (component[other] < 0 && instance.Legs[at * n + other].Distance <= reach[classes[at], classes[other]])
                    {
                        component[other] = count;
                        open.Push(other);
                    }
                }
            }

            count++;
        }

        return Enumerable.Range(0, n).GroupBy(s => component[s]).Select(g => g.ToArray());
    }
}
