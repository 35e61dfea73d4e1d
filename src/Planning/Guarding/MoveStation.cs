using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding.Repair;
using TigaPilar.Planning.Guarding.Search;
using TigaPilar.Planning.Supply;

namespace TigaPilar.Planning.Guarding;

/// <summary>The rule that forbids a change by hand.</summary>
public enum MoveRule
{
    /// <summary>The station is in that group already, or alone and asked to be alone.</summary>
    NoChange,

    /// <summary>The group is in another village, or kecamatan, that no group may cross.</summary>
    OtherUnit,

    /// <summary>A <i>khusus</i> station is guarded alone.</summary>
    Khusus,

    /// <summary>A link says that the station must stay with another one.</summary>
    MustStayTogether,

    /// <summary>A link forbids that the station shares a group with another one.</summary>
    MustStayApart,

    /// <summary>Stations of these classes may not share a group.</summary>
    Classes,

    /// <summary>The group would have more stations than any pattern of its class.</summary>
    TooMany,

    /// <summary>From no station of the group would all others lie within the radius.</summary>
    TooFar,
}

/// <summary>Why a station may not be moved.</summary>
/// <param name="Rule">The rule that would be broken; of several the first in their order.</param>
/// <param name="Group">The group that would break it: where the station should go, or the one that it leaves; −1 is a new one.</param>
/// <param name="Other">The other station of the link, or one of the class that may not mix; −1 for other rules.</param>
/// <param name="Limit">Most stations, or the radius in metres; 0 for other rules.</param>
/// <param name="Actual">Stations that there would be, or metres to the farthest from the best centre; 0 for other rules.</param>
public readonly record struct MoveRefusal(MoveRule Rule, int Group, int Other = -1, double Limit = 0, double Actual = 0);

/// <summary>A plan's sums; what is short is null where the problem names no forces.</summary>
public readonly record struct PlanTotals(
    int Groups, int OfficersNeeded, int LinmasNeeded, double TravelMetres, int? OfficersShort, int? LinmasShort);

/// <summary>What moving a station would do.</summary>
/// <param name="Refusal">Why it is not allowed; null where it is.</param>
/// <param name="Before">The plan as it is.</param>
/// <param name="After">The plan with the station moved; as before where that is not allowed.</param>
/// <param name="Source">The group that the station leaves, as it would be; null where nothing is left of it.</param>
/// <param name="Target">The group that it comes to, as it would be; null where that is not allowed.</param>
public sealed record MoveVerdict(MoveRefusal? Refusal, PlanTotals Before, PlanTotals After, GuardGroup? Source, GuardGroup? Target)
{
    public bool IsAllowed => Refusal is null;
}

/// <summary>A change by hand: one station to another group.</summary>
public static class MoveStation
{
    /// <summary>
    /// Says whether a station may be moved, and what that does. People are sent anew only in the jurisdiction and the
    /// kabupaten of the station, since nobody leaves either. To make the change, give
    /// <see cref="Replanner.Replan"/> the plan with the station's group changed.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan of it.</param>
    /// <param name="station">The station.</param>
    /// <param name="target">The group where it should go; null for a new one.</param>
    public static MoveVerdict Evaluate(GuardProblem problem, GuardPlan plan, int station, int? target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(station);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(station, problem.Stations.Length);
        var before = TotalsOf(plan);
        var from = plan.GroupOfStation[station];
        int[] rest = [.. plan.Groups[from].Stations.Where(s => s != station)];
        int[] joined = target is { } to ? [.. plan.Groups[to].Stations.Append(station).Order()] : [station];
        if (target == from || (target is null && rest.Length == 0))
            return Refused(before, new MoveRefusal(MoveRule.NoChange, from));

        var rules = GroupRules.Of(problem);
        var links = problem.Links.Where(l => l.A == station || l.B == station).ToArray();
        if ((BrokenLink(links, station, rest, joined, target ?? -1) ?? Broken(problem, rules, joined, station, target ?? -1)
                ?? Broken(problem, rules, rest, rest.FirstOrDefault(-1), from)) is { } refusal)
        {
            return Refused(before, refusal);
        }

        var source = rest.Length == 0 ? null : GroupCover.Of(problem, rules, rest)!;
        var grown = GroupCover.Of(problem, rules, joined)!;
        var groups = plan.Groups.Where((_, g) => g != from && g != target).Append(grown);
        var after = GuardPlanner.OfGroups(problem, source is null ? groups : groups.Append(source));
        return new MoveVerdict(Refusal: null, before, AfterOf(problem, plan, after, station, before), source, grown);
    }

