using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>A plan made from an earlier one keeps what can be kept.</summary>
public class ReplanTests
{
    [Fact]
    public void NoReplannedPlanBreaksARule() => ChangedProblem.Gen(30).Sample(
        changed =>
        {
            var plan = Replan(changed).Plan;
            // Who of the lent officers stands where he stood is not sent home for one who does not.
            string[] others = [.. PlanChecker.Violations(changed.Now, plan).Where(v => !v.Contains(" of BKO; ", StringComparison.Ordinal))];
            Assert.Empty(others);
        },
        iter: 400, threads: 1);

    [Fact]
    public void NothingChangesWhereNothingHappened() => new ProblemGen(40).Sample(
        problem =>
        {
            var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, TestContext.Current.CancellationToken);
            var again = Replanner.Replan(problem, EarlierPlan.Of(plan), TestContext.Current.CancellationToken);
            Assert.Equal(plan.GroupOfStation, again.Plan.GroupOfStation);
            Assert.Equal(plan.Groups.Select(g => (g.Medoid, g.Pattern, g.TravelMetres)), again.Plan.Groups.Select(g => (g.Medoid, g.Pattern, g.TravelMetres)));
            Assert.Equal(plan.Groups.Length, again.Untouched);
            Assert.Empty(again.StationsMoved);
            Assert.Equal((0, 0), (again.Officers?.Reassigned ?? 0, again.Linmas?.Reassigned ?? 0));
            Assert.Equal((0, 0), (again.Officers?.Dropped ?? 0, again.Linmas?.Dropped ?? 0));
        },
        iter: 200, threads: 1, print: ProblemText.Of);

    [Fact]
    public void LosingPeopleChangesNoGroup() => ChangedProblem.Gen(40, peopleOnly: true).Sample(
        changed => Assert.Equal(changed.Plan.GroupOfStation, Replan(changed).Plan.GroupOfStation), iter: 200, threads: 1);

    [Fact]
    public void AsManyStationsStayInAGroupAsMay() => ChangedProblem.Gen(14).Where(c => c.Now.Links.IsEmpty).Sample(
        changed =>
        {
            var again = Replan(changed);
            var earlier = changed.Earlier.GroupOfStation;
            for (var before = 0; before < changed.Plan.Groups.Length; before++)
            {
                var stations = Enumerable.Range(0, earlier.Length).Where(s => earlier[s] == before).ToArray();
                var stayed = stations.Count(s => again.GroupBefore[again.Plan.GroupOfStation[s]] == before);
                // As many as may by themselves; one more may come back where a station of another class brings a wider pattern with it.
                var alone = MostTogether(changed.Now, stations);
                var together = again.Plan.Groups.Where((_, g) => again.GroupBefore[g] == before).SelectMany(g => g.Stations).ToArray();
                Assert.True(stayed >= alone, $"{stayed} of {alone} that may");
                if (together.All(stations.Contains)) Assert.Equal(alone, stayed);
            }
        },
        iter: 300, threads: 1);

    [Fact]
    public void FewestOfficersAreReassigned() => ChangedProblem.Gen(5).Where(c => c.Now.Forces is not null).Sample(
        changed =>
        {
            var again = Replan(changed);
            var plan = again.Plan;
            var stood = changed.Earlier.Officers;
            var homes = changed.Now.Forces!.Police.Select(h => (Bko: false, Home: h)).Concat(changed.Now.Forces.Bko.Select(h => (Bko: true, Home: h)))
                .GroupBy(h => (h.Bko, h.Home.Level, h.Home.Index))
                .Select(h => (h.Key.Bko, Home: new ForceHome(h.Key.Level, h.Key.Index, h.Sum(same => same.Home.Count))))
                .Select(h => (
                    h.Home.Count,
                    plan.Groups.Select(g => JurisdictionOf(changed.Now, h.Home) == JurisdictionOf(changed.Now, g)).ToArray(),
                    again.GroupBefore.Select(before => before < 0 ? 0
                        : stood.Where(p => (p.Bko, p.HomeLevel, p.Home, p.Group) == (h.Bko, h.Home.Level, h.Home.Index, before)).Sum(p => p.Count)).ToArray()))
                .ToList();
            var (filled, kept) = EveryPosting.Best(
                [.. plan.Groups.Select(g => g.Pattern.Officers)], [.. plan.Groups.Select(g => (int)g.Pattern.Class)], homes);
            Assert.Equal((filled, kept, filled - kept), (plan.OfficersNeeded - plan.OfficersShort, again.Officers!.Value.Kept, again.Officers.Value.Reassigned));
            Assert.Equal(stood.Sum(p => p.Count), again.Officers.Value.Kept + again.Officers.Value.Moved + again.Officers.Value.Dropped);
        },
        iter: 200, threads: 1);

    [Fact]
    public void FewestLinmasAreReassigned() => ChangedProblem.Gen(4).Where(c => c.Now.Forces is not null).Sample(
        changed =>
        {
            var again = Replan(changed);
            var stood = changed.Earlier.Linmas;
            var stations = Enumerable.Range(0, changed.Now.Stations.Length).ToArray();
            var homes = changed.Now.Forces!.Linmas.Select(h => (
                h.Count,
                stations.Select(s => ForceChecker.MayHelp(changed.Now, h.Level, h.Index, changed.Now.Stations[s].Village)).ToArray(),
                stations.Select(s => stood.Where(p => (p.HomeLevel, p.Home, p.Station) == (h.Level, h.Index, s)).Sum(p => p.Count)).ToArray())).ToList();
            var (filled, kept) = EveryPosting.Best([.. stations.Select(s => PlanChecker.LinmasNeed(again.Plan, s))], new int[stations.Length], homes);
            Assert.Equal((filled, kept), (again.Plan.LinmasNeeded - again.Plan.LinmasShort, again.Linmas!.Value.Kept));
            Assert.Equal(filled - kept, again.Linmas.Value.Reassigned);
        },
        iter: 200, threads: 1);

    [Fact]
    public void AStationThatIsGoneLeavesItsGroupAndTheRestStays()
    {
        var before = new Field().Station(0).Station(100).Station(200).Problem();
        var now = before with { Stations = before.Stations.RemoveAt(1) };
        var again = Replanner.Replan(now, EarlierPlan.Of(Field.Plan(before), [0, 2]), TestContext.Current.CancellationToken);
        Assert.Equal([0, 0], again.Plan.GroupOfStation);
        Assert.Equal((0, 1), (again.Plan.Groups[0].Medoid, again.Untouched));
    }

    [Fact]
    public void AGroupWhoseStationsHaveAllBecomeKhususLivesOnInTheFirst()
    {
        var before = new Field().Station(0).Station(100).Problem();
        var now = before with { Stations = [.. before.Stations.Select(s => s with { Class = StationClass.Khusus })] };
        var again = Replanner.Replan(now, EarlierPlan.Of(Field.Plan(before)), TestContext.Current.CancellationToken);
        Assert.Equal([0, -1], again.GroupBefore);
    }

    [Fact]
    public void AStationThatHasBecomeRawanJoinsTheNearestThatTakesIt()
    {
        // Two rawan stations far apart, each with a place left; the middle one turns rawan nearer to the second.
        var before = new Field().Station(0, StationClass.Rawan).Stations(3, east: 700).Station(1000, StationClass.Rawan).Problem()
            with { FillRawan = false, Links = [new StationLink(0, 4, Together: false)] };
        var plan = Field.Plan(before);
        var now = before with { Stations = before.Stations.SetItem(2, before.Stations[2] with { Class = StationClass.Rawan }) };
        var again = Replanner.Replan(now, EarlierPlan.Of(plan), TestContext.Current.CancellationToken);
        Assert.Equal(again.Plan.GroupOfStation[4], again.Plan.GroupOfStation[2]);
        Assert.Equal([2], again.StationsMoved);
    }

    [Fact]
    public void ANewStationOpensAGroupWhereNoneTakesIt()
    {
        var before = new Field().Stations(12).Problem();
        var now = before with { Stations = before.Stations.Add(before.Stations[0]) };
        var again = Replanner.Replan(
            now, EarlierPlan.Of(Field.Plan(before), [.. Enumerable.Range(0, 12), -1]), TestContext.Current.CancellationToken);
        Assert.Equal([0, -1], again.GroupBefore);
        Assert.Equal([12], again.StationsNew);
    }

    /// <summary>Lampung Tengah, 4,071 stations: a tenth of the officers fall out, wherever they are from.</summary>
    [Fact]
    public void LampungTengahLosesATenthOfItsOfficersAndKeepsItsGroups()
    {
        var problem = RealField.LampungTengah();
        var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, TestContext.Current.CancellationToken, threads: 2);
        var now = problem with { Forces = problem.Forces! with { Police = RealField.WithoutATenth(problem.Forces.Police, seed: 5) } };
        var again = Replanner.Replan(now, EarlierPlan.Of(plan), TestContext.Current.CancellationToken);
        Assert.Equal(plan.GroupOfStation, again.Plan.GroupOfStation);
        Assert.Equal(plan.Groups.Length, again.Untouched);
        var (filled, reassigned) = Cheapest(now, plan);
        Assert.Equal((filled, reassigned), (plan.OfficersNeeded - again.Plan.OfficersShort, again.Officers!.Value.Reassigned));
        Assert.Equal(0, again.Linmas!.Value.Reassigned);
        TestContext.Current.TestOutputHelper?.WriteLine($"{plan.Groups.Length} groups, {filled} places filled, {again.Officers}");
    }

    /// <summary>How many places can be filled, and by how many who did not stand there: way by way, in an own flow.</summary>
    private static (int Filled, int Reassigned) Cheapest(GuardProblem problem, GuardPlan plan)
    {
        const int lowerClass = 1_000_000;
        var flow = new CheapestFlow();
        var (source, sink) = (flow.AddNode(), flow.AddNode());
        var groups = new int[plan.Groups.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = flow.AddNode();
            flow.AddArc(groups[g], sink, plan.Groups[g].Pattern.Officers, lowerClass * (StationClass.Khusus - plan.Groups[g].Pattern.Class));
        }

        foreach (var home in problem.Forces!.Police)
        {
            var node = flow.AddNode();
            flow.AddArc(source, node, home.Count, 0);
            for (var g = 0; g < groups.Length; g++)
            {
                var stood = plan.Forces!.Officers.Where(p => (p.HomeLevel, p.Home, p.Group) == (home.Level, home.Index, g)).Sum(p => p.Count);
                if (stood > 0)
                    flow.AddArc(node, groups[g], stood, 0);
                flow.AddArc(node, groups[g], plan.Groups[g].Pattern.Officers, 1);
            }
        }

        var (filled, cost) = flow.Solve(source, sink);
        return (filled, (int)(cost % lowerClass));
    }

    /// <summary>The most of these stations that may be one group, by looking at every set of them.</summary>
    private static int MostTogether(GuardProblem problem, int[] stations) =>
        Enumerable.Range(1, (1 << stations.Length) - 1)
            .Select(set => stations.Where((_, i) => (set >> i & 1) > 0).ToArray())
            .Where(set => GroupJudge.CoverOf(problem, set) is not null)
            .Select(set => set.Length).DefaultIfEmpty(0).Max();

    private static int JurisdictionOf(GuardProblem problem, GuardGroup group) =>
        problem.Kecamatan[problem.Villages[problem.Stations[group.Medoid].Village].Kecamatan].Jurisdiction;

    private static int JurisdictionOf(GuardProblem problem, ForceHome home) => home.Level switch
    {
        HomeLevel.Kecamatan => problem.Kecamatan[home.Index].Jurisdiction,
        HomeLevel.Kabupaten => problem.Kecamatan.First(k => k.Kabupaten == home.Index).Jurisdiction,
        _ => home.Index,
    };

    private static Replanned Replan(ChangedProblem changed) =>
        Replanner.Replan(changed.Now, changed.Earlier, TestContext.Current.CancellationToken);
}
