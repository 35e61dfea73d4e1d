using System.Diagnostics;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Bench;

/// <summary>All polling stations of the nation in one plan, with both flows.</summary>
internal static class NationBench
{
    public static void Run(BenchReport report, string shared)
    {
        var file = Path.Combine(shared, "data", "national-villages-2024.csv.gz");
        var (nation, readSeconds) = GuardBench.Timed(() => NationData.Load(file));
        report.Columns("unit", "stations", "groups", "travel km", "plan s", "1 thread s", "same plan", "µs/station", "of one kabupaten", "ratio");
        report.Note($"reading and parsing {readSeconds:F2} s; move budget 0.5 rounds per station by village, 1 by kecamatan; patterns, classes and forces as in ./bench guard; 2 threads");
        var bySize = nation.Kabupaten.OrderBy(k => k.Stations).ThenBy(k => k.Code, StringComparer.Ordinal).ToArray();
        var median = bySize[bySize.Length / 2].Code;
        var violations = 0;
        foreach (var (unit, limit, rounds) in new[] { (GroupingUnit.Village, 5.0, 0.5), (GroupingUnit.Kecamatan, 15.0, 1.0) })
        {
            var budget = new SearchBudget(rounds);
            var one = nation.Problem(unit, median);
            Solve(one, budget, 1);
            var runs = Enumerable.Range(0, 9).Select(_ => GuardBench.Timed(() => Solve(one, budget, 1)).Seconds).Order().ToArray();
            var perStationOfOne = runs[4] * 1e6 / one.Stations.Length;

            var (problem, placeSeconds) = GuardBench.Timed(() => nation.Problem(unit));
            var (plan, seconds) = GuardBench.Timed(() => Solve(problem, budget, 2));
            var (alone, secondsAlone) = GuardBench.Timed(() => Solve(problem, budget, 1));
            var same = Digest(plan) == Digest(alone);
            var perStation = secondsAlone * 1e6 / problem.Stations.Length;
            var writeSeconds = GuardBench.Timed(() => Write(plan)).Seconds;
            report.Row(
                $"{unit}", $"{problem.Stations.Length}", $"{plan.Groups.Length}", $"{plan.TravelMetres / 1000:F0}", $"{seconds:F2}",
                $"{secondsAlone:F2}", same ? "yes" : "NO", $"{perStation:F1}", $"{perStationOfOne:F1}", $"{perStation / perStationOfOne:F2}");
            report.Note(
                $"{unit}: placing stations {placeSeconds:F2} s, writing groups {writeSeconds:F2} s; {plan.OfficersShort} officers and {plan.LinmasShort} Linmas short");
            report.AtMost($"{unit}: from parsed input to finished plan, 2 threads", seconds, limit, "F2", " s");
            report.Goal($"{unit}: the same plan with 1 and 2 threads", "yes", same ? "yes" : "no", same);
            report.AtMost($"{unit}: cost per station to that of one kabupaten ({median}), 1 thread", perStation / perStationOfOne, 1.3, "F2", "×");
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
            report.AtMost($"{unit}: memory of the whole process so far", peak, 512, "F0", " MiB");
            violations += CheckSome(nation, unit, budget);
        }

        report.AtMost("violations found by the independent checker in 20 kabupaten of the nation", violations, 0, "F0");
    }

    private static GuardPlan Solve(GuardProblem problem, SearchBudget budget, int threads) =>
        GuardPlanner.Solve(problem, budget, 1, CancellationToken.None, threads);

    /// <summary>The checker is simple rather than quick, so it looks at every 25th kabupaten, planned by the same budget.</summary>
    private static int CheckSome(NationData nation, GroupingUnit unit, SearchBudget budget) =>
        nation.Kabupaten.Where((_, i) => i % 25 == 0).Sum(k =>
        {
            var problem = nation.Problem(unit, k.Code);
            return PlanChecker.Violations(problem, Solve(problem, budget, 2)).Count;
        });

    private static int Digest(GuardPlan plan)
    {
        var hash = new HashCode();
        foreach (var group in plan.Groups)
        {
            hash.Add(group.Medoid);
            hash.Add(group.TravelMetres);
        }

        foreach (var group in plan.GroupOfStation)
            hash.Add(group);
        foreach (var posting in plan.Forces!.Linmas)
            hash.Add(posting);
        foreach (var posting in plan.Forces.Officers)
            hash.Add(posting);
        return hash.ToHashCode();
    }

    private static long Write(GuardPlan plan)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var writer = new StreamWriter(file))
            {
                for (var s = 0; s < plan.GroupOfStation.Length; s++)
                    writer.WriteLine($"{s},{plan.GroupOfStation[s]}");
            }

            return new FileInfo(file).Length;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
