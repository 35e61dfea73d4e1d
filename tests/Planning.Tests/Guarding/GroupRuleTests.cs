using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>One fact for each rule that says which stations may be guarded together.</summary>
public class GroupRuleTests
{
    private const StationClass Kurang = StationClass.KurangRawan;
    private const StationClass Rawan = StationClass.Rawan;
    private const StationClass Sangat = StationClass.SangatRawan;

    private static readonly GuardPattern KurangTwelve = new(Kurang, Officers: 2, MaxStations: 12);

    [Fact]
    public void StationsOfOneVillageAreGuardedByOnePair() =>
        Assert.Equal("0 1 2", Field.Groups(new Field().Station(0).Station(300).Station(900).Problem()));

    [Fact]
    public void NoGroupHasMoreStationsThanItsPattern() =>
        Assert.Equal([12, 12, 1], Sizes(new Field().Stations(25).Problem()));

    [Fact]
    public void StationBeyondTheRadiusIsGuardedByAnotherGroup()
    {
        var within = KurangTwelve with { RadiusMetres = 1000 };
        Assert.Equal("0 1", Field.Groups(new Field().Station(0).Station(999.9).Problem(within)));
        Assert.Equal("0 | 1", Field.Groups(new Field().Station(0).Station(1000.1).Problem(within)));
    }

    [Fact]
    public void RadiusIsMeasuredFromTheMedoidNotAcrossTheGroup() =>
        Assert.Equal(
            "0 1 2",
            Field.Groups(new Field().Station(0).Station(1990).Station(1000).Problem(KurangTwelve with { RadiusMetres = 1000 })));

    [Fact]
    public void StationAtTheRadiusIsWithinItHoweverTheLastBitFalls()
    {
        for (var east = 0; east < 40_000; east += 401)
        {
            var problem = new Field().Station(east).Station(east + 1000).Problem(KurangTwelve with { RadiusMetres = 1000 });
            var plan = GuardPlanner.Solve(problem, SearchBudget.Quick, 1, TestContext.Current.CancellationToken);
            Assert.InRange(plan.Groups.Length, 1, 2);
        }
    }

    [Fact]
    public void GroupNeverCrossesVillagesWhereTheUnitIsTheVillage()
    {
        var problem = TwoVillages(sameKecamatan: true, sameJurisdiction: true);
        Assert.Equal("0 | 1", Field.Groups(problem with { Unit = GroupingUnit.Village }));
        Assert.Equal("0 1", Field.Groups(problem with { Unit = GroupingUnit.Kecamatan }));
    }

    [Fact]
    public void GroupNeverCrossesKecamatan() =>
        Assert.Equal("0 | 1", Field.Groups(TwoVillages(sameKecamatan: false, sameJurisdiction: true)));

    [Fact]
    public void GroupNeverCrossesPoliceJurisdictions() =>
        Assert.Equal("0 | 1", Field.Groups(TwoVillages(sameKecamatan: false, sameJurisdiction: false)));

    [Fact]
    public void SpecialStationIsNeverGroupedWithOthers()
    {
        var problem = new Field().Station(0, StationClass.Khusus).Station(0).Station(0, StationClass.Khusus).Station(0)
            .Problem(KurangTwelve, new GuardPattern(StationClass.Khusus, Officers: 2, MaxStations: 5));
        Assert.Equal("0 | 1 3 | 2", Field.Groups(problem with { FillSangatRawan = true }));
    }

    [Fact]
    public void RawanGroupIsFilledByItsNeighbours()
    {
        var plan = Field.Plan(new Field().Station(0, Rawan).Station(10).Problem());
        Assert.Equal(Rawan, Assert.Single(plan.Groups).Pattern.Class);
    }

    [Fact]
    public void RawanGroupIsNotFilledWhereThatIsForbidden() =>
        Assert.Equal("0 | 1", Field.Groups(new Field().Station(0, Rawan).Station(10).Problem() with { FillRawan = false }));

