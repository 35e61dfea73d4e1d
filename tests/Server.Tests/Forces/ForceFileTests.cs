using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Tests.Forces;

public sealed class ForceFileTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    private string TwoPolres => _place.File("j.csv", "jurisdiction,kecamatan_code\nPolres A,35.08.01\nPolres B,35.08.02\n");

    [Theory]
    [InlineData("linmas,35.08.01.2009,5", "unknown home")]
    [InlineData("linmas,35.08.01.2001,-5", "value \"-5\": expected a number of persons, a whole number of 0 or more")]
    [InlineData("linmas,35.08.01.2001,5.85", "value \"5.85\"")]
    [InlineData("linmas,35.08.01.2001,1.5858", "value \"1.5858\"")]
    [InlineData("linmas,35.08.01.2001,0.858", "value \"0.858\"")]
    [InlineData("linmas,35.08.01.2001,many", "value \"many\"")]
    [InlineData("linmas,35.08.01.2001,", "column count, value \"\"")]
    [InlineData("linmas,35.08.01.2001,99999999999", "value \"99999999999\"")]
    [InlineData("tni,35.08.01.2001,5", "value \"tni\": expected linmas, police or bko")]
    [InlineData("police,,5", "column home_code, value \"\"")]
    public async Task AForceThatCanNotBeCountedIsNamed(string row, string phrase)
    {
        var forces = _place.File("forces.csv", $"kind,home_code,count\n{row}\n");
        _place.AssertRefused(await _place.Plan("--forces", forces), "forces.csv, row 2", phrase);
    }

    [Fact]
    public async Task MorePersonsThanThereCanBeAreRefusedAsAWhole()
    {
        var forces = _place.File("forces.csv", "kind,home_code,count\npolice,35.08.01,2000000000\nbko,35.08.02,2000000000\n");
        _place.AssertRefused(await _place.Plan("--forces", forces),
            "forces.csv, column count, value \"4000000000\": persons in all; expected 100000000 at most");
    }

    [Fact]
    public async Task OneHomeIsCountedOnceAKind()
    {
        var forces = _place.File("forces.csv", "kind,home_code,count\npolice,35.08.01,5\nbko,35.08.01,5\npolri,35.08.01,6\n");
        _place.AssertRefused(await _place.Plan("--forces", forces), "row 4, column home_code", "first in row 2");
    }

    [Fact]
    public async Task PoliceOfAKabupatenWithTwoPolresMustNameOne()
    {
        var forces = _place.File("forces.csv", "kind,home_code,count\npolice,35.08,5\nbko,35.08,5\n");
        _place.AssertRefused(await _place.Plan("--forces", forces, "--jurisdictions", TwoPolres),
            "row 2", "row 3", "name the jurisdiction, one of Polres A, Polres B");
    }

    [Fact]
    public async Task LinmasBelongToAreasAndNotToAPolres()
    {
        var forces = _place.File("forces.csv", "kind,home_code,count\nlinmas,Polres A,5\n");
        _place.AssertRefused(await _place.Plan("--forces", forces, "--jurisdictions", TwoPolres), "is a police jurisdiction");
    }

    [Fact]
    public void EachLevelIsKeptAndPoliceOfAVillageCountForTheirPolsek()
    {
        var roster = Read("""
            kind,home_code,count
            linmas,35.08.01.2001,5.858
            linmas,35.08.01,12
            linmas,35.08,1,250

            """.Replace("1,250", "\"1,250\"", StringComparison.Ordinal) + """
            polisi,35.08.01,10
            police,35.08.01.2001,3
            police,35.08,40
            bko,35.08.02,7

            """, jurisdictions: null);
        Assert.Equal(
            [new(HomeLevel.Village, 0, 5858), new(HomeLevel.Kecamatan, 0, 12), new(HomeLevel.Kabupaten, 0, 1250)],
            roster.Forces.Linmas);
        Assert.Equal([new(HomeLevel.Kecamatan, 0, 13), new(HomeLevel.Jurisdiction, 0, 40)], roster.Forces.Police);
        Assert.Equal([new ForceHome(HomeLevel.Kecamatan, 1, 7)], roster.Forces.Bko);
    }

    [Fact]
    public void AKabupatensPoliceKeepTheCodeTheyWereGiven()
    {
        var one = _place.File("j.csv", "jurisdiction,kecamatan_code\nPolres Lumajang,35.08.01\nPolres Lumajang,35.08.02\n");
        var territory = Territory(one);
        var roster = Read("kind,home_code,count\npolice,35.08,40\nbko,Polres Lumajang,7\n", one);
        Assert.Equal("35.08", roster.CodeOf(HomeLevel.Jurisdiction, 0, territory, police: true));
        Assert.Equal("Polres Lumajang", roster.CodeOf(HomeLevel.Jurisdiction, 0, territory, police: true, bko: true));
    }

    [Fact]
    public void APolresThatGoesByTheCodeOfASharedKabupatenIsMeantByIt()
    {
        var two = _place.File("j.csv", "jurisdiction,kecamatan_code\n35.08,35.08.01\n35.99,35.08.02\n");
        var roster = Read("kind,home_code,count\npolice,35.08,40\n", two);
        Assert.Equal([new ForceHome(HomeLevel.Jurisdiction, 0, 40)], roster.Forces.Police);
    }

    private ForceRoster Read(string text, string? jurisdictions)
    {
        var report = new InputReport();
        var roster = ForceFile.Read(_place.File("forces.csv", text), Territory(jurisdictions), report);
        Assert.Empty(report.Problems);
        return roster!;
    }

    private TerritoryMap Territory(string? jurisdictions) => TerritoryFiles.Read(
        new TerritoryPaths(_place.Path("villages.csv"), _place.Path("stations.csv"), jurisdictions, null), new InputReport())!;
}
