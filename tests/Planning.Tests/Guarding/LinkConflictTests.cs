using CsCheck;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>Links that no plan can keep are named before anybody plans.</summary>
public class LinkConflictTests
{
    private const StationClass Rawan = StationClass.Rawan;

    [Fact]
    public void LinksThatAPlanKeepsAreNoConflict() => new ProblemGen(20).Sample(
        problem => Assert.Empty(LinkConflict.Find(problem)), iter: 2000, threads: 1, print: ProblemText.Of);

    [Fact]
    public void SpecialStationIsNeverHeldTogetherWithAnother() =>
        Assert.Equal([(0, LinkConflictKind.Khusus)], Find(new Field().Station(0, StationClass.Khusus).Station(0), Together(0, 1)));

    [Fact]
    public void VillagesAreNotCrossedForALinkUnlessTheUnitIsTheKecamatan()
    {
        var field = new Field();
        field.Village();
        field.Village();
        var problem = field.Station(0).Station(0, village: 1).Problem() with { Links = [Together(0, 1)] };
        Assert.Equal([(0, LinkConflictKind.AcrossUnits)], Find(problem));
        Assert.Empty(Find(problem with { Unit = GroupingUnit.Kecamatan }));
    }

    [Fact]
    public void ApartContradictsTogetherInWhateverOrderTheyStand()
    {
        var field = new Field().Stations(3);
        Assert.Equal([(1, LinkConflictKind.TogetherElsewhere)], Find(field, Together(0, 1), Apart(1, 0)));
        Assert.Equal([(0, LinkConflictKind.TogetherElsewhere)], Find(field, Apart(0, 2), Together(0, 1), Together(1, 2)));
    }

    [Fact]
    public void ClassesThatMayNotMixAreNotHeldTogether()
    {
        var problem = new Field().Station(0, Rawan).Station(0).Problem() with { Links = [Together(0, 1)] };
        Assert.Empty(Find(problem));
        Assert.Equal([(0, LinkConflictKind.Classes)], Find(problem with { FillRawan = false }));
    }

    [Fact]
    public void MoreThanAnyPatternHoldsAreNotHeldTogether() =>
        Assert.Equal([(1, LinkConflictKind.TooMany)], Find(new Field().Stations(3, Rawan), Together(0, 1), Together(1, 2)));

    [Fact]
    public void StationsFartherApartThanAnyRadiusAreNotHeldTogether()
    {
        var problem = new Field().Station(0).Station(1500).Problem(new GuardPattern(StationClass.KurangRawan, 2, 12, RadiusMetres: 1000));
        Assert.Equal([(0, LinkConflictKind.TooFar)], Find(problem with { Links = [Together(0, 1)] }));
    }

    [Fact]
    public void StationIsNeverApartFromItself() =>
        Assert.NotEmpty(Find(new Field().Stations(2), Apart(0, 0)));

    private static StationLink Together(int a, int b) => new(a, b, Together: true);

    private static StationLink Apart(int a, int b) => new(a, b, Together: false);

    private static (int Link, LinkConflictKind Kind)[] Find(Field field, params StationLink[] links) =>
        Find(field.Problem() with { Links = [.. links] });

    private static (int Link, LinkConflictKind Kind)[] Find(GuardProblem problem) =>
        [.. LinkConflict.Find(problem).Select(c => (c.Link, c.Kind))];
}
