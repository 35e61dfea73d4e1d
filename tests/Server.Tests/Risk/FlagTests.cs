using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Risk;
using TigaPilar.Server.Risk.Flags;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Risk;

/// <summary>Bawaslu's flags come in by its own file, replace the former whole, and stand beside a class that follows from none.</summary>
[Trait("Database", "each")]
public sealed class FlagTests(House house) : IClassFixture<House>
{
    private const string Page = "/tanda-bawaslu?pemilihan=pemilu-contoh";
    private const string First = "35.08.07.2001.001";
    private const string Second = "35.08.07.2001.002";

    [Fact]
    public async Task AFileReplacesTheFormerWholeAndTheFormerStaysListed()
    {
        using var bawaslu = await house.VisitAsync("bawaslu");
        await SendAsync(bawaslu, $"kode_tps,indikator\n{First},DptTms\n{First},Kendala jaringan internet\n{Second},rawan bencana\n");
        var versions = await VersionsAsync();
        Assert.Contains($"Berkas ke-{versions[^1].Version} berlaku: 3 tanda pada 2 TPS", bawaslu.Text, StringComparison.Ordinal);
        Assert.Contains("2 dari 3.322 TPS bertanda Bawaslu; 3 dari 22 tanda ditemukan.", bawaslu.Text, StringComparison.Ordinal);
        // In the other shape: one row a station, marked.
        await SendAsync(bawaslu, $"kode_tps;desa;DptTms;Kendala aliran listrik\n{First};Contoh;x;\n{Second};Contoh;0;Ya\n");
        Assert.Contains("2 dari 3.322 TPS bertanda Bawaslu; 2 dari 22 tanda ditemukan.", bawaslu.Text, StringComparison.Ordinal);
        Assert.Equal([(First, "DptTms"), (Second, "KendalaListrik")], await FlagsAsync());
        Assert.Contains($"Berkas ke-{versions[^1].Version + 1}, ", bawaslu.Text, StringComparison.Ordinal);
        Assert.Equal((3, 2), (versions[^1].Flags, versions[^1].Stations));
        var listed = bawaslu.Page.QuerySelectorAll("section table tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(versions.Count + 1, listed.Count);
        Assert.All(listed, r => Assert.Contains("Bawaslu Kabupaten Lumajang", r, StringComparison.Ordinal));
        // What was downloaded, sent back, says the same again.
        await SendAsync(bawaslu, (await Workbooks.DownloadAsync(bawaslu, "/tanda-bawaslu/unduh?pemilihan=pemilu-contoh")).ToArray(), "tanda.xlsx");
        Assert.Equal([(First, "DptTms"), (Second, "KendalaListrik")], await FlagsAsync());
        Assert.Equal(versions.Count + 2, (await VersionsAsync()).Count);
    }

    [Fact]
    public async Task EachWrongPlaceIsNamedAndNothingIsChanged()
    {
        using var bawaslu = await house.VisitAsync("bawaslu");
        var (flags, versions) = (await FlagsAsync(), (await VersionsAsync()).Count);
        await SendAsync(bawaslu, $"kode_tps;DptTms;Internt\n{First};3;\n99.08.07.2001.001;1;\n{First};1;\n");
        var told = bawaslu.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(4, told.Count);
        Assert.StartsWith("Baris 1, kolom Internt: judul kolom tidak dikenal; diharapkan nama tanda", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Baris 2, kolom DptTms, \"3\": diharapkan 1, x, atau ya", told[1], StringComparison.Ordinal);
        Assert.StartsWith("Baris 3, kolom kode_tps, \"99.08.07.2001.001\": tidak ada TPS", told[2], StringComparison.Ordinal);
        Assert.StartsWith($"Baris 4, kolom kode_tps, \"{First}\": sudah ada di baris 2", told[3], StringComparison.Ordinal);
        // An empty one sweeps nothing away, and a station of the neighbour is none of ours.
        await SendAsync(bawaslu, $"kode_tps;DptTms\n{First};\n");
        Assert.Contains("Tidak ada tanda dalam berkas ini", bawaslu.Text, StringComparison.Ordinal);
        await SendAsync(bawaslu, $"kode_tps;DptTms\n{House.OtherVillage}.001;1\n");
        Assert.Contains("tidak ada TPS berkode ini di kabupaten ini", bawaslu.Text, StringComparison.Ordinal);
        Assert.Equal(flags, await FlagsAsync());
        Assert.Equal(versions, (await VersionsAsync()).Count);
    }

    [Theory]
    [InlineData("kabagops")]
    [InlineData("kpu")]
    [InlineData("pasiops")]
    public async Task WhoOnlyReadsThemSendsNone(string who)
    {
        using var visitor = await house.VisitAsync(who);
        await visitor.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Null(visitor.Page.QuerySelector("input[type=file]"));
        var before = (await VersionsAsync()).Count;
        await visitor.PostAsync(Page, "tanda", ("Input.Kabupaten", "35.08"));
        await visitor.PostAsync(Page, "batas", ("Input.Kabupaten", "35.08"), ("Input.Most", "2"), ("Input.Many", "1"), ("Input.Basis", "x"));
        Assert.Equal(before, (await VersionsAsync()).Count);
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<BandRule>().CountAsync(r => r.Reason == "x")));
    }

    [Theory]
    [InlineData("desk")]
    [InlineData("camat")]
    [InlineData("kades")]
    [InlineData("admin")]
    [InlineData("dprd")]
    public async Task NobodyElseReadsThem(string who)
    {
        using var visitor = await house.VisitAsync(who);
        await visitor.OpenAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        using var file = await visitor.GetAsync("/tanda-bawaslu/unduh?pemilihan=pemilu-contoh");
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
    }

    [Fact]
    public async Task AFlagStandsBesideTheClassAndChangesNone()
    {
        using var bawaslu = await house.VisitAsync("bawaslu");
        var classes = await house.Here.AskAsync(d => d.Set<StationAssessment>().CountAsync());
        await SendAsync(bawaslu, $"kode_tps,indikator\n{First},DptTms\n{First},KendalaInternet\n{Second},DptTms\n");
        Assert.Equal(classes, await house.Here.AskAsync(d => d.Set<StationAssessment>().CountAsync()));
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/kelas?pemilihan=pemilu-contoh&tanda=ada");
        Assert.Equal([First, Second], ops.Page.QuerySelectorAll("tbody th.code").Select(h => h.TextContent));
        Assert.Equal("Kurang rawan", ops.Page.QuerySelector("tbody td[data-label=Kelas]")!.TextContent.Trim());
        Assert.Contains("2 tanda", ops.Page.QuerySelector("tbody details")!.TextContent, StringComparison.Ordinal);
        // A number of the table leads to these stations.
        await ops.OpenAsync(Page);
        var link = ops.Page.QuerySelectorAll("td a[href^='/kelas']").Select(a => a.GetAttribute("href")!).Single(h => h.EndsWith("tanda=KendalaInternet", StringComparison.Ordinal));
        await ops.OpenAsync(link);
        Assert.Equal([First], ops.Page.QuerySelectorAll("tbody th.code").Select(h => h.TextContent));
        await ops.OpenAsync(ops.Page.QuerySelector("tbody th.code a")!.GetAttribute("href")!);
        Assert.EndsWith($"/kelas/pemilu-contoh/{First}", ops.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Kendala jaringan internet", ops.Text, StringComparison.Ordinal);
        Assert.StartsWith("Kurang rawan.", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BawasluSetsFromWhereOnAFlagIsFrequentAndSaysWhy()
    {
        using var bawaslu = await house.VisitAsync("bawaslu");
        await bawaslu.OpenAsync(Page);
        await bawaslu.SendAsync("batas", ("Input.Kabupaten", "35.08"), ("Input.Most", "1"), ("Input.Many", "5"), ("Input.Basis", "berita acara"));
        Assert.Contains("Batas antara 1 dan 1.000", bawaslu.Text, StringComparison.Ordinal);
        await bawaslu.SendAsync("batas", ("Input.Kabupaten", "35.08"), ("Input.Most", "50"), ("Input.Many", "5"), ("Input.Basis", "berita acara pemetaan"));
        Assert.Contains("paling banyak terjadi mulai 50 dari tiap 1.000 TPS, banyak terjadi mulai 5", bawaslu.Text, StringComparison.Ordinal);
        Assert.Contains("berita acara pemetaan", bawaslu.Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(Visitor bawaslu, string csv) => await SendAsync(bawaslu, Encoding.UTF8.GetBytes(csv), "tanda.csv");

    private static async Task SendAsync(Visitor bawaslu, byte[] file, string name)
    {
        await bawaslu.OpenAsync(Page);
        await bawaslu.SendAsync("tanda", [("Input.Kabupaten", "35.08")], ("Input.File", name, file));
    }

    private Task<List<(string, string)>> FlagsAsync() => house.Here.AskAsync(async d =>
        (await d.Set<IndicatorFlag>().OrderBy(f => f.StationCode).ThenBy(f => f.Indicator).ToListAsync()).ConvertAll(f => (f.StationCode, f.Indicator)));

    private Task<List<FlagImport>> VersionsAsync() => house.Here.AskAsync(d => d.Set<FlagImport>().OrderBy(i => i.Id).ToListAsync());
}
