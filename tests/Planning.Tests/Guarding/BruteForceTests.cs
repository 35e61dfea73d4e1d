using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>Plans of a handful of stations against the best of all partitions.</summary>
public class BruteForceTests
{
    private static readonly Gen<GuardProblem> Tiny = new ProblemGen(8, tiny: true);

    [Fact]
    public void FewStationsAreGroupedIntoTheFewestGroupsWithTheLeastTravel() => Sample(600, problem =>
    {
        var (groups, travel) = BruteForce.Best(problem);
        var plan = Solve(problem);
        Assert.Equal(groups, plan.Groups.Length);
        // The search counts in whole millimetres, so it cannot tell plans apart that differ by less than one a leg.
        Assert.InRange(plan.TravelMetres, travel - 1e-4, travel * (1 + 1e-6) + 0.001 * problem.Stations.Length);
    });

    [Fact]
    public void LowerBoundIsNeverAboveTheBestPartition() => Sample(600, problem =>
    {
        var bound = GuardBound.LowerBoundGroups(problem, Solve(problem), TestContext.Current.CancellationToken);
        Assert.InRange(bound, 1, BruteForce.Best(problem).Groups);
    });

    private static void Sample(int times, Action<GuardProblem> holds) =>
        Tiny.Sample(holds, iter: times, threads: 1, print: ProblemText.Of);

    private static GuardPlan Solve(GuardProblem problem) =>
        GuardPlanner.Solve(problem, SearchBudget.Standard, 1, TestContext.Current.CancellationToken);
}