    [Fact]
    public void RawanStationsShareAGroupThoughNobodyMayFillIt() =>
        Assert.Equal("0 1", Field.Groups(new Field().Station(0, Rawan).Station(10, Rawan).Problem() with { FillRawan = false }));

    [Theory]
    [InlineData(Kurang)]
    [InlineData(Rawan)]
    public void SangatRawanGroupIsNeverFilledUnlessAsked(StationClass lower)
    {
        var problem = new Field().Station(0, Sangat).Station(10, lower)
            .Problem(KurangTwelve, new(Rawan, 2, 2), new(Sangat, 2, 2));
        Assert.Equal("0 | 1", Field.Groups(problem));
        Assert.Equal("0 1", Field.Groups(problem with { FillSangatRawan = true }));
    }

    /// <summary>The one sangat rawan place is worth most to a kurang rawan station: the two rawan ones are a pair anyway.</summary>
    [Fact]
    public void SangatRawanIsFilledFromBelowEvenWhereRawanIsNot()
    {
        var problem = new Field().Station(0, Sangat).Stations(2, Rawan).Stations(3)
            .Problem(new(Kurang, 2, 2), new(Rawan, 2, 2), new(Sangat, 2, 2))
            with { FillRawan = false, FillSangatRawan = true };
        var plan = Field.Plan(problem);
        Assert.Equal(3, plan.Groups.Length);
        Assert.Equal(3, GuardBound.LowerBoundGroups(problem, plan, TestContext.Current.CancellationToken));
    }

    /// <summary>Neither outer pair may be a group: only the middle station, taken last, makes one of all.</summary>
    [Fact]
    public void StationBetweenTwoFarOnesMakesThemOneGroup()
    {
        var problem = new Field().Station(0, Rawan).Station(2000, Rawan).Station(1000)
            .Problem(KurangTwelve, new(Rawan, 2, 3, RadiusMetres: 1001));
        Assert.Equal("0 1 2", Field.Groups(problem));
    }

    [Fact]
    public void OfSeveralPatternsTheFewestOfficersThatCoverAreTaken()
    {
        GuardPattern[] patterns = [new(Kurang, 3, 12), new(Kurang, 1, 3), new(Kurang, 2, 6)];
        Assert.Equal(1, Officers(new Field().Stations(3).Problem([.. patterns])));
        Assert.Equal(2, Officers(new Field().Stations(4).Problem([.. patterns])));
        Assert.Equal(3, Officers(new Field().Stations(7).Problem([.. patterns])));
    }

    [Fact]
    public void WiderPatternIsTakenWhereTheCheaperOneDoesNotReach()
    {
        GuardPattern[] patterns = [new(Kurang, 2, 12, RadiusMetres: 500), new(Kurang, 3, 6, RadiusMetres: 3000)];
        Assert.Equal(2, Officers(new Field().Station(0).Station(400).Problem([.. patterns])));
        Assert.Equal(3, Officers(new Field().Station(0).Station(2500).Problem([.. patterns])));
    }

    [Fact]
    public void MinimumOfAPatternForbidsNothing() =>
        Assert.Equal("0 1 2 3 4", Field.Groups(new Field().Stations(5).Problem(KurangTwelve with { MinStations = 8 })));

    [Fact]
    public void LinmasOfEachStationAreRoundedUp()
    {
        var plan = Field.Plan(new Field().Stations(4).Station(0, Rawan)
            .Problem(KurangTwelve with { LinmasPerStation = 1.25m }, new(Rawan, 2, 1, LinmasPerStation: 3)));
        Assert.Equal(4 * 2 + 3, plan.LinmasNeeded);
    }

    [Fact]
    public void StationThatFillsARawanGroupGetsTheLinmasOfThatGroup()
    {
        var plan = Field.Plan(new Field().Station(0, Rawan).Station(10)
            .Problem(KurangTwelve, new(Rawan, 2, 2, LinmasPerStation: 3)));
        Assert.Equal(6, plan.LinmasNeeded);
    }

