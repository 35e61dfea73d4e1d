namespace TigaPilar.Server.Tests.Guarding;

public sealed class LinkTests : IDisposable
{
    private const string A = "35.08.01.2001.001";
    private const string B = "35.08.01.2001.002";
    private const string C = "35.08.01.2002.001";
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("tps_code,tps_code,together|apart")]
    [InlineData("tps_a,tps_b,kind")]
    [InlineData("kode_tps,kode_tps,jenis")]
    public async Task StationsToBeApartAreInTwoGroups(string header)
    {
        var links = _place.File("links.csv", $"{header}\n{A},{B},apart\n");
        Assert.Equal(0, (await _place.Plan("--links", links)).Code);
        var stations = _place.Rows("stations.csv");
        Assert.NotEqual(stations[0][6], stations[1][6]);
    }

    [Theory]
    [InlineData(A, C, "no group may cross their border")]
    [InlineData("35.08.02.1001.001", "35.08.02.1001.901", "a khusus station is always guarded alone")]
    [InlineData(A, B, "more than max_stations of any pattern")]
    public async Task ALinkThatNoPlanCanKeepIsRefused(string a, string b, string phrase)
    {
        var links = _place.File("links.csv", $"tps_a,tps_b,kind\n{a},{b},together\n");
        var patterns = _place.File("patterns.csv", "class,officers,max_stations\nkurang_rawan,2,1\nkhusus,2,1\n");
        _place.AssertRefused(await _place.Plan("--links", links, "--patterns", patterns), "links.csv, row 2", phrase);
    }

    [Theory]
    [InlineData($"{A},{A},apart", "is linked to itself")]
    [InlineData($"{A},35.08.01.2001.999,apart", "column tps_b, value \"35.08.01.2001.999\": unknown station")]
    [InlineData($"{A},{B},maybe", "column kind, value \"maybe\": expected together or apart")]
    [InlineData($"{A},{B},apart\n{B},{A},together", "must stand apart, but row 3 says together")]
    [InlineData($"{A},{C},apart\n{A},{B},together\n{B},{C},together", "must stand apart, but other links bring them together")]
    public async Task ALinkThatContradictsItselfIsNamed(string rows, string phrase)
    {
        var links = _place.File("links.csv", $"tps_a,tps_b,kind\n{rows}\n");
        _place.AssertRefused(await _place.Plan("--links", links, "--unit", "kecamatan"), "links.csv, row 2", phrase);
    }
}
