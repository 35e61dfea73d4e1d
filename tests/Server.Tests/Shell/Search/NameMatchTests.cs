using TigaPilar.Server.Shell.Search;

namespace TigaPilar.Server.Tests.Shell.Search;

/// <summary>What people type, on the real names of the sample's 205 villages and 21 kecamatan.</summary>
public sealed class NameMatchTests
{
    private static readonly List<string> Names = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "sample", "villages.csv")).Skip(1)
        .Select(l => l.Split(',')).SelectMany(c => (string[])[c[4], c[2]]).Distinct(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Pasirian", "Pasirian")]
    [InlineData("pasiran", "Pasirian")] // a letter missing
    [InlineData("pasirrian", "Pasirian")] // one too many
    [InlineData("apsirian", "Pasirian")] // two turned round
    [InlineData("pasitian", "Pasirian")] // the next key
    [InlineData("lumajng", "Lumajang")]
    [InlineData("Loemadjang", "Lumajang")] // as it was written until 1972
    [InlineData("kab. lumajang", "Lumajang")]
    [InlineData("Kec. Tempursari", "Tempursari")]
    [InlineData("desa Tegalredjo", "Tegalrejo")]
    [InlineData("tempurs", "Tempursari")] // not typed to its end
    [InlineData("tempurasr", "Tempursari")]
    [InlineData("TEGAL-REJO", "Tegalrejo")]
    [InlineData("tegal rejo", "Tegalrejo")]
    public void WhatWasMeantStandsFirst(string typed, string meant) => Assert.Equal(meant, Best(typed)[0]);

    [Theory]
    [InlineData("Andi Andriyanti Wibowo", "wibowo andriyanto")]
    [InlineData("Andi Andriyanti Wibowo", "andi wib")]
    [InlineData("Susiyanto", "Susianto")]
    [InlineData("Soesilo Soebandi", "susilo subandi")]
    [InlineData("Tjokro Djojo", "cokro jojo")]
    [InlineData("Polsek Pasirian", "polsek pasiran")]
    public void WordsMayBeTurnedRoundSpelledAsOnceOrSlipped(string name, string typed) => Assert.NotNull(new NameMatch(typed).Of(new FoldedName(name)));

    [Theory]
    [InlineData("Pasirian", "Pasrujambe")]
    [InlineData("Burno", "Bago")]
    [InlineData("Kandangan", "Kandangtepus")]
    [InlineData("abc", "abd")] // three letters are too few for a slip
    [InlineData("zzzzzz", "Sumbermujur")]
    public void AnotherNameIsNotASlip(string typed, string name) => Assert.Null(new NameMatch(typed).Of(new FoldedName(name)));

    [Fact]
    public void TheSameIsBeforeItsBeginningThatBeforeABeginningOfAWordAndThatBeforeASlip()
    {
        string[] ranked = ["Sari", "Sarimulyo", "Sumber Sari", "Sare"];
        var match = new NameMatch("sari");
        Assert.Equal(ranked, ranked.Reverse().OrderBy(n => match.Of(new FoldedName(n))));
        Assert.All(ranked.Take(3), n => Assert.True(match.Of(new FoldedName(n)) < NameMatch.Slipped));
        Assert.True(match.Of(new FoldedName("Sare")) >= NameMatch.Slipped);
    }

    [Fact]
    public void EveryNameIsFoundWithAnyOneLetterLeftOutOrTwoTurnedRound()
    {
        var lost = new List<string>();
        foreach (var name in Names.Where(n => n.Length >= 6 && n.All(char.IsLetter)))
        {
            for (var i = 1; i < name.Length - 1; i++)
            {
                foreach (var typed in (string[])[name.Remove(i, 1), name[..i] + name[i + 1] + name[i] + name[(i + 2)..]])
                    if (new NameMatch(typed).Of(new FoldedName(name)) is null) lost.Add($"{typed} for {name}");
            }
        }

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  .,- ")]
    public void NothingTypedFindsNothing(string typed)
    {
        Assert.True(new NameMatch(typed).IsEmpty);
        Assert.Null(new NameMatch(typed).Of(new FoldedName("Pasirian")));
    }

    [Fact]
    public void AnythingMayBeTyped()
    {
        foreach (var typed in (string[])[new string('a', 5000), "\u0000\u0301\uD800", string.Concat(Enumerable.Repeat("desa ", 60)), "'; DROP TABLE Area; --", "💥"])
            Assert.All(Names.Take(20), n => new NameMatch(typed).Of(new FoldedName(n)));
        Assert.Null(new NameMatch("pasirian").Of(new FoldedName(new string('x', 300))));
        Assert.Null(new NameMatch("satu").Of(new FoldedName(string.Join(' ', Enumerable.Range(0, 60).Select(i => $"q{i}")))));
    }

    private static List<string> Best(string typed)
    {
        var match = new NameMatch(typed);
        return [.. SearchAsk.Rank(Names, n => match.Of(new FoldedName(n)), n => n.Length).Best.Select(b => b.Thing)];
    }
}
