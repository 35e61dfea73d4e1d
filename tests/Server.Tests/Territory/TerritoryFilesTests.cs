using System.Globalization;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Server.Tests.Territory;

public sealed class TerritoryFilesTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task EnglishHeadersWithoutKecamatanAreEnough()
    {
        _place.File("villages.csv", "village_code,lat,lng\n35.08.01.2001,-8.3,112.9\n");
        _place.File("stations.csv", "tps_code\n35.08.01.2001.001\n");
        Assert.Equal(0, (await _place.Plan()).Code);
    }

    [Fact]
    public async Task AFileOfVotersGivesStationsTheirCodes()
    {
        _place.File("stations.csv", "kode_desa,kecamatan,nomor,dpt_l,dpt_p\n35.08.01.2001,Tempursari,7,124,-1\n");
        var ended = await _place.Plan();
        Assert.Equal(0, ended.Code);
        Assert.Equal("35.08.01.2001.007", _place.Rows("stations.csv")[0][0]);
        Assert.Contains("look wrong in 1 row: 1 negative.", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADuplicateStationCodeIsNamedWithItsRow()
    {
        _place.File("stations.csv", Workplace.Stations + "35.08.01.2001.002,35.08.01.2001,,,2,reguler\n");
        _place.AssertRefused(await _place.Plan(),
            "stations.csv, row 7, column tps_code, value \"35.08.01.2001.002\": stands twice, first in row 3");
    }

    [Fact]
    public async Task ADuplicateVillageIsNamedWithItsRow()
    {
        _place.File("villages.csv", Workplace.Villages + "35.08.01.2002,35.08.01,,,Lagi,,\n");
        _place.AssertRefused(await _place.Plan(), "villages.csv, row 5, column village_code", "first in row 3");
    }

    [Fact]
    public async Task AStationOfAnUnknownVillageIsNamed()
    {
        _place.File("stations.csv", "kode_tps\n35.08.01.2009.001\n");
        _place.AssertRefused(await _place.Plan(),
            "row 2, column village_code, value \"35.08.01.2009\": unknown village; expected one of the villages file");
    }

    [Theory]
    [InlineData("3508010001")]
    [InlineData("44419")]
    [InlineData("35.08.01.4001")]
    [InlineData("35.8.1.2001")]
    [InlineData("")]
    public async Task CodesOfOtherSystemsAreNotTakenForKemendagris(string code)
    {
        _place.File("villages.csv", $"village_code,lat,lng\n{code},-8.3,112.9\n");
        _place.AssertRefused(await _place.Plan(), $"value \"{code}\": expected a Kemendagri village code such as 35.08.01.2001");
    }

    [Theory]
    [InlineData("112.95064,-8.33528", "latitude and longitude are swapped")]
    [InlineData("-83.3528,112.95064", "lies outside Indonesia")]
    [InlineData("-8.33528,12.95064", "lies outside Indonesia")]
    [InlineData("-8.33528,", "expected both lat and lng, or neither")]
    [InlineData("NaN,112.9", "column lat, value \"NaN\"")]
    public async Task ACoordinateThatIsNoPlaceInIndonesiaIsNamed(string coordinates, string phrase)
    {
        _place.File("villages.csv", $"village_code,lat,lng\n35.08.01.2001,{coordinates}\n");
        _place.AssertRefused(await _place.Plan(), "villages.csv, row 2", phrase);
    }

    [Fact]
    public async Task AKindThatContradictsTheCodeIsNamed()
    {
        _place.File("villages.csv", "village_code,kind,lat,lng\n35.08.01.1001,desa,-8.3,112.9\n");
        _place.AssertRefused(await _place.Plan(), "column kind, value \"desa\": contradicts village code 35.08.01.1001");
    }

    [Fact]
    public async Task AStationWhoseVillageOrNumberContradictsItsCodeIsNamed()
    {
        _place.File("stations.csv", "tps_code,village_code,number\n35.08.01.2001.001,35.08.01.2002,5\n");
        _place.AssertRefused(await _place.Plan(), "column village_code", "column number, value \"5\": contradicts station code");
    }

    [Fact]
    public async Task StationKStandsOnASunflowerAroundItsVillage()
    {
        Assert.Equal(0, (await _place.Plan()).Code);
        var centre = new GeoPoint(-8.33528, 112.95064);
        foreach (var (row, k) in _place.Rows("stations.csv").Take(2).Select((r, i) => (r, i + 1)))
        {
            var expected = centre.Offset(150 * Math.Sqrt(k), k * 137.50776);
            Assert.Equal(expected.Latitude, double.Parse(row[3], CultureInfo.InvariantCulture), 8);
            Assert.Equal(expected.Longitude, double.Parse(row[4], CultureInfo.InvariantCulture), 8);
            Assert.Equal("true", row[5]);
            Assert.Matches(@"\.\d{8}$", row[3]);
        }
    }

    [Fact]
    public async Task AVillageWithoutCentroidBorrowsItsKecamatansThenItsKabupatens()
    {
        _place.File("villages.csv", """
            village_code,lat,lng
            35.08.01.2001,-8.1,112.9
            35.08.01.2002,-8.3,113.1
            35.08.01.2003,,
            35.08.02.2001,,

            """);
        _place.File("stations.csv", "tps_code\n35.08.01.2003.001\n35.08.02.2001.001\n");
        Assert.Equal(0, (await _place.Plan()).Code);
        var expected = new GeoPoint(-8.2, 113.0).Offset(150, 137.50776);
        Assert.All(_place.Rows("stations.csv"), row =>
            Assert.Equal(expected.Latitude, double.Parse(row[3], CultureInfo.InvariantCulture), 7));
    }

    [Fact]
    public async Task AKabupatenWithoutAnyCentroidAsksForPositions()
    {
        _place.File("villages.csv", "village_code,lat,lng\n35.08.01.2001,,\n");
        _place.File("stations.csv", "tps_code\n35.08.01.2001.001\n");
        _place.AssertRefused(await _place.Plan(), "value \"35.08\": no village of this kabupaten has a centroid", "--positions");

        var positions = _place.File("positions.csv", "tps_code,lat,lng\n35.08.01.2001.001,-8.335,112.95\n");
        Assert.Equal(0, (await _place.Plan("--positions", positions)).Code);
        Assert.Equal(["-8.33500000", "112.95000000", "false"], _place.Rows("stations.csv")[0][3..6]);
    }

    [Fact]
    public async Task APositionOfAnUnknownStationIsNamed()
    {
        var positions = _place.File("positions.csv", "tps_code,lat,lng\n35.08.01.2001.009,-8.335,112.95\n");
        _place.AssertRefused(await _place.Plan("--positions", positions), "positions.csv, row 2", "unknown station");
    }

    [Fact]
    public async Task EveryKecamatanIsInExactlyOneJurisdiction()
    {
        var twice = _place.File("j.csv", "jurisdiction,kecamatan_code\nA,35.08.01\nB,35.08.01\nB,35.08.02\n");
        _place.AssertRefused(await _place.Plan("--jurisdictions", twice), "j.csv, row 3, column kecamatan_code", "first in row 2");
        var none = _place.File("j.csv", "jurisdiction,kecamatan_code\nA,35.08.01\n");
        _place.AssertRefused(await _place.Plan("--jurisdictions", none), "value \"35.08.02\": is in no jurisdiction");
        var unknown = _place.File("j.csv", "jurisdiction,kecamatan_code\nA,35.08.01\nA,35.08.02\nA,35.08.99\n");
        _place.AssertRefused(await _place.Plan("--jurisdictions", unknown), "row 4", "unknown kecamatan");
    }

    [Fact]
    public async Task BoundariesMayNestAsDeepAsTheyLike()
    {
        const string ring = "[[112.9,-8.3],[113.0,-8.3],[113.0,-8.2],[112.9,-8.3]]";
        var shapes = _place.File("b.geojson", $$$"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"kode":"35.08.01.2001"},"geometry":{"type":"Polygon","coordinates":[{{{ring}}}]}},
            {"type":"Feature","properties":{"village_code":"35.08.01.2002"},"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}},
            {"type":"Feature","properties":{"kode":"35.08.02.1001"},"geometry":{"type":"MultiPolygon","coordinates":[[{{{ring}}}],[{{{ring}}}]] } }]}
            """);
        Assert.Equal(0, (await _place.Plan("--boundaries", shapes)).Code);
    }

    [Theory]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "is not a GeoJSON FeatureCollection")]
    [InlineData("""{"features":[]}""", "has no features")]
    [InlineData("""{"features":[{"properties":{},"geometry":null}]}""", "feature 1 properties: expected a village code")]
    [InlineData("""{"features":[{"properties":{"kode":"35.08.01.2001"},"geometry":{"coordinates":[[[-8,112],[1,2]]]}}]}""", "feature 1 geometry")]
    [InlineData("""{"features":[{"properties":{"kode":"35.08.01.2001"},"geometry":{"coordinates":[[[-8,112],[-8,113],[-7,113],[-8,112]]]}}]}""", "not of [lat, lng]")]
    [InlineData("""{"features":[{"properties":{"kode":"99.08.01.2001"},"geometry":null}]}""", "feature 1 village_code, value \"99.08.01.2001\": unknown village")]
    [InlineData("""{"features":[{"properties":{"kode":"\ud800"},"geometry":null}]}""", "feature 1 properties: expected a village code")]
    [InlineData(" ", "b.geojson: is empty.")]
    public async Task BoundariesThatCanNotBeDrawnAreRefused(string json, string phrase)
    {
        var shapes = _place.File("b.geojson", json);
        _place.AssertRefused(await _place.Plan("--boundaries", shapes), "b.geojson", phrase);
    }

    [Fact]
    public async Task AStationListGivenAsVillagesIsSeenAsOne()
    {
        _place.File("villages.csv", Workplace.Stations);
        _place.AssertRefused(await _place.Plan(), "villages.csv: has a column tps_code, so it lists stations; expected one row a village");
    }

    [Fact]
    public async Task APolresMayNotGoByTheCodeOfAKecamatanOrVillage()
    {
        var file = _place.File("j.csv", "jurisdiction,kecamatan_code\n35.08.02,35.08.01\n35.08.01.2001,35.08.02\n");
        _place.AssertRefused(await _place.Plan("--jurisdictions", file),
            "j.csv, row 2, column jurisdiction, value \"35.08.02\"", "row 3, column jurisdiction, value \"35.08.01.2001\"");
    }

    [Fact]
    public async Task KnownDirtInVotersIsToldInOneLineAndNotPlannedWith()
    {
        _place.File("stations.csv", """
            kode_desa,nomor,dpt,dpt_l,dpt_p,pengguna
            35.08.01.2001,1,,,,
            35.08.01.2001,2,10,5,6,9
            35.08.01.2001,3,0,0,0,0
            35.08.01.2001,4,10,5,5,12
            35.08.01.2001,5,10,-1,11,9

            """);
        var ended = await _place.Plan();
        Assert.Equal(0, ended.Code);
        Assert.Contains("stations.csv: voters are not planned with, but look wrong in 5 rows: 1 blank, 1 zero, 1 negative, "
            + "1 whose men and women do not add up, 1 with more who voted than voters.", ended.Error, StringComparison.Ordinal);
    }
}
