using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>A checker that finds nothing proves nothing: each rule broken by hand is noticed.</summary>
public class PlanCheckerTests
{
    private const StationClass Kurang = StationClass.KurangRawan;
    private const StationClass Rawan = StationClass.Rawan;
    private const StationClass Sangat = StationClass.SangatRawan;
    private const StationClass Khusus = StationClass.Khusus;

    private static readonly GuardPattern Two = new(Kurang, Officers: 2, MaxStations: 2, RadiusMetres: 1000);

    [Fact]
    public void NoticesAStationLeftOutOrGuardedTwice()
    {
        var problem = new Field().Stations(2).Problem(Two);
        Says(problem, Plan([0], 0, 0, Two), "station 1 is in 0 groups");
        Says(problem, Join(Plan([0, 1], 0, 0, Two), Plan([1], 1, 0, Two)), "station 1 is in 2 groups");
    }

    [Fact]
    public void NoticesGroupsAcrossVillagesKecamatanAndJurisdictions()
    {
        var field = new Field();
        field.Kecamatan(jurisdiction: 0);
        field.Kecamatan(jurisdiction: 1);
        field.Village(0);
        field.Village(1);
        var problem = field.Station(0).Station(0, village: 1).Problem(Two);
        var plan = Plan([0, 1], 0, 1000, Two);
        Says(problem, plan, "crosses villages");
        Says(problem, plan, "crosses kecamatan");
        Says(problem, plan, "crosses jurisdictions");
    }

    [Theory]
    [InlineData(Khusus, "a khusus station is not alone")]
    [InlineData(Rawan, "a rawan group is filled")]
    [InlineData(Sangat, "a sangat rawan group is filled")]
    public void NoticesForbiddenMixing(StationClass highest, string said)
    {
        var pattern = Two with { Class = highest };
        var problem = new Field().Station(0).Station(0, highest).Problem(Two, pattern) with { FillRawan = false };
        Says(problem, Plan([0, 1], 0, 0, pattern), said);
    }

    [Fact]
    public void NoticesAPatternThatDoesNotCoverOrCostsTooMany()
    {
        var dear = new GuardPattern(Kurang, Officers: 5, MaxStations: 9);
        Says(new Field().Stations(3).Problem(Two, dear), Plan([0, 1, 2], 0, 0, Two), "its pattern at most 2");
        Says(new Field().Stations(2).Problem(Two, dear), Plan([0, 1], 0, 0, dear), "takes 5 officers");
        Says(new Field().Stations(2).Problem(dear), Plan([0, 1], 0, 0, Two), "a pattern that the problem does not have");
        Says(new Field().Stations(1, Rawan).Problem(Two), Plan([0], 0, 0, Two), "is Rawan but follows a pattern for KurangRawan");
        Says(new Field().Station(0).Station(1001).Problem(Two), Plan([0, 1], 0, 1001, Two), "no station within whose 1000 m");
    }

    [Fact]
    public void NoticesAWrongMedoidOrTravel()
    {
        var free = Two with { RadiusMetres = null, MaxStations = 9 };
        var problem = new Field().Station(0).Station(100).Station(300).Problem(free);
        Assert.Empty(PlanChecker.Violations(problem, Plan([0, 1, 2], 1, 300, free)));
        Says(problem, Plan([0, 1, 2], 0, 400, free), "from 1 only 300");
        Says(problem, Plan([0, 1, 2], 1, 299, free), "says 299.0");
        Says(new Field().Stations(2).Problem(free), Plan([0, 1], 1, 0, free), "0 has the lower code");
        Says(new Field().Station(0).Station(900).Station(1800).Problem(Two with { MaxStations = 9 }),
            Plan([0, 1, 2], 0, 2700, Two with { MaxStations = 9 }), "reaches 1800");
    }

    [Fact]
    public void NoticesBrokenLinks()
    {
        var problem = new Field().Stations(2).Problem(Two);
        Says(problem with { Links = [new(0, 1, Together: false)] }, Plan([0, 1], 0, 0, Two), "must be apart");
        Says(problem with { Links = [new(0, 1, Together: true)] },
            Join(Plan([0], 0, 0, Two), Plan([1], 1, 0, Two)), "must be together");
    }

    [Fact]
    public void NoticesLinmasWhoDoNotExistMayNotComeOrAreNotNeeded()
    {
        Says(Men([2, 4]), Forces(linmas: [new(HomeLevel.Village, 0, 0, 3)]), "sends 3 Linmas and has 2");
        Says(Men([2, 4]), Forces(linmas: [new(HomeLevel.Village, 1, 0, 2)]), "may not stand at station 0");
        Says(Men([9, 4]), Forces(linmas: [new(HomeLevel.Village, 0, 0, 3)]), "receives 3 Linmas and needs 2");
    }

