using System.Collections.Immutable;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// Looks at the candidates of one report together: a report tells of one event, so what is one with a strong candidate is likelier,
/// and what is another event than a strong candidate is less likely. Two who saw different things of one event meet in a third.
/// </summary>
internal static class Company
{
    /// <summary>Below this a candidate is not looked at again.</summary>
    public const double Worth = 0.01;

    /// <summary>So many of the likeliest are looked at together.</summary>
    public const int Most = 64;

    /// <summary>What is weighed, in the logarithm of the odds; fitted as <see cref="Likeness.Weights"/> are.</summary>
    public static ImmutableArray<(string Name, double Weight)> Weights { get; } =
    [
        ("in any case", 0.40),
        ("log odds by the two alone", 1.16),
        ("the best that both are likely one with, 0 to 1", 1.82),
        ("all that both are likely one with, together, 0 to 3", 0.17),
        ("the best that the report is likely one with and the candidate is not, 0 to 1", -2.49),
        ("all of those together, 0 to 3", -0.29),
        ("none other is a candidate", 0.55),
        ("log odds by the two alone, where both are likely one with another", -0.46),
        ("log odds by the two alone, where it is likely another event", -0.21),
        ("likely one with another, and likely another event than a third", 1.66),
        ("its share of all the likelihood, 0 to 1", -1.31),
    ];

    /// <summary>The likelihood of each candidate, 0 to 1, once all have been looked at.</summary>
    /// <param name="alone">By the two alone: <see cref="Likeness.Of"/>.</param>
    /// <param name="between">Likelihood of each two candidates, symmetric.</param>
    public static double[] Settle(IReadOnlyList<double> alone, double[,] between)
    {
        var settled = new double[alone.Count];
        Span<double> found = stackalloc double[Weights.Length];
        for (var j = 0; j < settled.Length; j++)
        {
            Compare(alone, between, j, found);
            var sum = 0.0;
            for (var i = 0; i < found.Length; i++) sum += found[i] * Weights[i].Weight;
            settled[j] = 1 / (1 + Math.Exp(-sum));
        }

        return settled;
    }

    /// <summary>Writes what is found of each of <see cref="Weights"/> for one candidate.</summary>
    public static void Compare(IReadOnlyList<double> alone, double[,] between, int candidate, Span<double> found)
    {
        var (with, allWith, against, allAgainst) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < alone.Count; k++)
        {
            if (k == candidate) continue;
            var (one, other) = (alone[k] * between[k, candidate], alone[k] * (1 - between[k, candidate]));
            (with, allWith, against, allAgainst) = (Math.Max(with, one), allWith + one, Math.Max(against, other), allAgainst + other);
        }

        var odds = Math.Clamp(alone[candidate], 1e-4, 1 - 1e-4);
        (found[0], found[1], found[2], found[3], found[4], found[5], found[6]) = (1, Math.Log(odds / (1 - odds)), with, Math.Min(3, allWith), against, Math.Min(3, allAgainst), alone.Count == 1 ? 1 : 0);
        (found[7], found[8], found[9], found[10]) = (found[1] * with, found[1] * against, with * against, alone[candidate] / Math.Max(1e-9, alone.Max()));
    }

    /// <summary>Likelihood of each two.</summary>
    public static double[,] Between(IReadOnlyList<Gist> candidates, Ground ground, Func<Gist, Gist, Ground, double> of)
    {
        var between = new double[candidates.Count, candidates.Count];
        for (var i = 0; i < candidates.Count; i++)
        {
            for (var j = 0; j < i; j++) between[i, j] = between[j, i] = of(candidates[i], candidates[j], ground);
        }

        return between;
    }
}
