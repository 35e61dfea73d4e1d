using System.Globalization;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>
/// Checks a plan against the rules of the field, written from the issue's text: one readable line per violation. It uses
/// nothing of the planner but its records, so a plan that it passes was right for two separate reasons.
/// </summary>
internal sealed class PlanChecker
{
    private readonly GuardProblem _problem;
    private readonly GuardPlan _plan;
    private readonly List<string> _violations = [];

    private PlanChecker(GuardProblem problem, GuardPlan plan)
    {
        _problem = problem;
        _plan = plan;
    }

    /// <summary>Every violation of every rule; an empty list is an admissible plan with least shortages.</summary>
    public static IReadOnlyList<string> Violations(GuardProblem problem, GuardPlan plan)
    {
        var checker = new PlanChecker(problem, plan);
        // The other rules read stations through their groups, which means nothing where those do not fit together.
        if (!checker.EveryStationInOneGroup())
            return checker._violations;
        for (var g = 0; g < plan.Groups.Length; g++)
            checker.Group(g);
        checker.Links();
        checker.Totals();
        if (problem.Forces is null != plan.Forces is null)
            checker.Say($"forces are {(plan.Forces is null ? "missing from" : "made up in")} the plan");
        else if (plan.Forces is not null)
            checker._violations.AddRange(ForceChecker.Violations(problem, plan));
        return checker._violations;
    }

    private bool EveryStationInOneGroup()
    {
        var times = new int[_problem.Stations.Length];
        for (var g = 0; g < _plan.Groups.Length; g++)
        {
            var stations = _plan.Groups[g].Stations;
            if (stations.IsEmpty)
                Say($"group {g} is empty");
            if (!stations.SequenceEqual(stations.Order()))
                Say($"group {g} does not list its stations ascending");
            foreach (var s in stations)
            {
                times[s]++;
                if (_plan.GroupOfStation.Length != times.Length || _plan.GroupOfStation[s] != g)
                    Say($"station {s} of group {g} is said to be elsewhere");
            }
        }

        for (var s = 0; s < times.Length; s++)
        {
            if (times[s] != 1)
                Say($"station {s} is in {times[s]} groups");
        }

        if (_violations.Count == 0 && !_plan.Groups.Select(g => g.Stations[0]).SequenceEqual(_plan.Groups.Select(g => g.Stations[0]).Order()))
            Say("groups are not ordered by their lowest station");
        return _violations.Count == 0;
    }

    private void Group(int g)
    {
        var group = _plan.Groups[g];
        foreach (var fault in GroupJudge.Faults(_problem, group.Stations))
            Say($"group {g} {fault}");
        Pattern(g, group);
        if (!group.Stations.Contains(group.Medoid))
            Say($"group {g} has the medoid {group.Medoid}, which is not in it");
        else
            Medoid(g, group);
    }

    private void Pattern(int g, GuardGroup group)
    {
        var pattern = group.Pattern;
        if (!_problem.Patterns.Contains(pattern))
            Say($"group {g} follows a pattern that the problem does not have");
        var highest = GroupJudge.Highest(_problem, group.Stations);
        if (pattern.Class != highest)
            Say($"group {g} is {highest} but follows a pattern for {pattern.Class}");
        if (group.Stations.Length > pattern.MaxStations)
            Say($"group {g} has {group.Stations.Length} stations, its pattern at most {pattern.MaxStations}");
        if (GroupJudge.Centres(_problem, group.Stations, pattern.RadiusMetres, GroupJudge.Blur).Length == 0)
            Say($"group {g} has no station within whose {pattern.RadiusMetres} m all others lie");
        foreach (var other in _problem.Patterns.Where(p => p.Officers < pattern.Officers))
        {
            if (GroupJudge.Covers(_problem, group.Stations, other, -GroupJudge.Blur))
                Say($"group {g} takes {pattern.Officers} officers where a pattern of {other.Officers} covers it");
        }
    }

    private void Medoid(int g, GuardGroup group)
    {
        var stations = group.Stations;
        var travel = GroupJudge.Travel(_problem, stations, group.Medoid);
        var blur = GroupJudge.Blur * stations.Length;
        if (Math.Abs(travel - group.TravelMetres) > blur)
            Say($"group {g} says {Metres(group.TravelMetres)} of travel, it is {Metres(travel)}");
        var farthest = GroupJudge.Farthest(_problem, stations, group.Medoid);
        if (farthest > group.Pattern.RadiusMetres + GroupJudge.Blur)
            Say($"group {g} reaches {Metres(farthest)} from its medoid, its radius is {group.Pattern.RadiusMetres} m");
        foreach (var centre in GroupJudge.Centres(_problem, stations, group.Pattern.RadiusMetres, -GroupJudge.Blur))
        {
            var other = GroupJudge.Travel(_problem, stations, centre);
            if (other < travel - blur)
                Say($"group {g} travels {Metres(travel)} from {group.Medoid}, from {centre} only {Metres(other)}");
            // Only sums of the same legs come so near to each other: they are equal, and the lower code decides.
            else if (centre < group.Medoid && other < travel + 1e-8)
                Say($"group {g} has the medoid {group.Medoid} though {centre} has the lower code and the same travel");
        }
    }

    private void Links()
    {
        foreach (var link in _problem.Links)
        {
            if (_plan.GroupOfStation[link.A] == _plan.GroupOfStation[link.B] != link.Together)
                Say($"stations {link.A} and {link.B} must be {(link.Together ? "together" : "apart")}");
        }
    }

    private void Totals()
    {
        if (_plan.OfficersNeeded != _plan.Groups.Sum(g => g.Pattern.Officers))
            Say("officers needed are not the groups' sum");
        if (_plan.LinmasNeeded != Enumerable.Range(0, _problem.Stations.Length).Sum(s => LinmasNeed(_plan, s)))
            Say("Linmas needed are not the stations' sum");
        if (Math.Abs(_plan.TravelMetres - _plan.Groups.Sum(g => g.TravelMetres)) > 1e-6)
            Say("travel is not the groups' sum");
    }

    /// <summary>What one station needs: its group's number, rounded up to whole men.</summary>
    public static int LinmasNeed(GuardPlan plan, int station)
    {
        var perStation = plan.Groups[plan.GroupOfStation[station]].Pattern.LinmasPerStation;
        var whole = (int)perStation;
        return whole < perStation ? whole + 1 : whole;
    }

    private void Say(string violation) => _violations.Add(violation);

    private static string Metres(double metres) => metres.ToString("F6", CultureInfo.InvariantCulture) + " m";
}
