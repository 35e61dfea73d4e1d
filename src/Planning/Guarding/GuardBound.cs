namespace TigaPilar.Planning.Guarding;

/// <summary>A proved lower bound on the number of groups of any admissible plan.</summary>
public static class GuardBound
{
    /// <summary>Lower bound of each unit summed over the whole problem, given a plan whose group counts let the proof stop early.</summary>
    public static int LowerBoundGroups(GuardProblem problem, GuardPlan plan, CancellationToken cancel, int threads = 1) =>
        throw new NotSupportedException();
}
