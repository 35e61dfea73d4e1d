using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Incidents.Triage;

namespace TigaPilar.Bench.Duplicates;

/// <summary>
/// Finds the weights of <see cref="Likeness"/> from pairs whose truth is known: logistic regression by Newton's method with a
/// little ridge, on the natural share of true pairs, without what is held out.
/// </summary>
internal static class WeightFit
{
    private const int Rounds = 20;
    private const double Ridge = 1;

    public static void Print(TextWriter to, string sample, IReadOnlyList<ulong> seeds)
    {
        var (villages, pairs) = (Places.Read(sample), new List<(double[] Found, bool One)>());
        var (ground, missed, all) = (Ground(villages), 0, new List<(List<ToldReport> Told, List<Gist> Gists)>());
        foreach (var seed in seeds)
        {
            var told = new ToldReports(villages, seed, all: false).Make(DuplicatesBench.Reports, DuplicatesBench.Days);
            var gists = told.ConvertAll(t => Gist.Of(t.What, t.Where, t.AreaCode, t.Place, t.At, ground));
            all.Add((told, gists));
            for (var i = 0; i < told.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var found = new double[Likeness.Weights.Length];
                    if (Likeness.Compare(gists[i], gists[j], ground, found)) pairs.Add((found, told[i].Event == told[j].Event));
                    else if (told[i].Event == told[j].Event) missed++;
                }
            }
        }

        var true_ = pairs.Count(p => p.One) + missed;
        to.WriteLine($"{pairs.Count} pairs compared, {true_} are true, {missed} of them were not compared at all");
        var weights = Fit(pairs);
        Print(to, Likeness.Weights, weights);
        Lines(to, pairs, weights, true_);
        // Then the candidates of a report together, by those weights.
        var company = new List<(double[] Found, bool One)>();
        foreach (var (told, gists) in all)
        {
            for (var i = 0; i < told.Count; i++)
            {
                var compared = Enumerable.Range(0, i).Select(j => (One: j, Alone: Likeness.Of(gists[i], gists[j], ground, weights, out var anywhere), Anywhere: anywhere)).ToList();
                var members = Company.Choose(compared, out var candidates);
                var (alone, between) = (members.ConvertAll(m => m.Alone), Company.Between(members.ConvertAll(m => gists[m.One]), candidates, ground, (a, b, on) => Likeness.Of(a, b, on, weights, out _)));
                for (var c = 0; c < candidates; c++)
                {
                    var found = new double[Company.Weights.Length];
                    Company.Compare(alone, between, c, found);
                    company.Add((found, told[i].Event == told[members[c].One].Event));
                }
            }
        }

        var together = Fit(company);
        Print(to, Company.Weights, together);
        Lines(to, company, together, true_);
    }

    private static double Likely(double[] found, double[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < found.Length; i++) sum += found[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static void Print(TextWriter to, ImmutableArray<(string Name, double Weight)> names, double[] weights)
    {
        for (var i = 0; i < weights.Length; i++) to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"        (\"{names[i].Name}\", {weights[i]:F2}),"));
    }

    // Where to draw the line.
    private static void Lines(TextWriter to, List<(double[] Found, bool One)> pairs, double[] weights, int true_)
    {
        var scored = pairs.ConvertAll(p => (Score: Likely(p.Found, weights), p.One));
        foreach (var shown in (double[])[0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
        {
            var (offered, right) = (scored.Count(s => s.Score >= shown), scored.Count(s => s.Score >= shown && s.One));
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"shown from {shown:F2}: recall {(double)right / true_:F3} precision {(double)right / offered:F3}"));
        }
    }

    public static Ground Ground(ImmutableArray<Village> villages) => new([.. villages.Select(v => (v.Code, (string?)v.Name, (TigaPilar.Planning.Geometry.GeoPoint?)v.At))]);

    private static double[] Fit(List<(double[] Found, bool One)> pairs)
    {
        var n = pairs[0].Found.Length;
        var weights = new double[n];
        for (var round = 0; round < Rounds; round++)
        {
            var (gradient, curve) = (new double[n], new double[n, n]);
            foreach (var (found, one) in pairs)
            {
                var sum = 0.0;
                for (var i = 0; i < n; i++) sum += found[i] * weights[i];
                var likely = 1 / (1 + Math.Exp(-sum));
                var (off, spread) = ((one ? 1 : 0) - likely, likely * (1 - likely));
                for (var i = 0; i < n; i++)
                {
                    if (found[i] == 0) continue;
                    gradient[i] += off * found[i];
                    for (var j = 0; j <= i; j++) curve[i, j] += spread * found[i] * found[j];
                }
            }

            for (var i = 0; i < n; i++)
            {
                gradient[i] -= Ridge * weights[i];
                curve[i, i] += Ridge;
            }

            var step = Solve(curve, gradient);
            for (var i = 0; i < n; i++) weights[i] += step[i];
        }

        return weights;
    }

    // Cholesky; the lower half is given.
    private static double[] Solve(double[,] of, double[] right)
    {
        var n = right.Length;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++) of[j, j] -= of[j, k] * of[j, k];
            of[j, j] = Math.Sqrt(of[j, j]);
            for (var i = j + 1; i < n; i++)
            {
                for (var k = 0; k < j; k++) of[i, j] -= of[i, k] * of[j, k];
                of[i, j] /= of[j, j];
            }
        }

        var x = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= of[i, k] * x[k];
            x[i] /= of[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= of[k, i] * x[k];
            x[i] /= of[i, i];
        }

        return x;
    }
}
