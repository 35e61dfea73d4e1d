using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding;

namespace TigaPilar.Server.Tests.Guarding;

public class PlanPageTests
{
    [Fact]
    public void FirstSentenceAnswersWhatIsNeededAndWhatLacks()
    {
        var page = Parse(WithShortages());
        Assert.Equal(
            "28 TPS · 4 kelompok · 8 personel. Kurang 12 Linmas di 1 desa; 1 kelompok belum terisi penuh (kurang 2 personel).",
            TextOf(page, ".needs"));
    }

    [Fact]
    public void SecondLineProvesHowCloseThePlanIs()
    {
        Assert.StartsWith(
            "Paling sedikit yang mungkin 3 kelompok (selisih 33,3%) · sesuai pola",
            TextOf(Parse(Plain() with { LowerBoundGroups = 3 }), ".proof"), StringComparison.Ordinal);
        Assert.StartsWith(
            "Paling sedikit yang mungkin 4 kelompok: rencana ini sudah paling sedikit",
            TextOf(Parse(Plain() with { LowerBoundGroups = 4 }), ".proof"), StringComparison.Ordinal);
    }

    [Fact]
    public void ACompleteFillIsSaidInTheFirstLineAndUnderShortages()
    {
        var page = Parse(Plain() with { Forces = new PageForces(8, 56, [], []) });
        Assert.EndsWith("Semua kelompok dan TPS terisi. Tidak ada kekurangan.", TextOf(page, ".needs"), StringComparison.Ordinal);
        Assert.Equal("Semua kelompok dan TPS terisi. Tidak ada kekurangan.", TextOf(page, "p.good"));
    }

    [Fact]
    public void WithoutForcesNothingIsCalledShort()
    {
        var page = Parse(Plain());
        Assert.Contains("Kekuatan belum diisi", TextOf(page, ".needs"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".miss, .lack, table.shortages"));
        Assert.Equal("–", page.QuerySelector("table.forces tbody td:nth-of-type(2)")!.TextContent);
    }

    [Fact]
    public void NumbersAreWrittenTheIndonesianWay()
    {
        var page = Parse(Plain() with { Forces = new PageForces(1234, 5858, [], []) });
        Assert.Equal("8 1.234 – 1.226 56 5.858 – 5.802", Joined(page.QuerySelectorAll("table.forces tbody td")));
        Assert.Contains("jarak 4,9\u00a0km", TextOf(page, ".proof"), StringComparison.Ordinal);
    }

