using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>A group that a station may go to.</summary>
/// <param name="Number">Its number, from 1; 0 is a new one.</param>
/// <param name="Metres">From the station to the group's middle; 0 for a new one.</param>
/// <param name="Verdict">What going there does.</param>
internal sealed record MoveChoice(int Number, double Metres, MoveVerdict Verdict);

/// <summary>A choice in the words of its table.</summary>
/// <param name="Number">Number of the group, from 1; 0 is a new one.</param>
/// <param name="Name">K012; null for a new one.</param>
/// <param name="Kilometres">From the station to its middle.</param>
/// <param name="Middle">Code of the station in its middle, which lights on the map; null for a new one.</param>
/// <param name="Places">Its stations.</param>
/// <param name="Effects">What changes, by the texts' keys.</param>
public sealed record ShownChoice(int Number, string? Name, double Kilometres, string? Middle, string Places, ImmutableArray<(string Key, double Difference, int Digits)> Effects);

/// <summary>Where a station of an opened plan may go, the nearest group first.</summary>
internal static class MoveChoices
{
    /// <summary>As many as one reads before choosing; the form takes any other.</summary>
    public const int Most = 8;

    /// <summary>Numbers of the groups that no border keeps from the station, the nearest first, with their metres.</summary>
    public static ImmutableArray<(int Number, double Metres)> Near(OpenedPlan plan, int station)
    {
        var (problem, groups, own) = (plan.Input.Problem, plan.Result.Plan.Groups, plan.Result.Plan.GroupOfStation[station]);
        return
        [
            .. Enumerable.Range(0, groups.Length).Where(g => g != own && problem.AreInOneUnit(groups[g].Medoid, station))
                .Select(g => (Number: g + 1, Metres: problem.MetresBetween(groups[g].Medoid, station))).OrderBy(g => g.Metres).ThenBy(g => g.Number),
        ];
    }

    /// <summary>The nearest groups that the rules allow, and a new one last where the station may have one.</summary>
    public static ImmutableArray<MoveChoice> Of(OpenedPlan plan, int station)
    {
        var allowed = Near(plan, station).Select(g => new MoveChoice(g.Number, g.Metres, ReplanGuard.Judge(plan, station, g.Number)!)).Where(c => c.Verdict.IsAllowed).Take(Most);
        var alone = new MoveChoice(0, 0, ReplanGuard.Judge(plan, station, null)!);
        return alone.Verdict.IsAllowed ? [.. allowed, alone] : [.. allowed];
    }

    /// <summary>The choices as they are shown; of what does not change the officers alone, whom one asks about first.</summary>
    public static ImmutableArray<ShownChoice> Shown(OpenedPlan plan, int station, Func<int, string> places) =>
    [
        .. Of(plan, station).Select(c => new ShownChoice(
            c.Number, c.Number == 0 ? null : plan.Result.GroupId(c.Number - 1), c.Metres / 1000,
            c.Number == 0 ? null : plan.Input.Territory.Stations[plan.Result.Plan.Groups[c.Number - 1].Medoid].Code,
            c.Number == 0 ? "" : places(c.Number - 1),
            [
                .. Effects(c.Verdict).Select(e => (e.Key, Difference: Math.Round(e.After - e.Before, e.Digits), e.Digits))
                    .Where(e => e.Difference != 0 || e.Key == "OfficersNeeded"),
            ])),
    ];

    /// <summary>What a move changes in the plan's sums, in the order of the texts' keys; all of them, also where nothing changes.</summary>
    public static IEnumerable<(string Key, double Before, double After, int Digits)> Effects(MoveVerdict verdict)
    {
        var (was, now) = (verdict.Before, verdict.After);
        yield return ("Groups", was.Groups, now.Groups, 0);
        yield return ("OfficersNeeded", was.OfficersNeeded, now.OfficersNeeded, 0);
        yield return ("LinmasNeeded", was.LinmasNeeded, now.LinmasNeeded, 0);
        yield return ("TravelKilometres", was.TravelMetres / 1000, now.TravelMetres / 1000, 1);
        if (was.OfficersShort is { } less && now.OfficersShort is { } lacks) yield return ("OfficersShort", less, lacks, 0);
        if (was.LinmasShort is { } few && now.LinmasShort is { } fewer) yield return ("LinmasShort", few, fewer, 0);
    }
}
