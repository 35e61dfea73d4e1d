using Google.OrTools.LinearSolver;

namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// The dual of the star-covering linear program of one component, solved by cutting planes.
/// <para>
/// Proof of the bound. Give every station i a price pᵢ ≥ 0 and let S be the largest sum of prices over all admissible
/// groups. A plan of K groups contains every station exactly once, so Σ pᵢ = Σ over groups of their prices ≤ K·S,
/// hence K ≥ Σ pᵢ / S, and as K is whole, K ≥ ⌈Σ pᵢ / S⌉. The linear program only looks for good prices: the bound is
/// then computed from those prices in whole numbers, with S found exactly by <see cref="StarPricing"/>, so no rounding
/// of the solver can make it wrong. Links are left out: they only forbid groups, so the bound stays a bound.
/// </para>
/// </summary>
internal static class StarDual
{
    private const long One = 1_000_000_000;
    // Some tens are usual; the cap only ends what rounding might keep alive. The bound is proved at every round.
    private const int MostRounds = 2_000;

    /// <summary>Lower bound on the groups of one component.</summary>
    /// <param name="pricing">The component.</param>
    /// <param name="largestCapacity">Largest number of stations in a star.</param>
    /// <param name="knownGroups">Groups of a plan that exists: once the bound equals it, nothing is left to prove.</param>
    /// <param name="start">Prices to begin with, in billionths.</param>
    /// <param name="cancel">Ends the work by <see cref="OperationCanceledException"/>.</param>
    public static int Bound(StarPricing pricing, int largestCapacity, int knownGroups, long[] start, CancellationToken cancel)
    {
        using var solver = Solver.CreateSolver("GLOP")
            ?? throw new InvalidOperationException("OR-Tools was built without GLOP.");
        solver.SetSolverSpecificParametersAsString("use_dual_simplex:true");
        var n = pricing.Count;
        var variables = new Variable[n];
        var objective = solver.Objective();
        objective.SetMaximization();
        for (var i = 0; i < n; i++)
        {
            variables[i] = solver.MakeNumVar(0, 1, "");
            objective.SetCoefficient(variables[i], 1);
        }

        var price = start;
        var best = 0;
        var seen = new HashSet<ulong>();
        var members = new int[Math.Min(largestCapacity, n) + 1];
        for (var round = 0; round < MostRounds; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var dearest = AddDearestStars(pricing, price, variables, solver, seen, members, out var added);
            var total = price.Sum();
            best = Math.Max(best, (int)((total + dearest - 1) / dearest));
            // Prices of the optimum sell every star at 1: then the program and the bound agree.
            if (best >= knownGroups || added == 0 || dearest <= One + One / 1_000_000)
                break;
            if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
                break;
            price = new long[n];
            for (var i = 0; i < n; i++)
                price[i] = (long)Math.Round(Math.Clamp(variables[i].SolutionValue(), 0, 1) * One);
            // The program knows only some of the stars, so its value is at least the optimum: no more to be had.
            if ((int)Math.Ceiling(solver.Objective().Value() - 1e-6) <= best)
                break;
        }

        return best;
    }

    /// <summary>Adds a constraint for each star that is too dear at these prices; returns the dearest sum of all.</summary>
    private static long AddDearestStars(
        StarPricing pricing, long[] price, Variable[] variables, Solver solver, HashSet<ulong> seen, int[] members, out int added)
    {
        pricing.Order(price);
        long dearest = 1;
        added = 0;
        for (var centre = 0; centre < pricing.Count; centre++)
        {
            for (var mode = 0; mode < pricing.ModeCount; mode++)
            {
                var (sum, count) = pricing.Dearest(centre, mode, price, members);
                if (count == 0)
                    continue;
                dearest = Math.Max(dearest, sum);
                if (sum <= One + One / 1_000_000 || !seen.Add(Signature(members.AsSpan(0, count))))
                    continue;
                var constraint = solver.MakeConstraint(double.NegativeInfinity, 1);
                for (var m = 0; m < count; m++)
                    constraint.SetCoefficient(variables[members[m]], 1);
                added++;
            }
        }

        return dearest;
    }

    /// <summary>Sum of well-mixed numbers: the same for the same members in any order.</summary>
    private static ulong Signature(ReadOnlySpan<int> members)
    {
        ulong signature = 0;
        foreach (var member in members)
            signature += new SplitMix64((ulong)member).NextUInt64();
        return signature;
    }
}
