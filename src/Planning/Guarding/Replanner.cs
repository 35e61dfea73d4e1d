using System.Collections.Immutable;
using TigaPilar.Planning.Guarding.Repair;
using TigaPilar.Planning.Guarding.Search;
using TigaPilar.Planning.Supply;

namespace TigaPilar.Planning.Guarding;

/// <summary>Makes a plan from an earlier one after something has changed, so that as little as possible changes with it.</summary>
public static class Replanner
{
    /// <summary>
    /// Keeps every group that is still admissible as it is. Of one that is not, as few stations leave as must; they and
    /// the new stations join, one after the other, the group of their unit that takes them with the fewest officers and
    /// then the least travel more, or open one. Then people are sent by an exact flow: first as many places as possible
    /// are filled (of officers those of a higher class first), then as few persons as possible are reassigned, then as
    /// <see cref="GuardPlanner.Solve"/> would send them. Linmas are spread evenly over the stations of a village last.
    /// </summary>
    /// <param name="problem">
    /// What is to be guarded now. Every class in use has a pattern (else <see cref="ArgumentException"/>), and no link is in
    /// conflict (<see cref="LinkConflict.Find"/>).
    /// </param>
    /// <param name="earlier">What was planned before. Moving a station by hand is a change of its group here.</param>
    /// <param name="cancel">Ends the work by <see cref="OperationCanceledException"/>.</param>
    public static Replanned Replan(GuardProblem problem, EarlierPlan earlier, CancellationToken cancel)
    {
        if (earlier.GroupOfStation.Length != problem.Stations.Length)
            throw new ArgumentException("The earlier plan is told by other stations than the problem's.", nameof(earlier));
        GuardPlanner.RequirePatterns(problem);
        var units = new Units(problem);
        var rules = GroupRules.Of(problem);
        var homes = Homes(problem, earlier.GroupOfStation);
        var found = new List<(GuardGroup Group, int Before)>();
        for (var unit = 0; unit < units.Count; unit++)
        {
            cancel.ThrowIfCancellationRequested();
            var repair = new UnitRepair(problem, rules, units, unit, homes);
            found.AddRange(repair.Run());
        }

        found.Sort((a, b) => a.Group.Stations[0].CompareTo(b.Group.Stations[0]));
        var plan = GuardPlanner.OfGroups(problem, found.Select(f => f.Group));
        var before = found.Select(f => f.Before).ToImmutableArray();
        var result = new Replanned(
            plan, before, UntouchedOf(plan, before, earlier.GroupOfStation), Moved(plan, before, earlier.GroupOfStation),
            [.. Enumerable.Range(0, problem.Stations.Length).Where(s => earlier.GroupOfStation[s] < 0)], Linmas: null, Officers: null);
        if (problem.Forces is null)
            return result;
        var forces = Reassignment.Solve(problem, plan, earlier, before, cancel);
        return result with
        {
            Plan = plan with { Forces = forces },
            Linmas = PostingChanges.OfLinmas(earlier.Linmas, forces.Linmas),
            Officers = PostingChanges.OfOfficers(earlier.Officers, forces.Officers, before),
        };
    }

    /// <summary>
    /// The group that each station comes from. A group that a changed border has cut lives on where most of its stations
    /// are; the others come from nowhere.
    /// </summary>
    private static int[] Homes(GuardProblem problem, ImmutableArray<int> groupBefore)
    {
        var home = groupBefore.ToArray();
        foreach (var group in Enumerable.Range(0, home.Length).Where(s => home[s] >= 0).GroupBy(s => groupBefore[s]))
        {
            var unit = group.CountBy(UnitOf).MaxBy(u => (u.Value, -u.Key)).Key;
            foreach (var station in group.Where(s => UnitOf(s) != unit))
                home[station] = -1;
        }

        return home;

        int UnitOf(int station) => Units.UnitOf(problem, problem.Stations[station]);
    }

    private static int UntouchedOf(GuardPlan plan, ImmutableArray<int> before, ImmutableArray<int> groupBefore)
    {
        var had = groupBefore.Where(g => g >= 0).CountBy(g => g).ToDictionary();
        return Enumerable.Range(0, before.Length).Count(g => before[g] >= 0
            && plan.Groups[g].Stations.All(s => groupBefore[s] == before[g])
            && plan.Groups[g].Stations.Length == had[before[g]]);
    }

    private static ImmutableArray<int> Moved(GuardPlan plan, ImmutableArray<int> before, ImmutableArray<int> groupBefore) =>
    [
        .. Enumerable.Range(0, groupBefore.Length)
            .Where(s => groupBefore[s] >= 0 && before[plan.GroupOfStation[s]] != groupBefore[s]),
    ];
}