    [Fact]
    public void LinkedStationsShareAGroupThoughOthersAreNearer()
    {
        var problem = new Field().Station(0).Station(10).Station(1000).Station(1010).Problem(KurangTwelve with { MaxStations = 2 });
        Assert.Equal("0 1 | 2 3", Field.Groups(problem));
        Assert.Equal("0 3 | 1 2", Field.Groups(problem with { Links = [new(3, 0, Together: true)] }));
    }

    [Fact]
    public void ChainOfLinksIsOneGroup() =>
        Assert.Equal(
            "0 2 4 | 1 3",
            Field.Groups(new Field().Stations(5).Problem(KurangTwelve with { MaxStations = 3 })
                with { Links = [new(0, 2, Together: true), new(4, 2, Together: true)] }));

    [Fact]
    public void StationsThatMustBeApartNeverShareAGroup()
    {
        var links = new StationLink(0, 1, Together: false);
        Assert.Equal("0 | 1", Field.Groups(new Field().Stations(2).Problem() with { Links = [links] }));
        Assert.Equal(2, Field.Plan(new Field().Stations(4).Problem() with { Links = [links, new(2, 3, false)] }).Groups.Length);
    }

    [Fact]
    public void StationsApartFromOneAnotherNeedAGroupEach() =>
        Assert.Equal(3, Field.Plan(new Field().Stations(6).Problem()
            with { Links = [new(0, 1, false), new(1, 2, false), new(0, 2, false)] }).Groups.Length);

    [Fact]
    public void AKecamatanMayCrossItsVillagesWhileAnotherDoesNotAndIsPlannedAsIfAllDid()
    {
        var problem = Field.Grid(side: 12, metres: 400, radius: 1500);
        // Two kecamatan of two villages each: stations are dealt out by columns.
        problem = problem with
        {
            Kecamatan = [new(0, 0), new(0, 0, CrossesVillages: true)],
            Villages = [new(0, null), new(0, null), new(1, null), new(1, null)],
            Stations = [.. problem.Stations.Select((s, i) => s with { Village = (i % 12) switch { < 5 => 0, < 6 => 1, < 11 => 2, _ => 3 } })],
        };
        var mixed = Field.Plan(problem).Groups;
        var within = Field.Plan(problem with { Kecamatan = [new(0, 0), new(0, 0)] }).Groups;
        var across = Field.Plan(problem with { Unit = GroupingUnit.Kecamatan }).Groups;
        Assert.Equal(Of(within, 0), Of(mixed, 0));
        Assert.Equal(Of(across, 1), Of(mixed, 1));
        Assert.NotEqual(Of(across, 0), Of(mixed, 0));

        IEnumerable<string> Of(IEnumerable<GuardGroup> groups, int kecamatan) => groups
            .Where(g => problem.Villages[problem.Stations[g.Medoid].Village].Kecamatan == kecamatan).Select(g => string.Join(' ', g.Stations));
    }

    [Fact]
    public void ClassWithoutAPatternIsAnError() =>
        Assert.Throws<ArgumentException>(() => GuardPlanner.Solve(
            new Field().Station(0, Rawan).Problem(KurangTwelve), SearchBudget.Quick, 1, TestContext.Current.CancellationToken));

    private static GuardProblem TwoVillages(bool sameKecamatan, bool sameJurisdiction)
    {
        var field = new Field();
        field.Kecamatan();
        field.Kecamatan(sameJurisdiction ? 0 : 1);
        field.Village();
        field.Village(sameKecamatan ? 0 : 1);
        return field.Station(0).Station(0, village: 1).Problem() with { Unit = GroupingUnit.Kecamatan };
    }

    private static int Officers(GuardProblem problem) => Assert.Single(Field.Plan(problem).Groups).Pattern.Officers;

    private static int[] Sizes(GuardProblem problem) =>
        [.. Field.Plan(problem).Groups.Select(g => g.Stations.Length).OrderDescending()];
}