    [Fact]
    public void TableByKecamatanAddsUpToTheTotal()
    {
        var page = Parse(WithShortages());
        var rows = page.QuerySelectorAll("table.kecamatan tbody tr");
        Assert.Equal("Utara Selatan", Joined(rows.Select(r => r.QuerySelector("th")!)));
        Assert.Equal("28 4 8 2 56 12 4,9", Joined(page.QuerySelectorAll("table.kecamatan tfoot td")));
        Assert.Equal(28, rows.Sum(r => int.Parse(r.QuerySelector("td")!.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void EveryGroupAndEveryShortageAppears()
    {
        var model = WithShortages();
        var page = Parse(model);
        var rows = page.QuerySelectorAll("tr[data-g]");
        Assert.Equal("K-01 K-02 K-03 K-04", Joined(rows.Select(r => r.QuerySelector("th")!)));
        Assert.Equal(model.Groups.Length, page.QuerySelectorAll("#garis > path").Length);
        string shortages = page.QuerySelector("table.shortages")!.TextContent;
        foreach (var shortage in model.Forces!.LinmasShortages.Concat(model.Forces.PoliceShortages))
        {
            Assert.Contains(shortage.Name, shortages, StringComparison.Ordinal);
            Assert.Contains(shortage.Reason, shortages, StringComparison.Ordinal);
            Assert.Contains(shortage.Remedy, shortages, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AGroupNamesItsVillagesAndTheRunsOfItsStations()
    {
        string row = Parse(Plain()).QuerySelector("tr[data-g='0'] td")!.TextContent.Replace("\u2060", "", StringComparison.Ordinal);
        Assert.Equal("Alas 1–12 · kurang rawan", row);
    }

    [Fact]
    public void AGroupBelowThePatternsMinimumIsWarnedAbout()
    {
        var model = Plain();
        var pattern = model.Patterns[0] with { Pattern = model.Patterns[0].Pattern with { MinStations = 8 } };
        var page = Parse(model with { Patterns = [pattern] });
        Assert.Contains("di bawah minimum pola (8 TPS)", TextOf(page, "tr[data-g='1']"), StringComparison.Ordinal);
        Assert.DoesNotContain("di bawah minimum", TextOf(page, "tr[data-g='0']"), StringComparison.Ordinal);
    }

    [Fact]
    public void PatternsInForceShowTheirLegalBasisAndFirstDay()
    {
        var model = Plain();
        var page = Parse(model with
        {
            Patterns = [model.Patterns[0] with { EffectiveFrom = new DateOnly(2024, 1, 22), LegalBasis = "Renops Polres" }],
        });
        Assert.Contains("Renops Polres, berlaku sejak 22 Januari 2024", TextOf(page, "table.patterns"), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesFromFilesNeverBecomeMarkup()
    {
        const string attack = "</style><script>alert(1)</script>\"'&";
        var model = WithShortages();
        model = model with
        {
            KabupatenName = attack,
            DateText = attack,
            Kecamatan = [.. model.Kecamatan.Select(k => k with { Name = attack })],
            Villages = [.. model.Villages.Select(v => v with { Name = attack })],
            Groups = [.. model.Groups.Select(g => g with { Id = attack })],
        };
        string html = Html(model);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Single(new HtmlParser().ParseDocument(html).QuerySelectorAll("script"));
        Assert.Single(new HtmlParser().ParseDocument(html).QuerySelectorAll("style"));
    }

    [Fact]
    public void ThePageIsWholeAndFetchesNothing()
    {
        string html = Html(WithShortages() with { IsSample = true });
        Assert.DoesNotContain("http://", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https://", html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(new HtmlParser().ParseDocument(html).QuerySelectorAll("link, script[src], img, iframe"));
        Assert.Equal(Count(html, "url("), Count(html, "url(data:"));
        foreach (string tag in (string[])["table", "thead", "tbody", "tr", "th", "td", "section", "svg", "g", "p", "small", "li", "div"])
            Assert.Equal(Count(html, $"<{tag} ") + Count(html, $"<{tag}>"), Count(html, $"</{tag}>"));
        var ids = new HtmlParser().ParseDocument(html).QuerySelectorAll("[id]").Select(e => e.Id!).ToArray();
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void AReaderByEarFindsLanguageHeadersAndTheMapsWords()
    {
        var page = Parse(WithShortages());
        Assert.Equal("id", page.DocumentElement.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("th"), th => Assert.NotNull(th.GetAttribute("scope")));
        Assert.NotNull(page.QuerySelector("#peta svg > title"));
        Assert.NotNull(page.QuerySelector("#peta svg > desc"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
    }

    [Fact]
    public void TheSampleSaysSoOnScreenOnTheMapAndOnPaper()
    {
        var page = Parse(Plain() with { IsSample = true });
        Assert.Contains("Data contoh", page.Title!, StringComparison.Ordinal);
        Assert.Contains("Data contoh", TextOf(page, "header"), StringComparison.Ordinal);
        Assert.Contains("bukan daftar TPS resmi", TextOf(page, ".answer"), StringComparison.Ordinal);
        Assert.Contains("Data contoh", TextOf(page, "#peta svg"), StringComparison.Ordinal);
        Assert.Contains("Data contoh", TextOf(page, ".class"), StringComparison.Ordinal);
        Assert.DoesNotContain("Data contoh", Html(Plain()), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnsignedPlanIsStampedKonsepAndMarkedTerbatas()
    {
        var page = Parse(Plain());
        Assert.Contains("Konsep", TextOf(page, "header"), StringComparison.Ordinal);
        Assert.Contains("Terbatas", TextOf(page, "header"), StringComparison.Ordinal);
        Assert.Contains("KONSEP", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("masuk hanya atas permintaan Ketua KPPS", TextOf(page, ".notes"), StringComparison.Ordinal);
    }

    [Fact]
    public void ShapesAreDrawnWhereBoundariesAreGivenAndPointsElsewhere()
    {
        var model = Plain();
        Assert.NotNull(Parse(model).QuerySelector("#peta .village"));
        var square = new PageBoundary("11.11.01.2001",
            [[new(-8, 113), new(-8, 113.1), new(-8.1, 113.1), new(-8.1, 113), new(-8, 113)]]);
        var page = Parse(model with { Boundaries = [square] });
        Assert.NotNull(page.QuerySelector("#peta .shape"));
        Assert.Null(page.QuerySelector("#peta .village"));
    }

    [Fact]
    public void APlanWithoutStationsIsStillAPage()
    {
        var page = Parse(Plain() with { Stations = [], Groups = [], Villages = [], Kecamatan = [] });
        Assert.Contains("0 TPS · 0 kelompok", TextOf(page, ".needs"), StringComparison.Ordinal);
        Assert.Contains("Data TPS belum ada", TextOf(page, "main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new int[0], "")]
    [InlineData(new[] { 4 }, "4")]
    [InlineData(new[] { 1, 2 }, "1, 2")]
    [InlineData(new[] { 1, 2, 3, 7, 9, 10, 11 }, "1–3, 7, 9–11")]
    public void RunsOfNumbersAreJoined(int[] numbers, string text) => Assert.Equal(text, IndonesianText.Runs(numbers));

    [Fact]
    public void LabelsOnTheMapNeverCoverEachOther()
    {
        var frame = new MapFrame(Plain());
        var wanted = Enumerable.Range(0, 12).Select(i => new MapLabel("Kecamatan", new MapPoint(900 + i * 20, 900), i));
        var placed = new MapLabels(frame, []).Place(wanted, 60);
        Assert.NotEmpty(placed);
        foreach (var a in placed)
        {
            foreach (var b in placed.Where(other => other.At != a.At))
                Assert.True(Math.Abs(a.At.Y - b.At.Y) >= 80 || Math.Abs(a.At.X - b.At.X) >= 60 * 5);
        }
    }

    /// <summary>Two kecamatan, three villages, 28 stations, four groups.</summary>
    private static PlanPageModel Plain()
    {
        var centre = new GeoPoint(-8.1, 113.2);
        PageVillage[] villages =
        [
            new("11.11.01.2001", "Alas", 0, centre),
            new("11.11.02.2001", "Banyu", 1, centre.Offset(5000, 90)),
            new("11.11.02.1002", "Candi", 1, centre.Offset(9000, 120), IsKelurahan: true),
        ];
        int[] counts = [14, 12, 2];
        var stations = ImmutableArray.CreateBuilder<PageStation>();
        for (int v = 0; v < counts.Length; v++)
        {
            for (int k = 1; k <= counts[v]; k++)
            {
                var at = villages[v].Centroid!.Value.Offset(150 * Math.Sqrt(k), k * 137.50776);
                stations.Add(new PageStation(v, k, StationClass.KurangRawan, at, Approximate: true));
            }
        }

        return new PlanPageModel
        {
            KabupatenName = "Kabupaten Uji",
            DateText = "14 Februari 2024",
            Unit = GroupingUnit.Village,
            Patterns = [new PagePattern(new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 12))],
            Kecamatan = [new("11.11.01", "Utara"), new("11.11.02", "Selatan")],
            Villages = [.. villages],
            Stations = stations.ToImmutable(),
            Groups =
            [
                new("K-01", 0, [.. Enumerable.Range(0, 12)], 0, 0, 2400, 560),
                new("K-02", 0, [12, 13], 12, 0, 300, 300),
                new("K-03", 1, [.. Enumerable.Range(14, 12)], 14, 0, 2000, 540),
                new("K-04", 1, [26, 27], 26, 0, 200, 200),
            ],
            Seconds = 0.21,
            Seed = 1,
        };
    }

    private static PlanPageModel WithShortages()
    {
        var model = Plain();
        return model with
        {
            Groups = model.Groups.SetItem(2, model.Groups[2] with { OfficersMissing = 2 }),
            Forces = new PageForces(
                6, 44,
                [new("11.11.02.2001", "Desa Banyu", 24, 12, 12, "Ada 12 anggota untuk 12 TPS.", "Rekrut 12 anggota Linmas.")],
                [new("11.11", "Polres Uji", 8, 6, 2, "Semua personel sudah terpakai.", "Minta 2 personel BKO.")]),
        };
    }

    private static string Html(PlanPageModel model)
    {
        using var writer = new StringWriter();
        PlanPage.Write(writer, model);
        return writer.ToString();
    }

    private static IDocument Parse(PlanPageModel model) => new HtmlParser().ParseDocument(Html(model));

    private static string TextOf(IParentNode page, string selector) => page.QuerySelector(selector)!.TextContent;

    private static string Joined(IEnumerable<IElement> cells) => string.Join(' ', cells.Select(c => c.TextContent));

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}
