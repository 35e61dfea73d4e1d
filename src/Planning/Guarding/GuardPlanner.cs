using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using TigaPilar.Planning.Guarding.Search;
using TigaPilar.Planning.Supply;

namespace TigaPilar.Planning.Guarding;

/// <summary>Makes guard plans: stations into groups, then officers and Linmas to them.</summary>
public static class GuardPlanner
{
    /// <summary>
    /// Partitions the stations into as few admissible groups as the search finds, then with as little travel as it
    /// finds; then sends Linmas and officers by minimum-cost maximum flow, so that shortages are the least possible.
    /// </summary>
    /// <param name="problem">What to plan. Every class in use has a pattern (else <see cref="ArgumentException"/>).</param>
    /// <param name="budget">How long to search, in moves.</param>
    /// <param name="seed">The same seed gives the same plan, whatever <paramref name="threads"/> is.</param>
    /// <param name="cancel">Ends the work by <see cref="OperationCanceledException"/>.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    public static GuardPlan Solve(
        GuardProblem problem, SearchBudget budget, ulong seed, CancellationToken cancel, int threads = 1)
    {
        RequirePatterns(problem);
        var units = new Units(problem);
        var rules = GroupRules.Of(problem);
        var found = new GuardGroup[units.Count][];
        var order = units.LargestFirst();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        // Taken one by one from a shared list: a thread that finishes a small unit takes the next.
        var next = -1;
        Parallel.For(0, threads, options, _ =>
        {
            for (var i = Interlocked.Increment(ref next); i < order.Length; i = Interlocked.Increment(ref next))
            {
                cancel.ThrowIfCancellationRequested();
                found[order[i]] = GroupUnit(problem, rules, units, order[i], budget, seed, cancel);
            }
        });
        return Assemble(problem, found, threads, cancel);
    }

    private static GuardGroup[] GroupUnit(
        GuardProblem problem, GroupRules rules, Units units, int unit, SearchBudget budget, ulong seed, CancellationToken cancel)
    {
        var groups = new List<GuardGroup>();
        var searched = new List<int>();
        foreach (var station in units.StationsOf(unit))
        {
            if (problem.Stations[station].Class == StationClass.Khusus)
                groups.Add(Finish(problem, rules, [station]));
            else
                searched.Add(station);
        }

        if (searched.Count > 0)
        {
            var stations = searched.ToArray();
            var links = units.LinksOf(unit);
            var instance = UnitStars.Build(problem, rules, stations, links);
            var rounds = budget.RoundsOf(stations.Length);
            var solution = StarSearch.Run(instance, rounds, SplitMix64.Stream(seed, units.StreamOf(unit)), cancel);
            var centres = UnitStars.CentreStations(stations, links);
            foreach (var group in solution.Groups)
            {
                if (group.Count > 0)
                    groups.Add(Finish(problem, rules, StationsOf(instance, group, centres)));
            }

            ArrayPool<Leg>.Shared.Return(instance.Legs);
        }

        return [.. groups];
    }

    private static int[] StationsOf(StarInstance instance, StarGroup group, int[] centres)
    {
        var stations = new List<int>(group.Count);
        foreach (var item in group.Items)
        {
            for (var c = instance.FirstCentre[item]; c < instance.FirstCentre[item + 1]; c++)
                stations.Add(centres[c]);
        }

        stations.Sort();
        return [.. stations];
    }

    private static GuardGroup Finish(GuardProblem problem, GroupRules rules, int[] stations) =>
        GroupCover.Of(problem, rules, stations)
        ?? throw new InvalidOperationException("The search returned a group that no pattern covers.");

    private static GuardPlan Assemble(GuardProblem problem, GuardGroup[][] found, int threads, CancellationToken cancel)
    {
        var plan = OfGroups(problem, found.Where(g => g is not null).SelectMany(g => g));
        return problem.Forces is null ? plan : plan with { Forces = ForceAssignment.Solve(problem, plan, threads, cancel) };
    }

    /// <summary>The plan of these groups, in their order and without forces.</summary>
    internal static GuardPlan OfGroups(GuardProblem problem, IEnumerable<GuardGroup> unordered)
    {
        var groups = unordered.OrderBy(g => g.Stations[0]).ToImmutableArray();
        var groupOf = new int[problem.Stations.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var station in groups[g].Stations)
                groupOf[station] = g;
        }

        return new GuardPlan(groups, ImmutableCollectionsMarshal.AsImmutableArray(groupOf), Forces: null);
    }

    internal static void RequirePatterns(GuardProblem problem)
    {
        var missing = problem.Stations.Select(s => s.Class).Distinct()
            .Where(c => problem.Patterns.All(p => p.Class != c)).ToArray();
        if (missing.Length > 0)
            throw new ArgumentException($"No pattern for class {string.Join(", ", missing)}.", nameof(problem));
    }
}
