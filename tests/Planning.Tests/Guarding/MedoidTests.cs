using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>Where a group's officers start from, and how far they travel.</summary>
public class MedoidTests
{
    [Fact]
    public void MedoidIsTheStationFromWhichTravelIsLeast()
    {
        var group = Only(new Field().Station(0).Station(900).Station(200).Problem());
        Assert.Equal(2, group.Medoid);
        Assert.Equal(900, group.TravelMetres, 1e-5);
    }

    [Fact]
    public void LowestCodeIsTheMedoidAmongEquals()
    {
        Assert.Equal(0, Only(new Field().Station(700).Station(0).Problem()).Medoid);
        Assert.Equal(1, Only(new Field().Station(0).Station(500).Station(500).Station(1000).Problem()).Medoid);
    }

    [Fact]
    public void StationOfAnotherVillageCostsOneKilometreMore()
    {
        var field = new Field();
        field.Village();
        field.Village(east: 5000);
        var problem = field.Station(0).Station(100).Station(200, village: 1).Problem() with { Unit = GroupingUnit.Kecamatan };
        var group = Only(problem);
        Assert.Equal(1, group.Medoid);
        Assert.Equal(100 + 100 + 1000, group.TravelMetres, 1e-5);
    }

    /// <summary>The middle station would travel least by metres alone; two kilometres for its two strangers are more.</summary>
    [Fact]
    public void VillageOfTheMedoidIsTheOneWithTheMostStationsWhereDistancesAreShort()
    {
        var field = new Field();
        field.Village();
        field.Village();
        var problem = field.Station(0).Station(50, village: 1).Station(100).Problem() with { Unit = GroupingUnit.Kecamatan };
        var group = Only(problem);
        Assert.Equal(0, group.Medoid);
        Assert.Equal(50 + 100 + 1000, group.TravelMetres, 1e-5);
    }

    [Fact]
    public void MedoidReachesAllWithinTheRadiusThoughAnotherTravelsLess()
    {
        var problem = new Field().Stations(3).Station(600).Station(1199)
            .Problem(new GuardPattern(StationClass.KurangRawan, 2, 12, RadiusMetres: 601));
        var group = Only(problem);
        Assert.Equal(3, group.Medoid);
        Assert.Equal(3 * 600 + 599, group.TravelMetres, 1e-5);
    }

    [Fact]
    public void LoneStationIsItsOwnMedoidWithoutTravel()
    {
        var group = Only(new Field().Station(40).Problem(new GuardPattern(StationClass.KurangRawan, 2, 12, RadiusMetres: 0)));
        Assert.Equal((0, 0.0), (group.Medoid, group.TravelMetres));
    }

    private static GuardGroup Only(GuardProblem problem) => Assert.Single(Field.Plan(problem).Groups);
}
