using System.Diagnostics;
using System.Globalization;
using TigaPilar.Planning;
using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Bench;

/// <summary>
/// The capacitated p-median set of Osman and Christofides (pmedcap01 to 20), solved by the guard plan's own local
/// search. Distances are Euclidean and truncated to whole numbers, as the set has them.
/// </summary>
internal static class PmedcapBench
{
    private const double RoundsPerItem = 2_000;

    public static void Run(BenchReport report, string shared)
    {
        var table = report.Table(2, "instance", "customers/medians", "published", "ours", "ratio", "seconds");
        report.Note("distances truncated to whole numbers; published values are the limit; 2,000 rounds per customer, seed 1, 1 thread");
        var ratios = new List<double>();
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "instances", "pmedcap"), "pmedcap*.txt").Order(StringComparer.Ordinal))
        {
            var watch = Stopwatch.StartNew();
            var (published, ours, medians, customers) = Solve(file, RoundsPerItem, seed: 1);
            var ratio = (double)ours / published;
            ratios.Add(ratio);
            table.Row(
                Path.GetFileNameWithoutExtension(file),
                $"{customers}/{medians}",
                $"{published}",
                $"{ours}",
                $"{ratio:F4}",
                $"{watch.Elapsed.TotalSeconds:F2}");
        }

        report.AtMost("mean ratio to the published values over 20 instances", ratios.Average(), 1.01, "F5");
        report.Goal("instances", "20", $"{ratios.Count}", ratios.Count == 20);
    }

    /// <summary>One instance: its published best value, and ours.</summary>
    private static (int Published, long Ours, int Medians, int Customers) Solve(string file, double roundsPerItem, ulong seed)
    {
        var numbers = File.ReadLines(file)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => int.Parse(t, CultureInfo.InvariantCulture)).ToArray())
            .Where(l => l.Length > 0).ToArray();
        var published = numbers[0][1];
        var (n, medians, capacity) = (numbers[1][0], numbers[1][1], numbers[1][2]);
        var points = numbers[2..(2 + n)];
        var legs = new Leg[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                double dx = points[i][1] - points[j][1], dy = points[i][2] - points[j][2];
                var distance = (int)Math.Sqrt(dx * dx + dy * dy);
                legs[i * n + j] = new Leg(distance, distance);
            }
        }

        var places = points.Select(p => Planning.Geometry.HilbertCurve.PlaceOf(p[1] * 500, p[2] * 500)).ToArray();
        var sweep = Enumerable.Range(0, n).ToArray();
        Array.Sort(places, sweep);
        var instance = new StarInstance
        {
            ItemCount = n,
            Rules = GroupRules.Single(new GroupRule(capacity, int.MaxValue, 0)),
            Legs = legs,
            Weight = [.. points.Select(p => p[3])],
            Mix = [.. Enumerable.Repeat((byte)1, n)],
            FirstCentre = [.. Enumerable.Range(0, n + 1)],
            Owner = [.. Enumerable.Range(0, n)],
            Sweep = sweep,
            LargestCapacity = capacity,
            LowerBound = medians,
        };
        var solution = StarSearch.Run(instance, (long)(roundsPerItem * n), new SplitMix64(seed), CancellationToken.None);
        if (solution.GroupCount != medians)
            throw new InvalidOperationException($"{file}: {solution.GroupCount} medians instead of {medians}.");
        return (published, solution.Cost, medians, n);
    }
}
