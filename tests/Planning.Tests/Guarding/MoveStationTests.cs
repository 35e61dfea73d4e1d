using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>A station moved by hand: allowed or not, by which rule, and with what effect.</summary>
public class MoveStationTests
{
    [Fact]
    public void AMoveIsAllowedWhereBothGroupsAreAndItsEffectIsThatOfANewPlan() => new ProblemGen(14).Select(Gen.UInt, (problem, seed) => (problem, seed)).Sample(
        (problem, seed) =>
        {
            var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, TestContext.Current.CancellationToken);
            var random = new SplitMix64(seed);
            for (var tries = 0; tries < 4; tries++)
            {
                var station = random.Next(problem.Stations.Length);
                var to = random.Next(plan.Groups.Length + 1) is var g && g == plan.Groups.Length ? (int?)null : g;
                var verdict = MoveStation.Evaluate(problem, plan, station, to);
                var moved = plan.GroupOfStation.SetItem(station, to ?? plan.Groups.Length);
                Assert.Equal(May(problem, plan, moved, station), verdict.IsAllowed);
                if (!verdict.IsAllowed)
                    continue;
                var made = Replanner.Replan(problem, EarlierPlan.Of(plan) with { GroupOfStation = moved }, TestContext.Current.CancellationToken).Plan;
                Assert.Equal(
                    new PlanTotals(
                        made.Groups.Length, made.OfficersNeeded, made.LinmasNeeded, 0,
                        made.Forces is null ? null : made.OfficersShort, made.Forces is null ? null : made.LinmasShort),
                    verdict.After with { TravelMetres = 0 });
                Assert.Equal(made.TravelMetres, verdict.After.TravelMetres, 1e-6);
            }
        },
        iter: 300, threads: 1);

    [Fact]
    public void TheRefusalSaysWhichRuleAndItsFigures()
    {
        var patterns = GuardProblem.DefaultPatterns.SetItem(0, new GuardPattern(StationClass.KurangRawan, 2, 3, RadiusMetres: 1000));
        var field = new Field();
        var (here, there) = (field.Village(), field.Village());
        var problem = field.Station(0, village: here).Station(10, village: here).Station(20, village: here).Station(5000, village: here)
            .Station(0, StationClass.SangatRawan, here).Station(0, StationClass.Khusus, here).Station(0, village: there).Station(5100, village: here)
            .Problem(patterns) with { Links = [new StationLink(3, 7, Together: true), new StationLink(1, 6, Together: false)] };
        var plan = Field.Plan(problem);
        Assert.Equal("0 1 2 | 3 7 | 4 | 5 | 6", string.Join(" | ", plan.Groups.Select(g => string.Join(' ', g.Stations))));
        Assert.Equal(new MoveRefusal(MoveRule.NoChange, 0), Refusal(0, 0));
        Assert.Equal(new MoveRefusal(MoveRule.NoChange, 4), Refusal(6, null));
        Assert.Equal(new MoveRefusal(MoveRule.MustStayTogether, 0, 7), Refusal(3, 0));
        Assert.Equal(new MoveRefusal(MoveRule.MustStayApart, 4, 6), Refusal(1, 4));
        Assert.Equal(new MoveRefusal(MoveRule.OtherUnit, 4), Refusal(0, 4));
        Assert.Equal(new MoveRefusal(MoveRule.Khusus, 3, 5), Refusal(0, 3));
        Assert.Equal(new MoveRefusal(MoveRule.Classes, 0, 0), Refusal(4, 0));
        var far = Refusal(0, 1)!.Value;
        Assert.Equal((MoveRule.TooFar, 1, 1000), (far.Rule, far.Group, far.Limit));
        Assert.Equal(5000, far.Actual, 1e-3);
        problem = problem with { Links = [] };
        Assert.Equal(new MoveRefusal(MoveRule.TooMany, 0, Limit: 3, Actual: 4), Refusal(3, 0));

        MoveRefusal? Refusal(int station, int? to) => MoveStation.Evaluate(problem, plan, station, to).Refusal;
    }

    private static bool May(GuardProblem problem, GuardPlan plan, IReadOnlyList<int> moved, int station)
    {
        var stations = Enumerable.Range(0, moved.Count).ToArray();
        if (moved[station] == plan.GroupOfStation[station]
            || (moved[station] == plan.Groups.Length && plan.Groups[plan.GroupOfStation[station]].Stations.Length == 1))
        {
            return false;
        }

        return problem.Links.All(l => moved[l.A] == moved[l.B] == l.Together)
            && stations.GroupBy(s => moved[s]).All(g => GroupJudge.CoverOf(problem, [.. g]) is not null);
    }
}