    private static MoveVerdict Refused(PlanTotals before, MoveRefusal refusal) => new(refusal, before, before, null, null);

    private static MoveRefusal? BrokenLink(StationLink[] links, int station, int[] rest, int[] joined, int target)
    {
        foreach (var link in links)
        {
            var other = link.A == station ? link.B : link.A;
            if (link.Together && rest.Contains(other))
                return new MoveRefusal(MoveRule.MustStayTogether, target, other);
            if (!link.Together && joined.Contains(other))
                return new MoveRefusal(MoveRule.MustStayApart, target, other);
        }

        return null;
    }

    /// <summary>The first rule that stations break as a group; null where they may be one, or are none.</summary>
    private static MoveRefusal? Broken(GuardProblem problem, GroupRules rules, int[] stations, int moved, int group)
    {
        if (stations.Length == 0)
            return null;
        var unit = Units.UnitOf(problem, problem.Stations[moved]);
        if (Array.Exists(stations, s => Units.UnitOf(problem, problem.Stations[s]) != unit))
            return new MoveRefusal(MoveRule.OtherUnit, group);
        var khusus = Array.FindIndex(stations, s => problem.Stations[s].Class == StationClass.Khusus);
        if (khusus >= 0)
            return stations.Length == 1 ? null : new MoveRefusal(MoveRule.Khusus, group, stations[khusus]);
        var mix = new GroupTest(problem, rules, []).MixOf(stations);
        var possible = rules.Of(mix);
        if (possible.Length == 0)
            return new MoveRefusal(MoveRule.Classes, group, Array.Find(stations, s => problem.Stations[s].Class != problem.Stations[moved].Class));
        var most = possible.Max(r => r.Capacity);
        if (stations.Length > most)
            return new MoveRefusal(MoveRule.TooMany, group, Limit: most, Actual: stations.Length);
        var radius = possible.Where(r => r.Holds(stations.Length)).Max(r => problem.Patterns[r.Pattern].RadiusMetres ?? double.PositiveInfinity);
        var farthest = stations.Min(c => stations.Max(s => s == c ? 0 : problem.MetresBetween(c, s)));
        return farthest <= radius + GeoPoint.EqualMetres ? null : new MoveRefusal(MoveRule.TooFar, group, Limit: radius, Actual: farthest);
    }

    private static PlanTotals TotalsOf(GuardPlan plan) => new(
        plan.Groups.Length, plan.OfficersNeeded, plan.LinmasNeeded, plan.TravelMetres,
        plan.Forces is null ? null : plan.OfficersShort, plan.Forces is null ? null : plan.LinmasShort);

    private static PlanTotals AfterOf(GuardProblem problem, GuardPlan plan, GuardPlan after, int station, PlanTotals before)
    {
        var sums = TotalsOf(after);
        if (problem.Forces is not { } forces || plan.Forces is not { } sent)
            return sums;
        var kecamatan = problem.Kecamatan[problem.Villages[problem.Stations[station].Village].Kecamatan];
        var police = new OfficerFlow(problem, after, forces).Solve(kecamatan.Jurisdiction).Shortage?.Missing ?? 0;
        var linmas = new LinmasFlow(problem, after, forces.Linmas).Solve(kecamatan.Kabupaten).Shortages.Sum(s => s.Missing);
        return sums with
        {
            OfficersShort = before.OfficersShort + police
                - sent.PoliceShortages.Where(s => s.Index == kecamatan.Jurisdiction).Sum(s => s.Missing),
            LinmasShort = before.LinmasShort + linmas
                - sent.LinmasShortages.Where(s => problem.Kecamatan[problem.Villages[s.Index].Kecamatan].Kabupaten == kecamatan.Kabupaten).Sum(s => s.Missing),
        };
    }
}
