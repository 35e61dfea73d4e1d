using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Risk.Totals;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Risk;

/// <summary>Totals by kecamatan for Desk and camat, and for everybody what Polri has released.</summary>
[Trait("Database", "each")]
public sealed class TotalsTests(House house) : IClassFixture<House>
{
    private const string Page = "/rekap-kelas?pemilihan=pemilu-contoh";

    [Theory]
    [InlineData(null, 3)]
    [InlineData(" ", 3)]
    [InlineData("5", 5)]
    [InlineData("2", 2)]
    [InlineData("1", null)]
    [InlineData("101", null)]
    [InlineData("tiga", null)]
    public void TheSmallNumberIsSetAndIsNeverOne(string? setting, int? number) => Assert.Equal(number, SmallNumberRule.Of(setting));

    [Fact]
    public async Task ACamatReadsTheTotalsOfHisKecamatanAndNoStation()
    {
        using var camat = await house.VisitAsync("camat");
        await camat.OpenAsync(Page);
        Assert.Equal("Pasirian", Assert.Single(camat.Page.QuerySelectorAll("tbody th")).TextContent.Trim());
        Assert.Empty(camat.Page.QuerySelectorAll("form[method=post] input[name^=Input]"));
        Assert.DoesNotContain("35.08.04.", camat.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        // Nothing smaller than a kecamatan is summed up.
        var whole = Figures(camat);
        await camat.OpenAsync($"{Page}&di=35.08.04.2001");
        Assert.Equal(whole, Figures(camat));
        foreach (var other in (string[])["35.08.05", "35.08.05.2001", "35.08", "35.07", House.OtherVillage])
        {
            await camat.OpenAsync($"{Page}&di={other}");
            Assert.Equal(HttpStatusCode.NotFound, camat.Status);
            using var file = await camat.GetAsync($"/rekap-kelas/unduh?pemilihan=pemilu-contoh&di={other}");
            Assert.Equal(HttpStatusCode.NotFound, file.StatusCode);
        }

        await camat.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        Assert.Equal(HttpStatusCode.Forbidden, camat.Status);
        using var desk = await house.VisitAsync("desk");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/rekap-kelas/unduh?pemilihan=pemilu-contoh"));
        Assert.Equal((21, 3322), (rows.Count, rows.Sum(r => int.Parse(r["TPS"], CultureInfo.InvariantCulture))));
        using var kades = await house.VisitAsync("kades");
        await kades.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, kades.Status);
    }

    [Fact]
    public async Task ThePublicReadsNothingBeforeItIsReleasedThenTheTotalsOfThatDayAndNothingOnceTheyAreWithdrawn()
    {
        using var anybody = new Visitor(house.Here.Address);
        using var ops = await house.VisitAsync("kabagops");
        await anybody.OpenAsync("/rekap-umum");
        Assert.Contains("Belum ada rekap untuk umum", anybody.Text, StringComparison.Ordinal);
        await ReleaseAsync(ops, "");
        Assert.Contains("Isi alasannya", ops.Text, StringComparison.Ordinal);
        await ReleaseAsync(ops, "rakor dengan KPU");
        Assert.Contains("Rekap hari ini terbuka untuk umum", ops.Text, StringComparison.Ordinal);

        await anybody.OpenAsync("/rekap-umum");
        Assert.Equal(HttpStatusCode.OK, anybody.Status);
        Assert.Contains("Ditetapkan untuk umum oleh Kabag Ops, Polres Lumajang, keadaan ", anybody.Text, StringComparison.Ordinal);
        Assert.Equal(21, anybody.Page.QuerySelectorAll("tbody tr").Length);
        // The office, not who holds it, nor why.
        Assert.DoesNotContain("Contoh,", anybody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("rakor", anybody.Text, StringComparison.Ordinal);
        // Three and more are told; fewer are not, nor what they could be reckoned from.
        Assert.Equal(["3", "1", "0"], Row(anybody, "Pronojiwo")[^3..]);
        Assert.Equal(["–", "<3", "<3", "<3"], Row(anybody, "Senduro")[^4..]);
        Assert.Equal(["–", "<3", "<3", "<3"], Row(anybody, "Tempeh")[^4..]);

        // A class that is given afterwards is not told.
        var soon = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh");
        foreach (var station in (string[])["35.08.02.2001.001", "35.08.02.2001.002"])
            await ops.SendAsync("kelas", ("Input.Whom", "chosen"), ("Input.Chosen", station), ("Input.Class", "SangatRawan"), ("Input.Until", soon), ("Input.Reason", "longsor"));
        await ops.OpenAsync(Page);
        Assert.Equal("3", Row(ops, "Pronojiwo")[^4]);
        await anybody.OpenAsync("/rekap-umum");
        Assert.Equal(["3", "1", "0"], Row(anybody, "Pronojiwo")[^3..]);
        // A new release replaces it.
        await ReleaseAsync(ops, "pemetaan baru");
        await anybody.OpenAsync("/rekap-umum");
        Assert.Equal(["3", "3", "0"], Row(anybody, "Pronojiwo")[^3..]);

        await ops.SendAsync("cabut-35.08", ("Back.Kabupaten", "35.08"), ("Back.Reason", "ada yang keliru"));
        Assert.Contains("Rekap dicabut", ops.Text, StringComparison.Ordinal);
        await anybody.OpenAsync("/rekap-umum");
        Assert.Contains("Belum ada rekap untuk umum", anybody.Text, StringComparison.Ordinal);
        Assert.Empty(anybody.Page.QuerySelectorAll("tbody tr"));
        Assert.Equal([false, true], await house.Here.AskAsync(d => d.Set<ClassRelease>().OrderBy(r => r.Id).Select(r => r.WithdrawnAt != null).ToListAsync()));
    }

    [Theory]
    [InlineData("kapolsek")]
    [InlineData("desk")]
    [InlineData("bawaslu")]
    [InlineData("pasiops")]
    public async Task WhoDoesNotSpeakForPolriInTheWholeKabupatenReleasesNothing(string who)
    {
        using var visitor = await house.VisitAsync(who);
        await visitor.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        var before = await house.Here.AskAsync(d => d.Set<ClassRelease>().CountAsync());
        await visitor.PostAsync(Page, "rilis-35.08", ("Input.Kabupaten", "35.08"), ("Input.Reason", "x"));
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<ClassRelease>().CountAsync()));
    }

    private static async Task ReleaseAsync(Visitor ops, string reason)
    {
        await ops.OpenAsync(Page);
        await ops.SendAsync("rilis-35.08", ("Input.Kabupaten", "35.08"), ("Input.Reason", reason));
    }

    private static string[] Row(Visitor visitor, string kecamatan) =>
        [.. visitor.Page.QuerySelectorAll("tbody tr").First(r => r.QuerySelector("th")!.TextContent.Trim() == kecamatan).QuerySelectorAll("td").Select(d => d.TextContent.Trim())];

    private static string[] Figures(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("tbody td").Select(d => d.TextContent.Trim())];
}
