using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>Sends people under a new plan so that as few as possible of those who had a place get another.</summary>
internal static class Reassignment
{
    /// <summary>Who goes where; <paramref name="before"/> says which number each group had in the earlier plan.</summary>
    public static ForcePlan Solve(
        GuardProblem problem, GuardPlan plan, EarlierPlan earlier, ImmutableArray<int> before, CancellationToken cancel)
    {
        var forces = problem.Forces ?? throw new ArgumentException("The problem has no forces.", nameof(problem));
        var now = PostingChanges.NumbersNow(before);
        var stoodAtStation = earlier.Linmas.Where(p => p.Station >= 0 && p.Home >= 0).ToLookup(p => p.Station);
        var stoodAtGroup = earlier.Officers.Where(p => p.Home >= 0 && now.ContainsKey(p.Group)).ToLookup(p => now[p.Group]);
        var linmasFlow = new LinmasFlow(problem, plan, forces.Linmas);
        var officerFlow = new OfficerFlow(problem, plan, forces);
        var linmas = new List<(List<LinmasPosting> Postings, List<Shortage> Shortages)>();
        for (var k = 0; k < linmasFlow.KabupatenCount; k++)
        {
            cancel.ThrowIfCancellationRequested();
            linmas.Add(linmasFlow.SolveKeeping(k, stoodAtStation));
        }

        var officers = new List<(List<OfficerPosting> Postings, Shortage? Shortage)>();
        for (var j = 0; j < officerFlow.JurisdictionCount; j++)
        {
            cancel.ThrowIfCancellationRequested();
            officers.Add(officerFlow.SolveKeeping(j, stoodAtGroup));
        }

        return ForceAssignment.Of(forces, linmas, officers);
    }
}
