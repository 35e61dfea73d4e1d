using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Tests.Guarding;

public sealed class PatternTests : IDisposable
{
    private const string Header = "class,officers,min_stations,max_stations,linmas_per_station,radius_m,effective_from,legal_basis\n";
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("2-12-24", "2 polisi, 12 TPS, 24 Linmas (polisi-TPS-Linmas, urutan disimpulkan).")]
    [InlineData("2:10:5", "2 polisi, 5 TPS, 10 Linmas (polisi-Linmas-TPS, urutan disimpulkan).")]
    [InlineData("2 \u2013 12 \u2013 24", "2 polisi, 12 TPS, 24 Linmas (polisi-TPS-Linmas, urutan disimpulkan).")]
    [InlineData("2\u221212\u221224", "2 polisi, 12 TPS, 24 Linmas (polisi-TPS-Linmas, urutan disimpulkan).")]
    [InlineData("2-4-8", "2 polisi, 4 TPS, 8 Linmas (polisi-TPS-Linmas, urutan disimpulkan).")]
    public async Task TheOrderIsToldFromTwoLinmasAStation(string text, string reading)
    {
        var ended = await Workplace.Run(["guard", "pattern", text]);
        Assert.Equal((ExitCode.Ok, reading, ""), (ended.Code, ended.Output.Trim(), ended.Error));
    }

    [Fact]
    public async Task AGivenOrderWins()
    {
        var ended = await Workplace.Run(["guard", "pattern", "2-4-8", "--order", "P-L-T"]);
        Assert.Equal("2 polisi, 8 TPS, 4 Linmas (polisi-Linmas-TPS, urutan diberikan).", ended.Output.Trim());
    }

    [Theory]
    [InlineData("2-4-6", "--order P-T-L")]
    [InlineData("2-2-24", "--order P-T-L")]
    [InlineData("2-12", "expected three whole numbers")]
    [InlineData("0-12-24", "expected three whole numbers")]
    [InlineData("two of two", "expected three whole numbers")]
    [InlineData("\u0662-\u0661\u0662-\u0662\u0664", "expected three whole numbers")]
    public async Task AnUnclearPatternIsAskedAbout(string text, string phrase)
    {
        var ended = await Workplace.Run(["guard", "pattern", text]);
        Assert.Equal((ExitCode.BadInput, ""), (ended.Code, ended.Output));
        Assert.Contains(phrase, ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPoliceTwoStationsAnd24LinmasAsTheNewspaperPrintedItIsFlagged()
    {
        var ended = await Workplace.Run(["guard", "pattern", "2-2-24", "--order", "P-T-L"]);
        Assert.Equal(ExitCode.Ok, ended.Code);
        Assert.Contains("warning: 24 Linmas for 2 stations; the rule is 2 a station, which makes 4.", ended.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lampung-2024", 3)]
    [InlineData("2-12-24", 4)]
    [InlineData("jakarta-2017", 4)]
    [InlineData("mabes-2019", 4)]
    [InlineData("lumajang-2019", 4)]
    [InlineData("jakbar-2024", 4)]
    public async Task EveryPresetPlansAsAPatternsFile(string name, int atMostGroups)
    {
        Assert.Contains(name, (await Workplace.Run(["guard", "presets"])).Output, StringComparison.Ordinal);
        var preset = await Workplace.Run(["guard", "presets", "--csv", name]);
        var patterns = _place.File("patterns.csv", preset.Output);
        Assert.Equal(0, (await _place.Plan("--patterns", patterns, "--unit", "kecamatan")).Code);
        Assert.InRange(_place.Rows("groups.csv").Length, 3, atMostGroups);
    }

    [Fact]
    public async Task OfEachClassTheRowsOfTheLatestDayApplySideBySide()
    {
        var patterns = _place.File("patterns.csv", Header
            + "kurang_rawan,1,,1,,,2019-01-01,old\nkurang_rawan,2,,1,,,2024-01-01,new\nkurang_rawan,4,,2,,,2024-01-01,new\nkhusus,3,,1,,,2018-01-01,\n");
        Assert.Equal(0, (await _place.Plan("--patterns", patterns)).Code);
        Assert.Equal(["4", "2", "2", "3"], _place.Rows("groups.csv").Select(r => r[2]));

        Assert.Equal(0, (await _place.Plan("--patterns", patterns, "--date", "2023-12-31")).Code);
        Assert.Equal(["1", "1", "1", "1", "3"], _place.Rows("groups.csv").Select(r => r[2]));
    }

    [Fact]
    public async Task AClassInUseWithoutAPatternInForceIsRefused()
    {
        var patterns = _place.File("patterns.csv", Header + "kurang_rawan,2,,12,,,2024-01-01,\n");
        _place.AssertRefused(await _place.Plan("--patterns", patterns), "value \"khusus\": 1 station has this class, but no pattern is in force; expected a row of the class.");
        _place.AssertRefused(
            await _place.Plan("--patterns", patterns, "--date", "2023-01-01"), "value \"kurang_rawan\": 4 stations", "on 2023-01-01");
    }

    [Theory]
    [InlineData("kurang_rawan,0,,12,,,,", "column officers, value \"0\"")]
    [InlineData("kurang_rawan,2,20,12,,,,", "column max_stations, value \"12\": is less than min_stations; expected 20 or more")]
    [InlineData("kurang_rawan,2,,0,,,,", "column max_stations, value \"0\"")]
    [InlineData("kurang_rawan,2,,,,,,", "column max_stations, value \"\"")]
    [InlineData("kurang_rawan,2,,12,-2,,,", "column linmas_per_station, value \"-2\"")]
    [InlineData("kurang_rawan,2,,12,,0,,", "column radius_m, value \"0\"")]
    [InlineData("kurang_rawan,2000000000,,12,,,,", "column officers, value \"2000000000\"")]
    [InlineData("kurang_rawan,2,,2147483647,,,,", "column max_stations, value \"2147483647\"")]
    [InlineData("kurang_rawan,2,,0.012,,,,", "column max_stations, value \"0.012\"")]
    [InlineData("kurang_rawan,2,,12,,-3,,", "column radius_m, value \"-3\"")]
    [InlineData("kurang_rawan,2,,12,,,27-11-2024,", "column effective_from, value \"27-11-2024\"")]
    [InlineData("aman,2,,12,,,,", "column class, value \"aman\"")]
    public async Task APatternThatCanNotBeFollowedIsNamed(string row, string phrase)
    {
        var patterns = _place.File("patterns.csv", Header + row + "\n");
        _place.AssertRefused(await _place.Plan("--patterns", patterns), "patterns.csv, row 2", phrase);
    }

    [Fact]
    public async Task ATotalOfLinmasIsNotSupported()
    {
        var patterns = _place.File("patterns.csv", "class,officers,max_stations,linmas_total\nkurang_rawan,2,12,24\n");
        _place.AssertRefused(await _place.Plan("--patterns", patterns), "column linmas_total: a total of Linmas is not supported");
    }

    [Fact]
    public async Task AMinimumIsAWarningAndNeverAConstraint()
    {
        var patterns = _place.File("patterns.csv", Header + "kurang_rawan,2,12,20,,,,\nkhusus,2,,1,,,,\n");
        var ended = await _place.Plan("--patterns", patterns);
        Assert.Equal(0, ended.Code);
        Assert.Contains("warning: 3 of 4 groups have fewer stations", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADecimalNumberOfLinmasIsRoundedUpAtEachStation()
    {
        var patterns = _place.File("patterns.csv", Header + "kurang_rawan,2,,12,\"1,5\",,,\nkhusus,2,,1,,,,\n");
        var ended = await _place.Plan("--patterns", patterns);
        Assert.Contains("10 Linmas", ended.Output, StringComparison.Ordinal);
        Assert.Contains("warning: pattern kurang_rawan 2-12: 1.5 Linmas a station", ended.Error, StringComparison.Ordinal);
    }
}
