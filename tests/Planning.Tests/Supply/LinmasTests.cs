using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Guarding;

namespace TigaPilar.Planning.Tests.Supply;

/// <summary>Two Linmas at a station unless a pattern says otherwise: who sends them, and who explains that some lack.</summary>
public class LinmasTests
{
    [Fact]
    public void VillageGuardsItsOwnStations()
    {
        var problem = Line(stations: [2, 1], own: [4, 2]);
        var plan = Field.Plan(problem with { NeighbourMetres = 5000 });
        Assert.All(plan.Forces!.Linmas, p => Assert.Equal(problem.Stations[p.Station].Village, p.Home));
        Assert.Equal(6, plan.Forces.Linmas.Sum(p => p.Count));
        Assert.Empty(plan.Forces.LinmasShortages);
    }

    [Fact]
    public void NobodyHelpsAcrossVillagesUnlessAsked()
    {
        var plan = Field.Plan(Line(stations: [3, 1], own: [4, 9]));
        var shortage = Assert.Single(plan.Forces!.LinmasShortages);
        Assert.Equal((0, 6, 4, 2), (shortage.Index, shortage.Needed, shortage.Available, shortage.Missing));
        Assert.Equal((0, 0, 0), (shortage.Helpers, shortage.HelpersSpare, shortage.Helped));
        Assert.Equal(2000, shortage.NearestSpareMetres!.Value, 1e-3);
    }

    [Fact]
    public void ZeroMetresIsNoNeighbourEvenAtTheSamePlace()
    {
        var field = new Field();
        field.Village();
        field.Village();
        var plan = Field.Plan(With(field.Station(0).Problem(), [0, 9]));
        Assert.Equal(2, Assert.Single(plan.Forces!.LinmasShortages).Missing);
    }

    [Fact]
    public void NeighboursWithinReachHelp()
    {
        var problem = Line(stations: [3, 1], own: [4, 9]);
        Assert.Equal(2, Field.Plan(problem with { NeighbourMetres = 1999 }).LinmasShort);
        Assert.Equal(0, Field.Plan(problem with { NeighbourMetres = 2001 }).LinmasShort);
    }

    [Fact]
    public void MenOfTheOwnVillageStandAtItsFirstStationsWhicheverVillageHelps()
    {
        // The helper has the lower code, so its men would come first if the order were that of the codes.
        var problem = Line(stations: [1, 3], own: [9, 4]) with { NeighbourMetres = 2500 };
        var helped = Field.Plan(problem).Forces!.Linmas.Where(p => problem.Stations[p.Station].Village == 1).ToArray();
        Assert.Equal([1, 1, 0], helped.OrderBy(p => p.Station).Select(p => p.Home));
    }

    [Fact]
    public void NeighboursHelpAcrossKecamatanWhateverTheUnit()
    {
        var problem = Line(stations: [3, 1], own: [4, 9], kecamatan: [0, 1]) with { NeighbourMetres = 2500 };
        Assert.Equal(0, Field.Plan(problem with { Unit = GroupingUnit.Village }).LinmasShort);
        Assert.Equal(0, Field.Plan(problem with { Unit = GroupingUnit.Kecamatan }).LinmasShort);
    }

    [Fact]
    public void NeighboursOfAnotherKabupatenDoNotHelp()
    {
        var problem = Line(stations: [3, 1], own: [4, 9], kecamatan: [0, 1]) with { NeighbourMetres = 2500 };
        var apart = problem with { Kecamatan = [new(0, 0), new(1, 1)] };
        Assert.Equal(2, Field.Plan(apart).LinmasShort);
    }

    [Fact]
    public void VillageWithoutACentroidNeitherHelpsNorIsHelped()
    {
        var problem = Line(stations: [3, 1], own: [4, 9]) with { NeighbourMetres = 2500 };
        foreach (var unplaced in (int[])[0, 1])
        {
            var village = problem.Villages[unplaced] with { Centroid = null };
            var shortage = Assert.Single(Field.Plan(
                problem with { Villages = problem.Villages.SetItem(unplaced, village) }).Forces!.LinmasShortages);
            Assert.Equal((2, 0, (double?)null), (shortage.Missing, shortage.Helpers, shortage.NearestSpareMetres));
        }
    }

