using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Territory.Import;

namespace TigaPilar.Server.Tests.Territory.Import;

public sealed class BoundaryImportTests
{
    private const string Square = "[[112.9,-8.3],[113.0,-8.3],[113.0,-8.2],[112.9,-8.2],[112.9,-8.3]]";
    private const string Hole = "[[112.94,-8.26],[112.96,-8.26],[112.96,-8.24],[112.94,-8.26]]";
    private const string Other = "[[113.1,-8.3],[113.2,-8.3],[113.2,-8.2],[113.1,-8.3]]";

    [Theory]
    [InlineData("lumajang-desa.geojson", 205)]
    [InlineData("lampung-tengah-desa.geojson", 311)]
    public void ARealFileIsTakenWhole(string name, int areas)
    {
        using var file = System.IO.File.OpenRead(SharedData.File(name));
        var read = Reading.Boundaries(file);
        Assert.Empty(read.Texts);
        Assert.Equal((areas, areas), (read.Rows.Count, read.Rows[^1].Row));
        Assert.All(read.Rows, r => Assert.True(r.Shape.Contains(r.Shape.LabelPoint), r.AreaCode));
        Assert.All(read.Rows, r => Assert.Equal(Geometry(r.Shape), Geometry(Assert.Single(Reading.Boundaries(File("35.08", Geometry(r.Shape))).Rows).Shape)));
    }

    [Theory]
    [InlineData("Polygon", "[" + Square + "," + Hole + "]", 1, 2)]
    [InlineData("Polygon", "[[" + Square + "," + Hole + "]]", 1, 2)]
    [InlineData("MultiPolygon", "[" + Square + "," + Hole + "]", 1, 2)]
    [InlineData("MultiPolygon", "[" + Square + "," + Other + "," + Hole + "]", 2, 3)]
    [InlineData("MultiPolygon", "[[" + Square + "," + Hole + "],[" + Other + "]]", 2, 3)]
    [InlineData("Polygon", "[[[" + Square + "]]]", 1, 1)]
    public void RingsAreFoundHoweverDeepTheyNest(string type, string coordinates, int polygons, int rings)
    {
        var read = Reading.Boundaries(File("35.08.01.2001", $$"""{"type":"{{type}}","coordinates":{{coordinates}}}"""));
        Assert.Empty(read.Texts);
        var shape = Assert.Single(read.Rows).Shape;
        Assert.Equal((polygons, rings), (shape.Polygons.Length, shape.Polygons.Sum(p => p.Length)));
        Assert.Equal(rings == 1, shape.Contains(new GeoPoint(-8.255, 112.952)));
    }

    [Fact]
    public void AnOutlineKeepsSixDecimalsItsBoxAndAPointInside()
    {
        var shape = Assert.Single(Reading.Boundaries(File("35.08.01.2001", Polygon(
            "[[112.9,-8.3],[113.00000049,-8.3,12],[113.0000001,-8.3],[113,-8.2],[112.98,-8.2],[112.98,-8.28],[112.92,-8.28],[112.92,-8.2],[112.9,-8.2],[112.9,-8.3]]"))).Rows).Shape;
        Assert.StartsWith("""{"type":"MultiPolygon","coordinates":[[[[112.9,-8.3],[113,-8.3],[113,-8.2],""", Geometry(shape), StringComparison.Ordinal);
        Assert.Equal((new GeoPoint(-8.3, 112.9), new GeoPoint(-8.2, 113)), (shape.SouthWest, shape.NorthEast));
        Assert.True(shape.Contains(shape.LabelPoint));
        Assert.False(shape.Contains(new GeoPoint(-8.24, 112.95)));
    }

    [Theory]
    [InlineData("kode", "\"35.08.01.2001\"", "35.08.01.2001")]
    [InlineData("KDEPUM", "3508012001", "35.08.01.2001")]
    [InlineData("kode_kecamatan", "\"350801\"", "35.08.01")]
    [InlineData("Kode Kabupaten", "35.1", "35.10")]
    public void AnAreaOfAnyLevelIsKnownByItsCode(string property, string value, string code) =>
        Assert.Equal(code, Assert.Single(Reading.Boundaries(
            $$$"""{"type":"FeatureCollection","features":[{"properties":{"x":null,"{{{property}}}":{{{value}}}},"geometry":{{{Polygon(Square)}}}}]}""").Rows).AreaCode);

