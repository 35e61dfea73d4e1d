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
        var table = report.Table(1, "unit", "stations", "groups", "travel km", "plan s", "slowest s", "1 thread s", "same plan", "µs/station", "of single kabupaten", "ratio");
        report.Note($"reading and parsing {readSeconds:F2} s; move budget 0.5 rounds per station by village, 1 by kecamatan; best of 3 runs on 2 threads, of 2 on one, of 3 of single kabupaten, since machines are shared; patterns, classes and forces as in ./bench guard");
        // The checker is simple rather than quick, so it looks at every 25th kabupaten.
        var sample = nation.Kabupaten.Where((_, i) => i % 25 == 0).Select(k => k.Code).ToArray();
        var violations = 0;
        foreach (var (unit, limit, rounds) in new[] { (GroupingUnit.Village, 5.0, 0.5), (GroupingUnit.Kecamatan, 15.0, 1.0) })
        {
            var budget = new SearchBudget(rounds);
            Measure(report, table, nation, unit, budget, limit, sample);
            violations += sample.Sum(code => Check(nation, unit, code, budget));
        }

        report.AtMost($"violations found by the independent checker in {sample.Length} kabupaten planned alone by these budgets", violations, 0, "F0");
    }

    private static void Measure(
        BenchReport report, BenchTable table, NationData nation, GroupingUnit unit, SearchBudget budget, double limit, string[] sample)
    {
        // One kabupaten's cost hangs on how dense it is, so it is measured on many, each planned alone.
        var ones = sample.Select(code => nation.Problem(unit, code)).ToArray();
        var perStationOfOne = ones.Sum(p => GuardBench.BestOf(3, () => Solve(p, budget, 1)).Seconds) * 1e6 / ones.Sum(p => p.Stations.Length);
        ones = null;
        // What an earlier unit left behind is not this one's memory.
        GC.Collect();

        var (problem, placeSeconds) = GuardBench.Timed(() => nation.Problem(unit));
        var (plan, seconds) = GuardBench.Timed(() => Solve(problem, budget, 2));
        // After one run: a second beside the kept plan of the first would count that twice.
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
        var writeSeconds = GuardBench.Timed(() => Write(plan)).Seconds;
        var digest = Digest(plan);
        var (groups, travel, officersShort, linmasShort) = (plan.Groups.Length, plan.TravelMetres, plan.OfficersShort, plan.LinmasShort);
        plan = null;
        var (_, quicker, slowest) = GuardBench.BestOf(2, () => Solve(problem, budget, 2).Groups.Length);
        (seconds, slowest) = (Math.Min(seconds, quicker), Math.Max(seconds, slowest));
        var (alone, secondsAlone, _) = GuardBench.BestOf(2, () => Digest(Solve(problem, budget, 1)));
        var same = digest == alone;
        var perStation = secondsAlone * 1e6 / problem.Stations.Length;
        table.Row(
            $"{unit}", $"{problem.Stations.Length}", $"{groups}", $"{travel / 1000:F0}", $"{seconds:F2}", $"{slowest:F2}",
            $"{secondsAlone:F2}", same ? "yes" : "NO", $"{perStation:F1}", $"{perStationOfOne:F1}", $"{perStation / perStationOfOne:F2}");
        report.Note(
            $"{unit}: placing stations and drawing classes and forces {placeSeconds:F2} s (counted), writing groups {writeSeconds:F2} s; {officersShort} officers and {linmasShort} Linmas short");
        report.AtMost($"{unit}: from parsed input to finished plan, 2 threads", placeSeconds + seconds, limit, "F2", " s");
        report.Goal($"{unit}: the same plan with 1 and 2 threads", "yes", same ? "yes" : "no", same);
        report.AtMost($"{unit}: cost per station to that of one kabupaten (mean of {sample.Length} planned alone), 1 thread", perStation / perStationOfOne, 1.3, "F2", "×");
        report.AtMost($"{unit}: most memory of the process until its plan is finished", peak, 512, "F0", " MiB");
    }

    private static GuardPlan Solve(GuardProblem problem, SearchBudget budget, int threads) =>
        GuardPlanner.Solve(problem, budget, 1, CancellationToken.None, threads);

    private static int Check(NationData nation, GroupingUnit unit, string kabupaten, SearchBudget budget)
    {
        var problem = nation.Problem(unit, kabupaten);
        return PlanChecker.Violations(problem, Solve(problem, budget, 2)).Count;
    }

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
