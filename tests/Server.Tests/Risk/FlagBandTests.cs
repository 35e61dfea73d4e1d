using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Risk.Flags;

namespace TigaPilar.Server.Tests.Risk;

public sealed class FlagBandTests
{
    // Bawaslu, 11 February 2024: stations with each of the 22 indicators, of 820,161 in the country.
    private static readonly int[] Country =
        [125224, 119796, 38595, 36236, 21947, 18656, 10794, 8099, 4862, 4211, 3875, 2299, 2209, 2021, 1989, 1587, 1582, 1396, 1205, 1184, 1031, 814];

    [Fact]
    public void TheBandsOfPemilu2024AreThoseThatBawasluPublished()
    {
        var bands = Country.Select(c => FlagBands.Initial.Of(c, 820161)).ToList();
        Assert.Equal((7, 14, 1), (bands.Count(b => b == FlagBand.Most), bands.Count(b => b == FlagBand.Many), bands.Count(b => b == FlagBand.Few)));
        Assert.Equal(FlagBand.None, FlagBands.Initial.Of(0, 820161));
    }

    [Fact]
    public void EachKindOfElectionHasItsOwnSet()
    {
        Assert.Equal((26, 8), Size(IndicatorSets.For(Of(ElectionKind.Pilkada, 2031))!));
        Assert.Equal((22, 7), Size(IndicatorSets.For(Of(ElectionKind.Pemilu, 2029))!));
        Assert.Null(IndicatorSets.For(Of(ElectionKind.Pilkades, 2027)));
        Assert.Null(IndicatorSets.For(Of(ElectionKind.Pilkada, 2018)));
        foreach (var set in IndicatorSets.All)
        {
            Assert.Equal(set.Indicators.Length, set.Indicators.Select(i => i.Key).Distinct(StringComparer.Ordinal).Count());
            Assert.All(set.Indicators, i => Assert.DoesNotContain("", (string[])[i.Names.Indonesian, i.Names.English, i.VariableNames.Indonesian, i.VariableNames.English]));
        }
    }

    private static (int, int) Size(IndicatorSet set) => (set.Indicators.Length, set.Indicators.Max(i => i.Variable));

    private static ElectionName Of(ElectionKind kind, int year) => new(1, "x", "X", kind, ElectionState.Running, new DateOnly(year, 11, 27), "Asia/Jakarta", []);
}
