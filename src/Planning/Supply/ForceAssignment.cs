using TigaPilar.Planning.Guarding;
namespace TigaPilar.Planning.Supply;
internal static class ForceAssignment
{
    public static ForcePlan Solve(GuardProblem problem, GuardPlan plan, CancellationToken cancel) => throw new NotSupportedException();
}
