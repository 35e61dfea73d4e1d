using TigaPilar.Planning;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Bench;

/// <summary>A station moved by hand to a group near it, and the answer what that does: on a large kabupaten, many times.</summary>
internal static class HandChange
{
    // Kabupaten Pasuruan: 4,505 stations.
    private const string Kabupaten = "35.14";
    private const int Moves = 200;

    public static void Run(BenchReport report, NationData nation)
    {
        var problem = nation.Problem(GroupingUnit.Kecamatan, Kabupaten);
        var name = $"change by hand, {problem.Stations.Length:N0} stations";
        var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, CancellationToken.None, 2);
        var random = new SplitMix64(1);
        var table = report.Table(1, "answer", "allowed", "refused", "p50 ms", "p95 ms", "slowest ms");
        var seconds = new List<double>();
        var refused = 0;
        // A refusal is known at once, so only moves that are allowed are timed; the first few only compile.
        for (var allowed = -20; allowed < Moves;)
        {
            var station = random.Next(problem.Stations.Length);
            var target = Near(problem, plan, station, random.Next(6));
            var (verdict, took) = GuardBench.Timed(() => MoveStation.Evaluate(problem, plan, station, target));
            if (verdict.IsAllowed && ++allowed > 0)
                seconds.Add(took);
            refused += verdict.IsAllowed || allowed < 0 ? 0 : 1;
        }

        seconds.Sort();
        var p95 = seconds[Moves * 95 / 100 - 1];
        table.Row(name, $"{Moves}", $"{refused}", $"{1e3 * seconds[Moves / 2 - 1]:F1}", $"{1e3 * p95:F1}", $"{1e3 * seconds[^1]:F1}");
        report.AtMost($"{name}, p95", 1e3 * p95, 300, "F1", " ms");
    }

    /// <summary>The group of the unit whose centre is the so-manieth nearest to the station; the farthest of them is a new one.</summary>
    private static int? Near(GuardProblem problem, GuardPlan plan, int station, int rank)
    {
        var kecamatan = problem.Villages[problem.Stations[station].Village].Kecamatan;
        var near = Enumerable.Range(0, plan.Groups.Length)
            .Where(g => g != plan.GroupOfStation[station] && problem.Villages[problem.Stations[plan.Groups[g].Medoid].Village].Kecamatan == kecamatan)
            .OrderBy(g => problem.MetresBetween(station, plan.Groups[g].Medoid)).Take(5).ToArray();
        return rank < near.Length ? near[rank] : null;
    }
}