    [Fact]
    public void ShortageNamesWhoWasAskedAndWhereMenAreLeft()
    {
        // Village 0 needs 8 and has 1. Its neighbour 1 sends all 4 that it has, for 2 and 3 make good what it lacks then.
        var problem = Line(stations: [4, 1, 2, 1, 1], own: [1, 4, 4, 6, 9]) with { NeighbourMetres = 2500 };
        var shortage = Assert.Single(Field.Plan(problem).Forces!.LinmasShortages);
        Assert.Equal((8, 1, 4, 3), (shortage.Needed, shortage.Available, shortage.Helped, shortage.Missing));
        Assert.Equal((1, 2), (shortage.Helpers, shortage.HelpersSpare));
        // Village 2, at 4 km, ends with nobody left; village 3, at 6 km, with two.
        Assert.Equal(6000, shortage.NearestSpareMetres!.Value, 1e-3);
    }

    [Fact]
    public void ChainOfNeighboursReachesTheBestSending()
    {
        // 2 has men but is too far from 0, which has none: 1 sends its own to 0 and is helped by 2.
        var plan = Field.Plan(Line(stations: [1, 1, 0], own: [0, 2, 2]) with { NeighbourMetres = 2500 });
        Assert.Equal(0, plan.LinmasShort);
        Assert.Equal((1, 2), (HomeOf(plan, station: 0), HomeOf(plan, station: 1)));
    }

    [Fact]
    public void PoolOfAKecamatanServesOnlyThatKecamatan()
    {
        var problem = Line(stations: [2, 2], own: [0, 0], kecamatan: [0, 1]);
        var forces = new GuardForces([new(HomeLevel.Kecamatan, 1, 7)], [], []);
        var shortage = Assert.Single(Field.Plan(problem with { Forces = forces }).Forces!.LinmasShortages);
        Assert.Equal((0, 4), (shortage.Index, shortage.Missing));
    }

    [Fact]
    public void PoolOfTheKabupatenServesAllOfIt()
    {
        var problem = Line(stations: [2, 2], own: [0, 0], kecamatan: [0, 1]);
        var plan = Field.Plan(problem with { Forces = new([new(HomeLevel.Kabupaten, 0, 7)], [], []) });
        Assert.Equal(1, plan.LinmasShort);
        Assert.Equal(7, plan.Forces!.LinmasShortages.Sum(s => s.Helped) + plan.Forces.Linmas
            .Where(p => plan.Forces.LinmasShortages.All(s => s.Index != problem.Stations[p.Station].Village)).Sum(p => p.Count));
    }

    [Fact]
    public void EveryStationGetsOneManBeforeAnyGetsASecond()
    {
        var plan = Field.Plan(Line(stations: [3], own: [4]));
        Assert.Equal([2, 1, 1], Enumerable.Range(0, 3).Select(s => plan.Forces!.Linmas.Where(p => p.Station == s).Sum(p => p.Count)));
    }

    [Fact]
    public void WithoutForcesNothingIsSaidToBeShort()
    {
        var plan = Field.Plan(new Field().Stations(3).Problem());
        Assert.Null(plan.Forces);
        Assert.Equal((6, 0, 0), (plan.LinmasNeeded, plan.LinmasShort, plan.OfficersShort));
    }

    /// <summary>Villages two kilometres apart in a row, each with so many stations and Linmas.</summary>
    private static GuardProblem Line(int[] stations, int[] own, int[]? kecamatan = null)
    {
        var field = new Field();
        foreach (var _ in (kecamatan ?? [0]).Distinct())
            field.Kecamatan();
        for (var v = 0; v < stations.Length; v++)
        {
            field.Village(kecamatan?[v] ?? 0, east: 2000 * v);
            field.Stations(stations[v], village: v, east: 2000 * v);
        }

        return With(field.Problem(), own);
    }

    private static GuardProblem With(GuardProblem problem, int[] own) => problem with
    {
        Forces = new GuardForces([.. own.Select((count, v) => new ForceHome(HomeLevel.Village, v, count))], [], []),
    };

    private static int HomeOf(GuardPlan plan, int station) =>
        Assert.Single(plan.Forces!.Linmas, p => p.Station == station).Home;
}
