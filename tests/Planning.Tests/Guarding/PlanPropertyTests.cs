using System.Diagnostics;
using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>What holds for every plan of every problem.</summary>
public class PlanPropertyTests
{
    private static readonly Gen<GuardProblem> Problems = new ProblemGen(40);

    [Fact]
    public void NoPlanBreaksARule() => Sample(800, problem =>
        Assert.Empty(PlanChecker.Violations(problem, Solve(problem, SearchBudget.Quick))));

    [Fact]
    public void NoPlanBreaksARuleAfterALongSearch() => Sample(120, problem =>
        Assert.Empty(PlanChecker.Violations(problem, Solve(problem, SearchBudget.Standard))));

    [Fact]
    public void PlanIsTheSameAgainAndOnTwoThreads() => Sample(200, problem =>
    {
        var plan = Written(Solve(problem, SearchBudget.Quick));
        Assert.Equal(plan, Written(Solve(problem, SearchBudget.Quick)));
        Assert.Equal(plan, Written(Solve(problem, SearchBudget.Quick, threads: 2)));
    });

    // Long enough that a unit is searched from three starts.
    [Fact]
    public void PlanOfALongSearchIsTheSameOnTwoThreads() => Sample(60, problem =>
        Assert.Equal(
            Written(Solve(problem, SearchBudget.Standard)),
            Written(Solve(problem, SearchBudget.Standard, threads: 2))));

    [Fact]
    public void LowerBoundIsNeverAboveAPlan() => Sample(400, problem =>
    {
        var plan = Solve(problem, SearchBudget.Standard);
        var bound = GuardBound.LowerBoundGroups(problem, plan, TestContext.Current.CancellationToken);
        Assert.InRange(bound, 1, plan.Groups.Length);
        Assert.Equal(bound, GuardBound.LowerBoundGroups(problem, plan, TestContext.Current.CancellationToken, threads: 2));
    });

    [Fact]
    public void ForcesNeverChangeTheGroups() => Sample(100, problem =>
        Assert.Equal(
            Written(Solve(problem with { Forces = null }, SearchBudget.Quick)),
            Written(Solve(problem, SearchBudget.Quick) with { Forces = null })));

    [Fact]
    public void CancelledPlanIsNeverBegun()
    {
        var problem = Problems.Single();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            GuardPlanner.Solve(problem, SearchBudget.Quick, 1, new CancellationToken(canceled: true)));
        var plan = Solve(problem, SearchBudget.Quick);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            GuardBound.LowerBoundGroups(problem, plan, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void CancellingEndsALongSearchWithinTwoSeconds(int threads)
    {
        var problem = Field.Grid(side: 20, metres: 700, radius: 1500);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var clock = Stopwatch.StartNew();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            GuardPlanner.Solve(problem, new SearchBudget(1e7), 1, cancel.Token, threads));
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2.3));
    }

    /// <summary>One thread: the properties are many and the machine is others' too.</summary>
    private static void Sample(int times, Action<GuardProblem> holds) =>
        Problems.Sample(holds, iter: times, threads: 1, print: ProblemText.Of);

    private static GuardPlan Solve(GuardProblem problem, SearchBudget budget, int threads = 1) =>
        GuardPlanner.Solve(problem, budget, 1, TestContext.Current.CancellationToken, threads);

    /// <summary>Every number of a plan to its last bit.</summary>
    private static string Written(GuardPlan plan)
    {
        var groups = plan.Groups.Select(g =>
            $"{string.Join(' ', g.Stations)} m{g.Medoid} t{BitConverter.DoubleToInt64Bits(g.TravelMetres)} {g.Pattern}");
        if (plan.Forces is not { } f)
            return string.Join('\n', groups);
        var rows = f.Linmas.Select(p => p.ToString()).Concat(f.Officers.Select(p => p.ToString()))
            .Concat(f.LinmasShortages.Select(s => s.ToString())).Concat(f.PoliceShortages.Select(s => s.ToString()));
        return string.Join('\n', groups.Concat(rows));
    }
}
