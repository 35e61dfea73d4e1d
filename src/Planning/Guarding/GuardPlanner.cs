namespace TigaPilar.Planning.Guarding;

/// <summary>Makes guard plans.</summary>
public static class GuardPlanner
{
    public static GuardPlan Solve(
        GuardProblem problem, SearchBudget budget, ulong seed, CancellationToken cancel, int threads = 1) =>
        throw new NotSupportedException();
}
