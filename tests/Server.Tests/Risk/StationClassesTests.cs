namespace TigaPilar.Server.Tests.Risk;

public sealed class StationClassesTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task AStationIsKurangRawanAndASpecialOneKhususUnlessTheFileSaysOtherwise()
    {
        var classes = _place.File("classes.csv", "tps_code,class\n35.08.01.2001.001,Sangat Rawan\n");
        Assert.Equal(0, (await _place.Plan("--classes", classes)).Code);
        Assert.Equal(
            ["sangat_rawan", "kurang_rawan", "kurang_rawan", "kurang_rawan", "khusus"],
            _place.Rows("stations.csv").Select(r => r[2]));
    }

    [Fact]
    public async Task AnUnknownClassAndAnUnknownStationAreNamed()
    {
        var classes = _place.File("classes.csv", "tps_code,class\n35.08.01.2001.001,aman\n35.08.01.2001.999,rawan\n");
        _place.AssertRefused(await _place.Plan("--classes", classes),
            "row 2, column class, value \"aman\": expected kurang_rawan, rawan, sangat_rawan or khusus", "row 3", "unknown station");
    }

    [Fact]
    public async Task AStationIsClassedOnce()
    {
        var classes = _place.File("classes.csv", "tps_code,class\n35.08.01.2001.001,rawan\n35.08.01.2001.001,rawan\n");
        _place.AssertRefused(await _place.Plan("--classes", classes), "row 3, column tps_code", "first in row 2");
    }
}
