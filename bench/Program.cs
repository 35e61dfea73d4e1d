using System.Diagnostics;
using TigaPilar.Bench;
using TigaPilar.Planning.Guarding;
var data = NationData.Load(args[0]);
var rounds = double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
var threads = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
foreach (var unit in new[] { GroupingUnit.Village, GroupingUnit.Kecamatan })
foreach (var code in args[3].Split(','))
{
    var problem = data.Problem(unit, code == "all" ? null : c => c == code) with { Forces = null };
    var watch = Stopwatch.StartNew();
    var plan = GuardPlanner.Solve(problem, new SearchBudget(rounds), 1, CancellationToken.None, threads);
    var t = watch.Elapsed.TotalSeconds;
    Console.WriteLine($"{unit} {code} stations {problem.Stations.Length} groups {plan.Groups.Length} travel {plan.TravelMetres:F0} {t:F2} s  {t * 1e6 / problem.Stations.Length:F1} us/station mem {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}");
    if (args.Length > 4) { watch.Restart(); var lb = GuardBound.LowerBoundGroups(problem, plan, CancellationToken.None, threads); Console.WriteLine($"   bound {lb} ratio {(double)plan.Groups.Length / lb:F4} {watch.Elapsed.TotalSeconds:F2} s"); }
}
