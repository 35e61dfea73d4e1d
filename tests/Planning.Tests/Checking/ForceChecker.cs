using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>Checks who goes where, and that no other sending would leave fewer without.</summary>
internal static class ForceChecker
{
    public static IReadOnlyList<string> Violations(GuardProblem problem, GuardPlan plan)
    {
        var violations = new List<string>();
        Linmas(problem, plan, violations);
        LinmasShortages(problem, plan, violations);
        OfficerChecker.Check(problem, plan, violations);
        return violations;
    }

    /// <summary>Whether men counted at a home may stand in a village.</summary>
    public static bool MayHelp(GuardProblem problem, HomeLevel level, int home, int village)
    {
        var kecamatan = problem.Villages[village].Kecamatan;
        return level switch
        {
            HomeLevel.Village => home == village || AreNeighbours(problem, home, village),
            HomeLevel.Kecamatan => home == kecamatan,
            HomeLevel.Kabupaten => home == problem.Kecamatan[kecamatan].Kabupaten,
            _ => false,
        };
    }

    public static bool AreNeighbours(GuardProblem problem, int a, int b) =>
        a != b
        && problem.NeighbourMetres > 0
        && Kabupaten(problem, a) == Kabupaten(problem, b)
        && Between(problem, a, b) <= problem.NeighbourMetres;

    private static void Linmas(GuardProblem problem, GuardPlan plan, List<string> violations)
    {
        var forces = plan.Forces!;
        foreach (var p in forces.Linmas)
        {
            var village = problem.Stations[p.Station].Village;
            if (p.Count < 1)
                violations.Add($"Linmas posting of {p.Count} to station {p.Station}");
            if (!MayHelp(problem, p.HomeLevel, p.Home, village))
                violations.Add($"Linmas of {p.HomeLevel} {p.Home} may not stand at station {p.Station} in village {village}");
        }

        foreach (var home in forces.Linmas.GroupBy(p => (p.HomeLevel, p.Home)))
        {
            var (sent, has) = (home.Sum(p => p.Count), Count(problem.Forces!.Linmas, home.Key.HomeLevel, home.Key.Home));
            if (sent > has)
                violations.Add($"{home.Key.HomeLevel} {home.Key.Home} sends {sent} Linmas and has {has}");
        }

        foreach (var station in forces.Linmas.GroupBy(p => p.Station))
        {
            var (received, need) = (station.Sum(p => p.Count), PlanChecker.LinmasNeed(plan, station.Key));
            if (received > need)
                violations.Add($"station {station.Key} receives {received} Linmas and needs {need}");
        }

        var available = problem.Forces!.Linmas.Sum(h => h.Count);
        if (forces.LinmasAvailable != available)
            violations.Add($"Linmas available are said to be {forces.LinmasAvailable}, they are {available}");
    }

    private static void LinmasShortages(GuardProblem problem, GuardPlan plan, List<string> violations)
    {
        var need = new int[problem.Villages.Length];
        for (var s = 0; s < problem.Stations.Length; s++)
            need[problem.Stations[s].Village] += PlanChecker.LinmasNeed(plan, s);
        var received = new int[need.Length];
        foreach (var p in plan.Forces!.Linmas)
            received[problem.Stations[p.Station].Village] += p.Count;

        var shortVillages = Enumerable.Range(0, need.Length).Where(v => received[v] < need[v]).ToArray();
        if (!plan.Forces.LinmasShortages.Select(s => s.Index).SequenceEqual(shortVillages))
        {
            violations.Add($"short of Linmas are villages {string.Join(", ", shortVillages)}, "
                + $"said are {string.Join(", ", plan.Forces.LinmasShortages.Select(s => s.Index))}");
            return;
        }

        foreach (var said in plan.Forces.LinmasShortages)
        {
            var expected = Explained(problem, plan, need, received, said.Index);
            if ((said with { NearestSpareMetres = null }) != (expected with { NearestSpareMetres = null })
                || !SameMetres(said.NearestSpareMetres, expected.NearestSpareMetres))
            {
                violations.Add($"shortage said is {said}, it is {expected}");
            }
        }

        var possible = MostLinmas(problem, plan);
        if (plan.LinmasShort != need.Sum() - possible)
            violations.Add($"{plan.LinmasShort} Linmas are short, {need.Sum() - possible} would be the least");
    }

    private static Shortage Explained(GuardProblem problem, GuardPlan plan, int[] need, int[] received, int village)
    {
        int Own(int v) => Count(problem.Forces!.Linmas, HomeLevel.Village, v);
        var helpers = Enumerable.Range(0, need.Length).Where(v => AreNeighbours(problem, v, village)).ToArray();
        var helped = plan.Forces!.Linmas
            .Where(p => problem.Stations[p.Station].Village == village && (p.HomeLevel, p.Home) != (HomeLevel.Village, village))
            .Sum(p => p.Count);
        var spare = Enumerable.Range(0, need.Length).Where(v =>
            v != village
            && !helpers.Contains(v)
            && Kabupaten(problem, v) == Kabupaten(problem, village)
            && Own(v) > plan.Forces.Linmas.Where(p => (p.HomeLevel, p.Home) == (HomeLevel.Village, v)).Sum(p => p.Count));
        var distances = spare.Select(v => Between(problem, v, village)).Where(double.IsFinite);
        return new Shortage(
            village,
            need[village],
            Own(village),
            need[village] - received[village],
            helpers.Length,
            helpers.Sum(h => Math.Max(0, Own(h) - need[h])),
            helped,
            distances.Select(d => (double?)d).Min());
    }

    /// <summary>The most Linmas that can stand anywhere: every way on its own, station by station.</summary>
    private static int MostLinmas(GuardProblem problem, GuardPlan plan)
    {
        var flow = new MaxFlow();
        var (source, sink) = (flow.AddNode(), flow.AddNode());
        var stations = new int[problem.Stations.Length];
        for (var s = 0; s < stations.Length; s++)
        {
            stations[s] = flow.AddNode();
            flow.AddArc(stations[s], sink, PlanChecker.LinmasNeed(plan, s));
        }

        foreach (var home in problem.Forces!.Linmas)
        {
            var node = flow.AddNode();
            flow.AddArc(source, node, home.Count);
            for (var s = 0; s < stations.Length; s++)
            {
                if (MayHelp(problem, home.Level, home.Index, problem.Stations[s].Village))
                    flow.AddArc(node, stations[s], home.Count);
            }
        }

        return flow.Solve(source, sink);
    }

    public static int Count(ImmutableArray<ForceHome> homes, HomeLevel level, int index) =>
        homes.Where(h => h.Level == level && h.Index == index).Sum(h => h.Count);

    private static int Kabupaten(GuardProblem problem, int village) =>
        problem.Kecamatan[problem.Villages[village].Kecamatan].Kabupaten;

    private static double Between(GuardProblem problem, int a, int b) =>
        problem.Villages[a].Centroid is { } p && problem.Villages[b].Centroid is { } q
            ? Globe.Metres(p, q)
            : double.PositiveInfinity;

    private static bool SameMetres(double? a, double? b) =>
        a is { } x && b is { } y ? Math.Abs(x - y) < 1e-3 : a is null && b is null;
}
