using System.Collections.Immutable;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// Looks at the candidates of one report together: a report tells of one event, so what is one with a strong candidate is likelier,
/// and what is another event than a strong candidate is less likely. Two who saw different things of one event meet in a third. And
/// who says nothing of the place is known by his like: where those tell of another place than the report, so does he.
/// </summary>
internal static class Company
{
    /// <summary>Below this likelihood a report is no candidate.</summary>
    public const double Worth = 0.01;

    /// <summary>So many of the likeliest are looked at together.</summary>
    public const int Most = 64;

    /// <summary>What is no candidate, but would be so likely but for what it says of the place, is looked at beside them.</summary>
    public const double Notable = 0.1;

    /// <summary>So many of these.</summary>
    public const int MostBeside = 64;

    // Of nothing one is surer than this.
    private const double Surest = 0.998;

    /// <summary>What is weighed, in the logarithm of the odds; fitted as <see cref="Likeness.Weights"/> are.</summary>
    public static ImmutableArray<(string Name, double Weight)> Weights { get; } =
    [
        ("in any case", 1.03),
        ("log odds by the two alone", 1.08),
        ("the best that both are likely one with, 0 to 1", 0.76),
        ("all that both are likely one with, together, 0 to 3", 0.13),
        ("the best that the report is likely one with and the candidate is not, 0 to 1", -2.31),
        ("all of those together, 0 to 3", -0.22),
        ("none other is a candidate", -0.03),
        ("log odds by the two alone, where both are likely one with another", -0.57),
        ("log odds by the two alone, where it is likely another event", -0.13),
        ("likely one with another, and likely another event than a third", 1.12),
        ("its share of all the likelihood, 0 to 1", -1.23),
        ("mean log odds of the report with what is likely one with the candidate", 0.33),
        ("the strongest log odds against the report of what is likely one with the candidate", -0.33),
        ("mean log odds of the candidate with what is likely one with the report", 0.13),
        ("all that is likely one with the candidate, 0 to 3", 0.12),
    ];

    /// <summary>Of all that were compared the candidates, the likeliest first, and after them those beside them.</summary>
    /// <param name="compared">With the likelihoods of <see cref="Likeness.Of(Gist, Gist, Ground, double[], out double)"/>.</param>
    /// <param name="candidates">How many are candidates.</param>
    public static List<(T One, double Alone)> Choose<T>(IReadOnlyCollection<(T One, double Alone, double Anywhere)> compared, out int candidates)
    {
        var near = compared.Where(c => c.Alone >= Worth).OrderByDescending(c => c.Alone).Take(Most).ToList();
        candidates = near.Count;
        var beside = compared.Where(c => c.Alone < Worth && c.Anywhere >= Notable).OrderByDescending(c => c.Anywhere).Take(MostBeside);
        return [.. near.Concat(beside).Select(c => (c.One, c.Alone))];
    }

    /// <summary>The likelihood of each candidate, 0 to 1, once all have been looked at.</summary>
    /// <param name="alone">0 to 1, by the two alone: of the candidates, and after them of those beside them.</param>
    /// <param name="between">Of <see cref="Between"/>.</param>
    public static double[] Settle(IReadOnlyList<double> alone, double[,] between)
    {
        var settled = new double[between.GetLength(1)];
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

    /// <summary>Writes what is found of each of <see cref="Weights"/> for one candidate; of the others as for <see cref="Settle"/>.</summary>
    public static void Compare(IReadOnlyList<double> alone, double[,] between, int candidate, Span<double> found)
    {
        // With: both are one with it. Against: the report is, the candidate is not. Kin: by what is one with the candidate.
        var (with, allWith, against, allAgainst) = (0.0, 0.0, 0.0, 0.0);
        var (kin, kinOdds, clash, own, ownOdds) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < alone.Count; k++)
        {
            if (k == candidate) continue;
            var (report, tie, odds) = (alone[k], between[k, candidate], LogOdds(alone[k]));
            (with, allWith) = (Math.Max(with, report * tie), allWith + (report * tie));
            (against, allAgainst) = (Math.Max(against, report * (1 - tie)), allAgainst + (report * (1 - tie)));
            (kin, kinOdds, clash) = (kin + tie, kinOdds + (tie * odds), Math.Max(clash, tie * -odds));
            (own, ownOdds) = (own + report, ownOdds + (report * LogOdds(tie)));
        }

        var itself = LogOdds(alone[candidate]);
        (found[0], found[1], found[2], found[3], found[4], found[5]) = (1, itself, with, Math.Min(3, allWith), against, Math.Min(3, allAgainst));
        (found[6], found[7], found[8], found[9]) = (alone.Count == 1 ? 1 : 0, itself * with, itself * against, with * against);
        found[10] = alone[candidate] / Math.Max(1e-9, alone.Max());
        // One more in each mean, of whom nothing is known: what rests on little is little.
        (found[11], found[12], found[13], found[14]) = (kinOdds / (kin + 1), clash, ownOdds / (own + 1), Math.Min(3, kin));
    }

    /// <summary>Likelihood of each of the members, candidates first, with each candidate: a row for each member, a column for each candidate.</summary>
    public static double[,] Between(IReadOnlyList<Gist> members, int candidates, Ground ground, Func<Gist, Gist, Ground, double> of)
    {
        var between = new double[members.Count, candidates];
        for (var i = 0; i < members.Count; i++)
        {
            for (var j = 0; j < Math.Min(i, candidates); j++)
            {
                between[i, j] = of(members[i], members[j], ground);
                if (i < candidates) between[j, i] = between[i, j];
            }
        }

        return between;
    }

    private static double LogOdds(double likely)
    {
        var kept = Math.Clamp(likely, 1 - Surest, Surest);
        return Math.Log(kept / (1 - kept));
    }
}
