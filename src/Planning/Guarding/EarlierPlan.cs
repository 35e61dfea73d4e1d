using System.Collections.Immutable;

namespace TigaPilar.Planning.Guarding;

/// <summary>
/// What is to be kept of a plan made before, told by the indices of the problem as it is now. What is gone (a station, a
/// home) has the index −1, so that who stood there is still counted.
/// </summary>
/// <param name="GroupOfStation">For each station of the problem the number of its group before; −1 where it is new.</param>
/// <param name="Linmas">Linmas as they were posted.</param>
/// <param name="Officers">Officers as they were posted, by the groups' earlier numbers.</param>
public sealed record EarlierPlan(
    ImmutableArray<int> GroupOfStation, ImmutableArray<LinmasPosting> Linmas, ImmutableArray<OfficerPosting> Officers)
{
    /// <summary>A plan whose stations and homes are all still there under their indices.</summary>
    public static EarlierPlan Of(GuardPlan plan) =>
        new(plan.GroupOfStation, plan.Forces?.Linmas ?? [], plan.Forces?.Officers ?? []);

    /// <summary>A plan of which some stations are gone and others new; homes keep their indices.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="earlierStation">For each station of the problem as it is now its index before; −1 where it is new.</param>
    public static EarlierPlan Of(GuardPlan plan, ImmutableArray<int> earlierStation)
    {
        var now = new int[plan.GroupOfStation.Length];
        Array.Fill(now, -1);
        for (var s = 0; s < earlierStation.Length; s++)
        {
            if (earlierStation[s] >= 0)
                now[earlierStation[s]] = s;
        }

        return new EarlierPlan(
            [.. earlierStation.Select(s => s < 0 ? -1 : plan.GroupOfStation[s])],
            [.. (plan.Forces?.Linmas ?? []).Select(p => p with { Station = now[p.Station] })],
            plan.Forces?.Officers ?? []);
    }
}
