using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>
/// Plans of a handful of stations against the best of all partitions. The search promises no optimum, so these problems
/// are the same in every run: a change that loses one of them shows, and chance never does.
/// </summary>
public class BruteForceTests
{
    private const int Problems = 1500;

    private static readonly ProblemGen Tiny = new(mostStations: 8, tiny: true);

    [Fact]
    public void FewStationsAreGroupedIntoTheFewestGroups() => ForAll(problem =>
    {
        var (groups, found) = (BruteForce.Best(problem).Groups, Solve(problem).Groups.Length);
        return found == groups ? null : $"{found} groups where {groups} suffice";
    });

    [Fact]
    public void FewestGroupsOfFewStationsTravelTheLeast() => ForAll(problem =>
    {
        var best = BruteForce.Best(problem);
        var plan = Solve(problem);
        if (plan.Groups.Length != best.Groups)
            return null;
        // The search counts in whole millimetres: plans that differ by less than one a leg are equal to it.
        var most = best.Travel * (1 + 1e-6) + 0.001 * problem.Stations.Length;
        return plan.TravelMetres >= best.Travel - 1e-4 && plan.TravelMetres <= most
            ? null
            : $"{plan.TravelMetres} m of travel, the least is {best.Travel} m";
    });

    [Fact]
    public void LowerBoundIsNeverAboveTheBestPartition() => ForAll(problem =>
    {
        var (groups, plan) = (BruteForce.Best(problem).Groups, Solve(problem));
        var bound = GuardBound.LowerBoundGroups(problem, plan, TestContext.Current.CancellationToken);
        return bound >= 1 && bound <= groups ? null : $"the bound is {bound}, {groups} groups suffice";
    });

    private static void ForAll(Func<GuardProblem, string?> faultOf)
    {
        for (var i = 0; i < Problems; i++)
        {
            var seed = SplitMix64.Stream(2024, (ulong)i).NextUInt64();
            var problem = Tiny.Generate(new PCG(1, seed), null, out _);
            if (faultOf(problem) is { } fault)
                Assert.Fail($"Problem {i}: {fault}\n{ProblemText.Of(problem)}");
        }
    }

    private static GuardPlan Solve(GuardProblem problem) =>
        GuardPlanner.Solve(problem, SearchBudget.Standard, 1, TestContext.Current.CancellationToken);
}