    [Fact]
    public void NoticesAShortageThatNeedNotBeOrIsNotSaid()
    {
        Says(Men([2, 2]), Forces(linmas: [new(HomeLevel.Village, 0, 0, 2), new(HomeLevel.Village, 1, 1, 1)]), "short of Linmas are villages 1");
        var said = Forces(linmas: [new(HomeLevel.Village, 0, 0, 2), new(HomeLevel.Village, 1, 1, 1)]);
        said = said with { Forces = said.Forces! with { LinmasShortages = [new(1, 2, 2, 1, 0, 0, 0, null)] } };
        Says(Men([2, 2]), said, "1 Linmas are short, 0 would be the least");
    }

    [Fact]
    public void NoticesOfficersWhoLeaveOutAHigherClassOrAreLentTooEarly()
    {
        var pair = new GuardPattern(Rawan, 2, 1);
        var problem = new Field().Station(0).Station(0, Rawan).Problem(Two, pair) with
        {
            FillRawan = false,
            Forces = new([], [new(HomeLevel.Jurisdiction, 0, 2)], [new(HomeLevel.Jurisdiction, 0, 1)]),
        };
        var groups = Join(Plan([0], 0, 0, Two), Plan([1], 1, 0, pair));
        Says(problem, With(groups, [new(false, HomeLevel.Jurisdiction, 0, 0, 2)]), "group 1 (Rawan) is short");
        Says(problem, With(groups, [new(false, HomeLevel.Jurisdiction, 0, 1, 3)]), "sends 3 officers and has 2");
        Says(problem, With(groups, [new(false, HomeLevel.Jurisdiction, 1, 1, 2)]), "leave their jurisdiction");
        var enough = problem.Forces with { Police = [new(HomeLevel.Jurisdiction, 0, 4)] };
        Says(problem with { Forces = enough }, With(groups, [new(true, HomeLevel.Jurisdiction, 0, 1, 1)]), "uses 1 of BKO");
    }

    [Fact]
    public void LargestFlowIsFoundWhereAWayMustBeTakenBack()
    {
        var flow = new MaxFlow();
        for (var i = 0; i < 4; i++)
            flow.AddNode();
        flow.AddArc(0, 1, 1);
        flow.AddArc(0, 2, 1);
        flow.AddArc(1, 2, 1);
        flow.AddArc(1, 3, 1);
        flow.AddArc(2, 3, 1);
        Assert.Equal(2, flow.Solve(0, 3));
    }

    [Fact]
    public void BruteForceTakesFewGroupsBeforeShortTravel()
    {
        var problem = new Field().Station(0).Station(10).Station(500).Station(800).Problem(Two with { MaxStations = 3 });
        var (groups, travel) = BruteForce.Best(problem);
        Assert.Equal((2, 310), (groups, Math.Round(travel, 5)));
    }

    private static void Says(GuardProblem problem, GuardPlan plan, string violation) =>
        Assert.Contains(PlanChecker.Violations(problem, plan), v => v.Contains(violation, StringComparison.Ordinal));

    private static GuardPlan Plan(ImmutableArray<int> stations, int medoid, double travel, GuardPattern pattern) =>
        new([new GuardGroup(stations, medoid, pattern, travel)], [.. Enumerable.Repeat(0, stations[^1] + 1)], null);

    private static GuardPlan Join(GuardPlan one, GuardPlan other) =>
        new([.. one.Groups, .. other.Groups], [.. one.GroupOfStation, .. Enumerable.Repeat(1, other.GroupOfStation.Length - one.GroupOfStation.Length)], null);

    /// <summary>Two villages of one station each, with so many Linmas; nobody helps.</summary>
    private static GuardProblem Men(int[] own)
    {
        var field = new Field();
        field.Village();
        field.Village();
        return field.Station(0).Station(0, village: 1).Problem(Two) with
        {
            Forces = new([.. own.Select((count, v) => new ForceHome(HomeLevel.Village, v, count))], [], []),
        };
    }

    private static GuardPlan Forces(ImmutableArray<LinmasPosting> linmas) =>
        Join(Plan([0], 0, 0, Two), Plan([1], 1, 0, Two)) with { Forces = new(linmas, [], [], [], 0, 0) };

    private static GuardPlan With(GuardPlan plan, ImmutableArray<OfficerPosting> officers) =>
        plan with { Forces = new([], officers, [], [], 0, 0) };
}