    [Fact]
    public void AFileOfLatLngIsPutRightWithOneFlag()
    {
        var turned = "[[-8.3,112.9],[-8.3,113.0],[-8.2,113.0],[-8.3,112.9]]";
        var read = Reading.Boundaries(File(("35.08.01.2001", Polygon(turned)), ("35.08.01.2002", Polygon(turned))));
        Assert.Equal("The points stand as [lat, lng]; put right. Expected [lng, lat].", read.Text);
        Assert.All(read.Rows, r => Assert.Equal(new GeoPoint(-8.3, 112.9), r.Shape.SouthWest));

        var mixed = Reading.Boundaries(File(("35.08.01.2001", Polygon(Square)), ("35.08.01.2002", Polygon(turned))));
        Assert.Equal((2, ImportFindings.OtherOrderThanFile, 2), (mixed.Rows.Count, Assert.Single(mixed.Findings).Kind, mixed.Findings[0].Row));
    }

    [Fact]
    public void AnOpenRingIsClosedAndFlagged()
    {
        var read = Reading.Boundaries(File("35.08.01.2001", Polygon("[[112.9,-8.3],[113.0,-8.3],[113.0,-8.2]]")));
        Assert.Equal("Row 1, column kode, \"35.08.01.2001\": 1 of its rings were not closed; closed. Expected the first point again at the end.", read.Text);
        Assert.Equal(4, Assert.Single(read.Rows).Shape.Polygons[0][0].Length);
    }

    [Fact]
    public void ARingWithoutAreaIsLeftOutAndFlagged()
    {
        var read = Reading.Boundaries(File("35.08.01.2001",
            $$"""{"type":"MultiPolygon","coordinates":[[{{Square}}],[[[112.9,-8.3],[112.9,-8.3],[112.9,-8.3],[112.9,-8.3]]]]}"""));
        Assert.Equal((ImportFindings.RingDropped, 1), (Assert.Single(read.Findings).Kind, Assert.Single(read.Rows).Shape.Polygons.Length));
    }

    [Theory]
    [InlineData("", "The file is empty")]
    [InlineData("{", "Row 1: no JSON from here on")]
    [InlineData("[]", "No GeoJSON FeatureCollection")]
    [InlineData("""{"type":"Feature"}""", "No GeoJSON FeatureCollection")]
    [InlineData("""{"features":[]}""", "The file has no features")]
    [InlineData("""{"features":[{"properties":{},"geometry":null}]}""", "Row 1: no code of an area")]
    [InlineData("""{"features":[7]}""", "Row 1: no code of an area")]
    [InlineData("""{"features":[{"properties":{"kode":"\ud800"},"geometry":null}]}""", "Row 1: no code of an area")]
    [InlineData("""{"features":[{"properties":{"kode":"3508010001"}}]}""", "Row 1, column kode, \"3508010001\": no area code of Kemendagri")]
    [InlineData("""{"features":[{"properties":{"kode":"35.08.01.2001"},"geometry":null}]}""", "Row 1, column kode, \"35.08.01.2001\": no area can be drawn")]
    [InlineData("""{"features":[{"properties":{"kode":"35.08"},"geometry":{"type":"Point","coordinates":[112,-8]}}]}""", "Row 1, column kode, \"35.08\": no area can be drawn")]
    [InlineData("""{"features":[{"properties":{"kode":"35.08"},"geometry":{"coordinates":[[[690000,9080000],[1,2],[3,4],[5,6]]]}}]}""", "Row 1, column kode, \"35.08\": the outline has a point outside Indonesia: [690000, 9080000]")]
    public void AFileThatDrawsNothingIsRefused(string json, string phrase)
    {
        var read = Reading.Boundaries(json);
        Assert.StartsWith(phrase, read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Rows);
    }

    [Fact]
    public void AFileThatWasCutOffIsRefusedEvenAfterItsLastFeature()
    {
        var whole = File("35.08.01.2001", Polygon(Square));
        Assert.Contains("no JSON from here on", Reading.Boundaries(whole[..^1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ARepeatedAreaIsRefusedNamingTheFirst() =>
        Assert.Equal("Row 2, column kode, \"35.08.01.2001\": the outline of this area stands twice, first in row 1; expected each once.",
            Reading.Boundaries(File(("35.08.01.2001", Polygon(Square)), ("35.08.01.2001", Polygon(Other)))).Text);

    private static string Geometry(BoundaryShape shape) => $$"""{"type":"MultiPolygon","coordinates":{{shape.ToCoordinates()}}}""";

    private static string Polygon(string ring) => $$"""{"type":"Polygon","coordinates":[{{ring}}]}""";

    private static string File(string code, string geometry) => File((code, geometry));

    private static string File(params (string Code, string Geometry)[] features) =>
        $$"""{"type":"FeatureCollection","name":"x","features":[{{string.Join(",", features.Select(f =>
            $$$"""{"type":"Feature","properties":{"kode":"{{{f.Code}}}","nama":"Satu"},"geometry":{{{f.Geometry}}}}"""))}}]}""";
}
