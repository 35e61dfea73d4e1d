using Google.OrTools.Sat;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Bench;

/// <summary>What the peer came to within its time.</summary>
/// <param name="Groups">Groups of its best solution; 0 if it found none.</param>
/// <param name="TravelMetres">Travel of that solution, each group measured from its best centre as ours are.</param>
/// <param name="Seconds">Time until it ended: processor seconds by worker, what it would take with a core for each.</param>
/// <param name="Capped">Whether the limit ended it.</param>
/// <param name="Proved">Whether it proved its solution best.</param>
internal readonly record struct PeerResult(int Groups, double TravelMetres, double Seconds, bool Capped, bool Proved);

/// <summary>
/// The peer of the guard benchmark: CP-SAT on the compact model (a station opens as a centre, every station is served
/// by one open centre within the radius, capacities by class), minimising groups and then travel.
/// </summary>
internal static class CpSatPeer
{
    /// <summary>Solves one unit.</summary>
    /// <param name="problem">A problem of a single unit, without links; every class with one pattern.</param>
    /// <param name="ours">Our plan of it.</param>
    /// <param name="hint">True: starts from our plan and runs to the end. False: stops at the first solution not worse.</param>
    /// <param name="seconds">Limit in processor seconds by worker: who shares the machine takes nothing from the peer.</param>
    /// <param name="workers">Worker threads.</param>
    public static PeerResult Solve(GuardProblem problem, GuardPlan ours, bool hint, double seconds, int workers)
    {
        var stations = Enumerable.Range(0, problem.Stations.Length)
            .Where(s => problem.Stations[s].Class != StationClass.Khusus).ToArray();
        var ourGroups = ours.Groups.Where(g => problem.Stations[g.Medoid].Class != StationClass.Khusus).ToArray();
        var n = stations.Length;
        var (distance, cost) = Distances(problem, stations);
        var patterns = Enumerable.Range(0, 3).Select(c => problem.Patterns.FirstOrDefault(p => p.Class == (StationClass)c)).ToArray();
        var classes = stations.Select(s => (int)problem.Stations[s].Class).ToArray();

        var model = new CpModel();
        var serves = new BoolVar?[n, n];
        var open = new BoolVar?[n, 3];
        for (var i = 0; i < n; i++)
        {
            for (var m = classes[i]; m < 3; m++)
            {
                if (patterns[m] is not null && MayJoin(problem, classes[i], m) && classes.Contains(m))
                    open[i, m] = model.NewBoolVar("");
            }
        }

        for (var i = 0; i < n; i++)
        {
            var load = LinearExpr.NewBuilder();
            for (var m = 0; m < 3; m++)
            {
                if (open[i, m] is { } o)
                    load.AddTerm(o, -patterns[m]!.MaxStations);
            }

            for (var j = 0; j < n; j++)
            {
                var modes = Enumerable.Range(classes[j], 3 - classes[j])
                    .Where(m => open[i, m] is not null && MayJoin(problem, classes[j], m)
                        && distance[i, j] <= (patterns[m]!.RadiusMetres ?? double.MaxValue))
                    .ToArray();
                if (modes.Length == 0 || (problem.Unit == GroupingUnit.Village && !SameVillage(problem, stations[i], stations[j])))
                    continue;
                var x = serves[i, j] = model.NewBoolVar("");
                // Served only by a centre that is open in a mode that may hold this class.
                model.Add(x <= LinearExpr.Sum(modes.Select(m => open[i, m]!)));
                load.Add(x);
            }

            model.Add(load <= 0);
            var modesOpen = Enumerable.Range(0, 3).Where(m => open[i, m] is not null).Select(m => open[i, m]!).ToArray();
            model.Add(LinearExpr.Sum(modesOpen) == serves[i, i]!);
        }

        for (var j = 0; j < n; j++)
            model.AddExactlyOne(Enumerable.Range(0, n).Where(i => serves[i, j] is not null).Select(i => serves[i, j]!));

        var objective = LinearExpr.NewBuilder();
        var group = n * 100_000L * 10;
        for (var i = 0; i < n; i++)
        {
            objective.AddTerm(serves[i, i]!, group);
            for (var j = 0; j < n; j++)
            {
                if (i != j && serves[i, j] is { } x)
                    objective.AddTerm(x, (long)Math.Round(cost[i, j] * 10));
            }
        }

        model.Minimize(objective);
        if (hint)
            Hint(model, stations, ourGroups, serves, open);
        var solver = new CpSolver
        {
            // By the clock it may take ten times as long: the limit is what it has computed.
            StringParameters = FormattableString.Invariant($"max_time_in_seconds:{seconds * 10} num_workers:{workers} random_seed:1"),
        };
        var callback = new StopWhenNotWorse(serves, n, cost, hint ? null : (ourGroups.Length, TravelOf(ourGroups)));
        var begun = Used();
        CpSolverStatus status;
        using (new Timer(_ => { if (Used() - begun >= seconds * workers) solver.StopSearch(); }, null, 100, 100))
            status = solver.Solve(model, callback);
        var used = (Used() - begun) / workers;
        GC.KeepAlive(callback);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return new PeerResult(0, 0, used, Capped: status == CpSolverStatus.Unknown, Proved: status is not CpSolverStatus.Unknown);
        return new PeerResult(
            callback.Groups, callback.Travel, used, used >= seconds * 0.98, status == CpSolverStatus.Optimal);
    }

