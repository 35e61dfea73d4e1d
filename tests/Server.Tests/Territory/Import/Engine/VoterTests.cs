using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Import;
using TigaPilar.Server.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Territory.Import.Engine;

[Trait("Database", "each")]
public sealed class VoterTests
{
    private const string Voters = "kode_desa,nomor,dpt,dpt_l,dpt_p,pengguna\n35.08.01.2001,1,241,129,112,136\n35.08.01.2001,901,-1,,,5\n";

    [Theory]
    [InlineData("lumajang-tps-2019-dpt.csv", 3253)]
    [InlineData("lampung-tengah-tps-2024-dpt.csv", 4071)]
    public async Task ARealListIsTakenWholeAndTheSecondTimeNothingChanges(string name, int rows)
    {
        await using var here = await Installation.CreateAsync();
        Assert.Equal((rows, 0, 0, 0), (await here.ImportFileAsync(ImportKind.Voters, SharedData.File(name))).Counts());
        Assert.Equal((0, 0, rows, 0), (await here.ImportFileAsync(ImportKind.Voters, SharedData.File(name))).Counts());
        Assert.Equal(rows, await here.StationsAsync());
        Assert.Equal("voters.import", (await here.AuditAsync())[0].Action);
    }

    [Fact]
    public async Task WithoutAListOfStationsTheFileBringsThemAlong()
    {
        await using var here = await Installation.CreateAsync();
        Assert.Equal((2, 0, 0, 0), (await here.ImportAsync(ImportKind.Voters, Voters)).Counts());
        var stations = await here.AskAsync(d => d.Set<Station>().OrderBy(s => s.Code).ToListAsync());
        Assert.Equal([(false, 241, 129, 112, 136), (true, -1, null, null, 5)], stations.Select(s => (s.Special, s.Voters, s.VotersMen, s.VotersWomen, s.Turnout)));
    }

    [Fact]
    public async Task WithAListAnUnknownStationIsFlaggedAndNotStored()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, "kode_tps,alamat\n35.08.01.2001.001,Balai\n35.08.01.2001.002,\n");
        var end = await here.ImportAsync(ImportKind.Voters, Voters);
        Assert.Equal((0, 1, 1, 0), end.Counts());
        Assert.Equal((1, 2), (end.Record.Flagged, end.Log.Findings.Count));
        Assert.Contains(end.Log.Findings, f => f.Kind == ImportFindings.StationNotListed && f is { Row: 3, Value: "35.08.01.2001.901" });
        Assert.Equal(2, await here.StationsAsync());
        var station = await here.AskAsync(d => d.Set<Station>().SingleAsync(s => s.Code == "35.08.01.2001.001"));
        Assert.Equal(("Balai", 241), (station.Place, station.Voters));
    }

    [Fact]
    public async Task TheListOfOneKabupatenIsNoListOfAnother()
    {
        await using var here = await Installation.CreateAsync();
        await here.ImportAsync(ImportKind.Stations, "kode_tps\n35.07.01.2001.001\n");
        var end = await here.ImportAsync(ImportKind.Voters, Voters);
        Assert.Equal((2, 0, 0, 0), end.Counts());
        Assert.DoesNotContain(end.Log.Findings, f => f.Kind == ImportFindings.StationNotListed);
        Assert.Equal(3, await here.StationsAsync());
    }

    [Fact]
    public async Task ColumnsOfVotesAreToldAndNotRead()
    {
        await using var here = await Installation.CreateAsync();
        var end = await here.ImportAsync(ImportKind.Voters, "kode_desa,nomor,dpt,suara_01,suara_02,suara_sah\n35.08.01.2001,1,241,100,101,201\n");
        Assert.True(end.IsApplied);
        var told = Assert.Single(end.Log.Findings);
        Assert.Equal(ImportFindings.VotesIgnored, told.Kind);
        Assert.Contains("suara_01, suara_02, suara_sah", told.Text, StringComparison.Ordinal);
    }
}
