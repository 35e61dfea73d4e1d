using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Guarding;

namespace TigaPilar.Planning.Tests.Supply;

/// <summary>Officers go to groups of their own jurisdiction, to the highest class first; lent officers (BKO) come last.</summary>
public class OfficerTests
{
    [Fact]
    public void GroupMayBeFilledInPart()
    {
        var plan = Field.Plan(Sectors(groups: 2) with { Forces = Police((HomeLevel.Kecamatan, 0, 3)) });
        Assert.Equal([2, 1], Received(plan).OrderDescending());
        var shortage = Assert.Single(plan.Forces!.PoliceShortages);
        Assert.Equal((0, 4, 3, 1, 0), (shortage.Index, shortage.Needed, shortage.Available, shortage.Missing, shortage.Helped));
    }

    [Fact]
    public void HigherClassIsFilledFirst()
    {
        var problem = new Field().Station(0).Station(0, StationClass.Rawan).Station(0, StationClass.SangatRawan)
            .Station(0, StationClass.Khusus).Problem() with { FillRawan = false };
        Assert.Equal([0, 0, 0, 2], Received(Field.Plan(problem with { Forces = Police((HomeLevel.Jurisdiction, 0, 2)) })));
        Assert.Equal([0, 0, 2, 2], Received(Field.Plan(problem with { Forces = Police((HomeLevel.Jurisdiction, 0, 4)) })));
        Assert.Equal([0, 1, 2, 2], Received(Field.Plan(problem with { Forces = Police((HomeLevel.Jurisdiction, 0, 5)) })));
    }

    [Fact]
    public void HigherClassFarAwayComesBeforeALowerOneAtHome()
    {
        var problem = Sectors(groups: 1, sectors: 2);
        problem = problem with { Stations = problem.Stations.SetItem(1, problem.Stations[1] with { Class = StationClass.Rawan }) };
        Assert.Equal([0, 2], Received(Field.Plan(problem with { Forces = Police((HomeLevel.Kecamatan, 0, 2)) })));
    }

    [Fact]
    public void LentOfficersComeLast()
    {
        var forces = new GuardForces([], [new(HomeLevel.Kecamatan, 1, 3)], [new(HomeLevel.Jurisdiction, 0, 9)]);
        var plan = Field.Plan(Sectors(groups: 1, sectors: 2) with { Forces = forces });
        Assert.Equal(1, plan.Forces!.Officers.Where(p => p.Bko).Sum(p => p.Count));
        Assert.Equal((12, 0), (plan.Forces.OfficersAvailable, plan.OfficersShort));
    }

    [Fact]
    public void ShortageSaysHowManyLentOfficersCame()
    {
        var forces = new GuardForces([], [new(HomeLevel.Kecamatan, 0, 1)], [new(HomeLevel.Jurisdiction, 0, 2)]);
        var shortage = Assert.Single(Field.Plan(Sectors(groups: 2) with { Forces = forces }).Forces!.PoliceShortages);
        Assert.Equal((4, 3, 1, 2), (shortage.Needed, shortage.Available, shortage.Missing, shortage.Helped));
    }

    [Fact]
    public void PolsekGuardsItsOwnKecamatanFirst()
    {
        var problem = Sectors(groups: 1, sectors: 2);
        var plan = Field.Plan(problem with { Forces = Police((HomeLevel.Kecamatan, 1, 2), (HomeLevel.Kecamatan, 0, 2)) });
        Assert.All(plan.Forces!.Officers, p => Assert.Equal(p.Group, p.Home));
    }

    [Fact]
    public void PolsekHelpsItsWholeJurisdiction() =>
        Assert.Equal(0, Field.Plan(Sectors(groups: 1, sectors: 2) with { Forces = Police((HomeLevel.Kecamatan, 1, 4)) }).OfficersShort);

    [Fact]
    public void NoOfficerLeavesHisJurisdiction()
    {
        var problem = Sectors(groups: 1, sectors: 2) with { Kecamatan = [new(0, 0), new(1, 0)] };
        var shortage = Assert.Single(
            Field.Plan(problem with { Forces = Police((HomeLevel.Kecamatan, 1, 9)) }).Forces!.PoliceShortages);
        Assert.Equal((0, 2, 0, 2), (shortage.Index, shortage.Needed, shortage.Available, shortage.Missing));
    }

    [Fact]
    public void PoliceOfAKabupatenServeItsOnlyJurisdiction()
    {
        var problem = Sectors(groups: 1, sectors: 2);
        Assert.Equal(0, Field.Plan(problem with { Forces = Police((HomeLevel.Kabupaten, 0, 4)) }).OfficersShort);
    }

    [Fact]
    public void PoliceOfAKabupatenWithTwoJurisdictionsMustNameOne()
    {
        var problem = Sectors(groups: 1, sectors: 2) with
        {
            Kecamatan = [new(0, 0), new(1, 0)],
            Forces = Police((HomeLevel.Kabupaten, 0, 4)),
        };
        Assert.Throws<ArgumentException>(() => Field.Plan(problem));
    }

    /// <summary>Kecamatan ten kilometres apart, one village each, with so many groups.</summary>
    private static GuardProblem Sectors(int groups, int sectors = 1)
    {
        var field = new Field();
        for (var k = 0; k < sectors; k++)
        {
            field.Kecamatan();
            field.Village(k, east: 10_000 * k);
            // One station a group keeps the cases small: a group of one needs its pair like a group of twelve.
            for (var g = 0; g < groups; g++)
                field.Station(10_000 * k, village: k);
        }

        GuardPattern[] single =
        [
            new(StationClass.KurangRawan, Officers: 2, MaxStations: 1),
            new(StationClass.Rawan, Officers: 2, MaxStations: 1),
        ];
        return field.Problem([.. single]);
    }

    private static GuardForces Police(params (HomeLevel Level, int Home, int Count)[] homes) =>
        new([], [.. homes.Select(h => new ForceHome(h.Level, h.Home, h.Count))], []);

    private static int[] Received(GuardPlan plan) =>
    [
        .. Enumerable.Range(0, plan.Groups.Length)
            .Select(g => plan.Forces!.Officers.Where(p => p.Group == g).Sum(p => p.Count)),
    ];
}