    private static double Used() => Environment.CpuUsage.TotalTime.TotalSeconds;

    private static double TravelOf(GuardGroup[] groups) => groups.Sum(g => g.TravelMetres);

    private static bool SameVillage(GuardProblem problem, int a, int b) =>
        problem.Stations[a].Village == problem.Stations[b].Village;

    private static bool MayJoin(GuardProblem problem, int @class, int mode) =>
        @class == mode || (mode == 1 && problem.FillRawan) || (mode == 2 && problem.FillSangatRawan);

    private static (double[,] Distance, double[,] Cost) Distances(GuardProblem problem, int[] stations)
    {
        var n = stations.Length;
        var (distance, cost) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var (a, b) = (problem.Stations[stations[i]], problem.Stations[stations[j]]);
                distance[i, j] = a.Position.MetresTo(b.Position);
                cost[i, j] = distance[i, j] + (a.Village == b.Village ? 0 : 1000);
            }
        }

        return (distance, cost);
    }

    /// <summary>Our plan, whole: which centres are open, as what, and whom they serve.</summary>
    private static void Hint(
        CpModel model, int[] stations, GuardGroup[] groups, BoolVar?[,] serves, BoolVar?[,] open)
    {
        var local = stations.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i);
        var n = stations.Length;
        var centreOf = new int[n];
        var mode = Enumerable.Repeat(-1, n).ToArray();
        foreach (var g in groups)
        {
            mode[local[g.Medoid]] = (int)g.Pattern.Class;
            foreach (var s in g.Stations)
                centreOf[local[s]] = local[g.Medoid];
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (serves[i, j] is { } x)
                    model.AddHint(x, centreOf[j] == i);
            }

            for (var m = 0; m < 3; m++)
            {
                if (open[i, m] is { } o)
                    model.AddHint(o, mode[i] == m);
            }
        }
    }

    /// <summary>Measures each solution as ours is measured, and stops once it is not worse than the target.</summary>
    private sealed class StopWhenNotWorse(BoolVar?[,] serves, int n, double[,] cost, (int Groups, double Travel)? target)
        : CpSolverSolutionCallback
    {
        public int Groups { get; private set; }

        public double Travel { get; private set; }

        public override void OnSolutionCallback()
        {
            var members = new List<int>[n];
            for (var i = 0; i < n; i++)
            {
                if (!BooleanValue(serves[i, i]!))
                    continue;
                members[i] = [];
                for (var j = 0; j < n; j++)
                {
                    if (serves[i, j] is { } x && BooleanValue(x))
                        members[i].Add(j);
                }
            }

            var groups = members.Where(m => m is not null).ToArray();
            // From the best centre within the radius, as ours: the one that it chose is not always the best.
            var travel = groups.Sum(group => group.Where(c => group.TrueForAll(j => serves[c, j] is not null))
                .Min(c => group.Sum(j => cost[c, j])));
            if (Groups == 0 || groups.Length < Groups || (groups.Length == Groups && travel < Travel))
                (Groups, Travel) = (groups.Length, travel);
            if (target is var (g, t) && (Groups < g || (Groups == g && Travel <= t * (1 + 1e-6))))
                StopSearch();
        }
    }
}
