using System.Diagnostics;
using System.Globalization;
using TigaPilar.Bench;
using TigaPilar.Planning.Guarding;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args[0] == "pmedcap")
{
    var sum = 0.0;
    foreach (var f in Directory.GetFiles(args[1], "pmedcap*.txt").Order(StringComparer.Ordinal))
    {
        var w0 = Stopwatch.StartNew();
        var r = PmedcapBench.Solve(f, double.Parse(args[2], CultureInfo.InvariantCulture), 1);
        sum += (double)r.Ours / r.Published;
        Console.WriteLine($"{Path.GetFileName(f)} {r.Published} {r.Ours} p={r.Medians} {(double)r.Ours / r.Published:F4} {w0.Elapsed.TotalSeconds:F2}s");
    }
    Console.WriteLine(sum / 20);
    return;
}
var data = NationData.Load(args[0]);
var rounds = double.Parse(args[1], CultureInfo.InvariantCulture);
var threads = int.Parse(args[2], CultureInfo.InvariantCulture);
if (args[3] == "peer")
{
    // kecamatan codes from several kabupaten: the median one of each
    foreach (var kab in args[4].Split(','))
    foreach (var unit in new[] { GroupingUnit.Kecamatan, GroupingUnit.Village })
    {
        var kec = data.MedianKecamatan(kab);
        var p = data.Problem(unit, kec);
        var w = Stopwatch.StartNew();
        var plan = GuardPlanner.Solve(p, new SearchBudget(rounds), 1, CancellationToken.None, threads);
        var t = w.Elapsed.TotalSeconds;
        var lb = GuardBound.LowerBoundGroups(p, plan, CancellationToken.None);
        var sec = double.Parse(args[5], CultureInfo.InvariantCulture);
        var khusus = p.Stations.Count(s => s.Class == StationClass.Khusus);
        var a = args.Length > 6 ? CpSatPeer.Solve(p, plan, false, sec, 2) : default;
        var b = CpSatPeer.Solve(p, plan, true, sec, 2);
        Console.WriteLine($"{unit} {kec} n {p.Stations.Length} ours {plan.Groups.Length - khusus}/{lb - khusus} {plan.TravelMetres:F0} {t:F2}s | free {a.Groups} {a.TravelMetres:F0} {a.Seconds:F1}s cap={a.Capped} | hint {b.Groups} {b.TravelMetres:F0} {b.Seconds:F1}s proved={b.Proved} ratio {plan.TravelMetres / b.TravelMetres:F4}");
    }
    return;
}
foreach (var unit in new[] { GroupingUnit.Village, GroupingUnit.Kecamatan })
foreach (var code in args[3].Split(','))
{
    var problem = data.Problem(unit, code == "all" ? null : code);
    var watch = Stopwatch.StartNew();
    var plan = GuardPlanner.Solve(problem, new SearchBudget(rounds), 1, CancellationToken.None, threads);
    var t = watch.Elapsed.TotalSeconds;
    Console.WriteLine($"{unit} {code} stations {problem.Stations.Length} groups {plan.Groups.Length} travel {plan.TravelMetres:F0} {t:F2} s  {t * 1e6 / problem.Stations.Length:F1} us/station mem {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}");
    if (args.Length > 4) { watch.Restart(); var lb = GuardBound.LowerBoundGroups(problem, plan, CancellationToken.None, threads); Console.WriteLine($"   bound {lb} ratio {(double)plan.Groups.Length / lb:F4} {watch.Elapsed.TotalSeconds:F2} s"); }
}
