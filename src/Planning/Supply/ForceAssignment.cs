using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>Sends Linmas to stations and officers to groups, kabupaten by kabupaten and jurisdiction by jurisdiction.</summary>
internal static class ForceAssignment
{
    /// <summary>Who goes where under a plan, and what is missing.</summary>
    /// <param name="problem">The problem; its forces are not null.</param>
    /// <param name="plan">Its groups.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work by <see cref="OperationCanceledException"/>.</param>
    public static ForcePlan Solve(GuardProblem problem, GuardPlan plan, int threads, CancellationToken cancel)
    {
        var forces = problem.Forces ?? throw new ArgumentException("The problem has no forces.", nameof(problem));
        var linmasFlow = new LinmasFlow(problem, plan, forces.Linmas);
        var officerFlow = new OfficerFlow(problem, plan, forces);
        var linmas = new (List<LinmasPosting> Postings, List<Shortage> Shortages)[linmasFlow.KabupatenCount];
        var officers = new (List<OfficerPosting> Postings, Shortage? Shortage)[officerFlow.JurisdictionCount];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(0, linmas.Length, options, k => linmas[k] = linmasFlow.Solve(k));
        Parallel.For(0, officers.Length, options, j => officers[j] = officerFlow.Solve(j));
        return Of(forces, linmas, officers);
    }

    /// <summary>The whole of what was solved kabupaten by kabupaten and jurisdiction by jurisdiction.</summary>
    public static ForcePlan Of(
        GuardForces forces,
        IReadOnlyList<(List<LinmasPosting> Postings, List<Shortage> Shortages)> linmas,
        IReadOnlyList<(List<OfficerPosting> Postings, Shortage? Shortage)> officers) =>
        new(
            [.. linmas.SelectMany(l => l.Postings)],
            [.. officers.SelectMany(o => o.Postings)],
            [.. linmas.SelectMany(l => l.Shortages).OrderBy(s => s.Index)],
            [.. officers.Where(o => o.Shortage is not null).Select(o => o.Shortage!.Value)],
            forces.Linmas.Sum(h => h.Count),
            forces.Police.Sum(h => h.Count) + forces.Bko.Sum(h => h.Count));
}
