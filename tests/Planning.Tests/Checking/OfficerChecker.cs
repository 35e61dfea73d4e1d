using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>Checks the officers of every jurisdiction: who may go, higher classes first, BKO last, least shortage.</summary>
internal static class OfficerChecker
{
    public static void Check(GuardProblem problem, GuardPlan plan, List<string> violations)
    {
        var forces = plan.Forces!;
        foreach (var p in forces.Officers)
        {
            if (p.Count < 1)
                violations.Add($"officer posting of {p.Count} to group {p.Group}");
            if (JurisdictionOf(problem, p.HomeLevel, p.Home) != JurisdictionOf(problem, plan, p.Group))
                violations.Add($"officers of {p.HomeLevel} {p.Home} leave their jurisdiction for group {p.Group}");
        }

        foreach (var home in forces.Officers.GroupBy(p => (p.Bko, p.HomeLevel, p.Home)))
        {
            var homes = home.Key.Bko ? problem.Forces!.Bko : problem.Forces!.Police;
            var (sent, has) = (home.Sum(p => p.Count), ForceChecker.Count(homes, home.Key.HomeLevel, home.Key.Home));
            if (sent > has)
                violations.Add($"{home.Key} sends {sent} officers and has {has}");
        }

        var received = new int[plan.Groups.Length];
        foreach (var p in forces.Officers)
            received[p.Group] += p.Count;
        for (var g = 0; g < received.Length; g++)
        {
            if (received[g] > plan.Groups[g].Pattern.Officers)
                violations.Add($"group {g} receives {received[g]} officers and needs {plan.Groups[g].Pattern.Officers}");
        }

        var available = problem.Forces!.Police.Sum(h => h.Count) + problem.Forces.Bko.Sum(h => h.Count);
        if (forces.OfficersAvailable != available)
            violations.Add($"officers available are said to be {forces.OfficersAvailable}, they are {available}");
        var jurisdictions = problem.Kecamatan.Select(k => k.Jurisdiction).Distinct().Order().ToArray();
        foreach (var jurisdiction in jurisdictions)
            OneJurisdiction(problem, plan, received, jurisdiction, violations);
        var needed = plan.Groups.Sum(g => g.Pattern.Officers);
        var most = MostOfficers(problem, plan);
        if (plan.OfficersShort != needed - most)
            violations.Add($"{plan.OfficersShort} officers are short, {needed - most} would be the least");
    }

    private static void OneJurisdiction(
        GuardProblem problem, GuardPlan plan, int[] received, int jurisdiction, List<string> violations)
    {
        var groups = Enumerable.Range(0, received.Length)
            .Where(g => JurisdictionOf(problem, plan, g) == jurisdiction).ToArray();
        var police = CountIn(problem, problem.Forces!.Police, jurisdiction);
        var bko = CountIn(problem, problem.Forces.Bko, jurisdiction);
        var needed = groups.Sum(g => plan.Groups[g].Pattern.Officers);
        var missing = needed - groups.Sum(g => received[g]);
        var fromBko = plan.Forces!.Officers.Where(p => p.Bko && groups.Contains(p.Group)).Sum(p => p.Count);
        // Everyone may go anywhere in the jurisdiction, so the own police are used up before a lent officer goes.
        if (fromBko != Math.Min(bko, Math.Max(0, needed - police)))
            violations.Add($"jurisdiction {jurisdiction} uses {fromBko} of BKO; it needs {needed} and has {police} of its own");
        var lowestServed = groups.Where(g => received[g] > 0).Select(g => ClassOf(plan, g)).DefaultIfEmpty(StationClass.Khusus).Min();
        foreach (var g in groups.Where(g => received[g] < plan.Groups[g].Pattern.Officers && ClassOf(plan, g) > lowestServed))
            violations.Add($"group {g} ({ClassOf(plan, g)}) is short while officers guard a {lowestServed} group");
        var said = plan.Forces.PoliceShortages.Where(s => s.Index == jurisdiction).ToArray();
        var expected = missing == 0
            ? Array.Empty<Shortage>()
            : [new Shortage(jurisdiction, needed, police + bko, missing, 0, 0, fromBko, null)];
        if (!said.SequenceEqual(expected))
            violations.Add($"shortage of jurisdiction {jurisdiction} said is {string.Join(';', said)}, it is {string.Join(';', expected)}");
    }

    private static int MostOfficers(GuardProblem problem, GuardPlan plan)
    {
        var flow = new MaxFlow();
        var (source, sink) = (flow.AddNode(), flow.AddNode());
        var groups = new int[plan.Groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = flow.AddNode();
            flow.AddArc(groups[g], sink, plan.Groups[g].Pattern.Officers);
        }

        foreach (var home in problem.Forces!.Police.Concat(problem.Forces.Bko))
        {
            var node = flow.AddNode();
            flow.AddArc(source, node, home.Count);
            for (var g = 0; g < groups.Length; g++)
            {
                if (JurisdictionOf(problem, home.Level, home.Index) == JurisdictionOf(problem, plan, g))
                    flow.AddArc(node, groups[g], home.Count);
            }
        }

        return flow.Solve(source, sink);
    }

    private static int CountIn(GuardProblem problem, ImmutableArray<ForceHome> homes, int jurisdiction) =>
        homes.Where(h => JurisdictionOf(problem, h.Level, h.Index) == jurisdiction).Sum(h => h.Count);

    private static StationClass ClassOf(GuardPlan plan, int group) => plan.Groups[group].Pattern.Class;

    private static int JurisdictionOf(GuardProblem problem, GuardPlan plan, int group) =>
        problem.Kecamatan[problem.Villages[problem.Stations[plan.Groups[group].Stations[0]].Village].Kecamatan].Jurisdiction;

    private static int JurisdictionOf(GuardProblem problem, HomeLevel level, int home) => level switch
    {
        HomeLevel.Village => problem.Kecamatan[problem.Villages[home].Kecamatan].Jurisdiction,
        HomeLevel.Kecamatan => problem.Kecamatan[home].Jurisdiction,
        HomeLevel.Kabupaten => problem.Kecamatan.Where(k => k.Kabupaten == home).Select(k => k.Jurisdiction).Distinct().Single(),
        _ => home,
    };
}
