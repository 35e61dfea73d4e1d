using System.Globalization;
using System.Runtime.CompilerServices;

namespace TigaPilar.Server.Tests.Guarding;

public class SampleKabupatenTests
{
    [Fact]
    public void LumajangHas21Kecamatan198Desa7KelurahanAnd3322Stations()
    {
        var villages = Rows("villages.csv");
        var stations = Rows("stations.csv");
        Assert.Equal(205, villages.Length);
        Assert.Equal(21, villages.Select(v => v[1]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(198, villages.Count(v => v[3] is "desa"));
        Assert.Equal(7, villages.Count(v => v[3] is "kelurahan"));
        Assert.Equal(3322, stations.Length);
    }

    [Fact]
    public void EveryVillageHasAPositionAndEveryStationItsVillage()
    {
        var codes = Rows("villages.csv").Select(v => v[0]).ToHashSet(StringComparer.Ordinal);
        var stations = Rows("stations.csv");
        Assert.Equal(205, codes.Count);
        Assert.True(codes.SetEquals(stations.Select(s => s[1])));
        Assert.All(stations, s => Assert.Equal($"{s[1]}.{s[2].PadLeft(3, '0')}", s[0]));
        Assert.All(stations, s => Assert.Equal("regular", s[3]));
        foreach (var village in Rows("villages.csv"))
        {
            Assert.InRange(double.Parse(village[5], CultureInfo.InvariantCulture), -8.5, -7.8);
            Assert.InRange(double.Parse(village[6], CultureInfo.InvariantCulture), 112.8, 113.5);
        }
    }

    private static string[][] Rows(string file, [CallerFilePath] string here = "") =>
        [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "sample", file)).Skip(1).Select(l => l.Split(','))];
}
