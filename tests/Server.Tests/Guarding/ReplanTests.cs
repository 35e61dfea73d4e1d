using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>Plans made from earlier ones, compared with them, with stations pinned and minutes entered.</summary>
public sealed class ReplanTests : IDisposable
{
    private const string Forces = "kind,home_code,count\npolice,35.08.01,4\npolice,35.08.02,4\nlinmas,35.08.01.2001,4\nlinmas,35.08.01.2002,2\nlinmas,35.08.02.1001,4\n";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task APlanComparedWithItselfHasNotChanged()
    {
        Assert.Equal(0, (await _place.Plan("--forces", _place.File("forces.csv", Forces))).Code);
        var ended = await Workplace.Run(["guard", "compare", _place.Out, _place.Out]);
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Contains("Kelompok 4: 4 tetap, 0 berubah, 0 hilang, 0 baru.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("TPS 5: 0 hilang, 0 baru, 0 pindah kelompok.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Polisi: perlu 8; ada 8 → 8; kurang 0 → 0.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Penempatan: 8 tetap, 0 pindah, 0 ditambah, 0 dilepas.", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Kekurangan", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LosingOfficersLeavesTheGroupsAndAllWhoAreLeft()
    {
        Assert.Equal(0, (await _place.Plan("--forces", _place.File("forces.csv", Forces))).Code);
        var stations = _place.Rows("stations.csv");
        var ended = await Replan(_place.File("fewer.csv", Forces.Replace("35.08.01,4", "35.08.01,3", StringComparison.Ordinal)));
        Assert.Equal((0, ""), (ended.Code, ended.Code == 0 ? "" : ended.Error));
        Assert.Equal(stations, _place.Rows(Path.Combine("..", "again", "stations.csv")));
        Assert.Contains("Kelompok 4: 4 tetap", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Polisi: perlu 8; ada 8 → 7; kurang 0 → 1.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Penempatan: 7 tetap, 0 pindah, 0 ditambah, 1 dilepas.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("polisi 35.08: 0 → 1", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStationThatIsGoneAndANewOneAreNamed()
    {
        Assert.Equal(0, (await _place.Plan()).Code);
        _place.File("stations.csv", Workplace.Stations.Replace("35.08.01.2001.002,35.08.01.2001,Tempursari,Tegalrejo,2", "35.08.01.2001.003,35.08.01.2001,Tempursari,Tegalrejo,3", StringComparison.Ordinal));
        var ended = await Replan(forces: null);
        Assert.Contains("Kelompok 4: 3 tetap, 1 berubah, 0 hilang, 0 baru.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("K001: keluar 35.08.01.2001.002; masuk 35.08.01.2001.003", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderWithoutAPlanIsRefused()
    {
        var ended = await Workplace.Run(["guard", "compare", _place.Path("nowhere"), _place.Path("villages.csv")]);
        Assert.Equal((ExitCode.BadInput, ""), (ended.Code, ended.Output));
        Assert.Contains("nowhere: is no folder", ended.Error, StringComparison.Ordinal);
    }

    /// <summary>The two villages lie some 3.6 km apart on the map.</summary>
    [Theory]
    [InlineData("7", 3, "1 garis lurus dan 1 menurut menit yang diisi")]
    [InlineData("8,5", 4, "1 garis lurus dan 0 menurut menit yang diisi")]
    public async Task MinutesCountForTheRadiusAndAreTold(string minutes, int groups, string told)
    {
        var patterns = _place.File("patterns.csv", "class,officers,max_stations,radius_m\nkurang_rawan,2,12,4000\nkhusus,2,1,\n");
        var distances = _place.File("minutes.csv", $"kode_desa;kode_desa;menit\n35.08.01.2002;35.08.01.2001;{minutes}\n");
        var ended = await _place.Plan("--unit", "kecamatan", "--patterns", patterns, "--distances", distances);
        Assert.Equal((0, groups), (ended.Code, _place.Rows("groups.csv").Length));
        Assert.Contains(told, ended.Output, StringComparison.Ordinal);
        Assert.Contains(told, await File.ReadAllTextAsync(Path.Combine(_place.Out, "plan.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        // Seven minutes, the kilometre for another village, and the straight way between the other two.
        if (groups == 3) Assert.Equal("4838.269", _place.Rows("groups.csv")[0][4]);
    }

    [Theory]
    [InlineData("35.08.01.2001,35.08.01.2999,5", "row 2, column village_b, value \"35.08.01.2999\": unknown village")]
    [InlineData("35.08.01.2001,35.08.01.2002,-5", "row 2, column minutes, value \"-5\": expected minutes from 0 to 1440")]
    [InlineData("35.08.01.2001,35.08.01.2002,", "row 2, column minutes, value \"\": expected minutes")]
    [InlineData("35.08.01.2001,35.08.01.2001,5", "row 2, column village_code, value \"35.08.01.2001\": is given minutes to itself")]
    [InlineData("35.08.01.2001,35.08.01.2002,5\n35.08.01.2002,35.08.01.2001,6", "row 3, column minutes, value \"35.08.01.2002 35.08.01.2001\": is 6 here and 5 in row 2")]
    public async Task AWrongRowOfMinutesIsNamed(string rows, string phrase) =>
        _place.AssertRefused(await _place.Plan("--distances", _place.File("minutes.csv", $"village_code,village_code,minutes\n{rows}\n")), "minutes.csv, " + phrase);

    [Fact]
    public async Task PinnedStationsStayTogether()
    {
        var patterns = _place.File("patterns.csv", "class,officers,max_stations\nkurang_rawan,2,2\nkhusus,2,1\n");
        var pins = _place.File("pins.csv", "kode_tps,kelompok\n35.08.01.2001.002,A\n35.08.01.2002.001,A\n35.08.02.1001.001,B\n");
        Assert.Equal(0, (await _place.Plan("--unit", "kecamatan", "--patterns", patterns, "--pins", pins)).Code);
        var stations = _place.Rows("stations.csv");
        Assert.Equal(stations[1][6], stations[2][6]);
        Assert.NotEqual(stations[0][6], stations[1][6]);
    }

    [Theory]
    [InlineData("35.08.01.2001.002,A\n35.08.01.2002.001,A", "row 3, column kind, value \"35.08.01.2001.002 35.08.01.2002.001\": must be together, but no group may cross")]
    [InlineData("35.08.01.2001.002,A\n35.08.01.2001.002,B", "row 3, column tps_code, value \"35.08.01.2001.002\": stands twice")]
    [InlineData("35.08.01.2001.077,A", "row 2, column tps_code, value \"35.08.01.2001.077\": unknown station")]
    public async Task APinThatCanNotHoldIsNamed(string rows, string phrase) =>
        _place.AssertRefused(await _place.Plan("--pins", _place.File("pins.csv", $"tps_code,group\n{rows}\n")), "pins.csv, " + phrase);

    private Task<Ended> Replan(string? forces) => Workplace.Run(
    [
        "guard", "replan", _place.Out, "--villages", _place.Path("villages.csv"), "--stations", _place.Path("stations.csv"),
        "--out", _place.Path("again"), .. forces is null ? Array.Empty<string>() : ["--forces", forces],
    ]);
}
