using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Forces;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>A village's names from a file, and the lists as workbooks.</summary>
[Trait("Database", "each")]
public sealed class LinmasFileTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheListThatGoesOutIsAddedToAndTakenBack()
    {
        const string village = "35.08.11.2002";
        using var desk = await InAsync("satpolpp");
        await SendAsync(desk, village, "nama;tahun_lahir;hp\nSlamet Contoh;1985;0800-000-123\nSri Contoh;1990;\n");
        Assert.Contains("2 nama ditambahkan; 0 sudah ada", desk.Text, StringComparison.Ordinal);
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, $"/linmas/nama/unduh?di={village}&jenis=xlsx"));
        Assert.Equal(["Slamet Contoh", "Sri Contoh"], rows.Select(r => r["Nama"]));
        Assert.Equal("0800000123", rows[0]["HP"]);
        rows.Add(new(rows[0], StringComparer.Ordinal) { ["Nama"] = "Tono Contoh", ["Tahun lahir"] = "1992", ["HP"] = "" });
        await SendAsync(desk, village, Workbooks.Written(rows), "linmas.xlsx");
        Assert.Contains("1 nama ditambahkan; 2 sudah ada", desk.Text, StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync(village));
    }

    [Fact]
    public async Task EachWrongCellIsNamedAndNobodyIsAdded()
    {
        const string village = "35.08.11.2003";
        using var desk = await InAsync("satpolpp");
        await SendAsync(desk, village, "Nama,Tahun lahir,HP\nSlamet Contoh,1985,\nSri Contoh,85,\nTono Contoh,1990,nomor\n");
        var told = desk.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Baris 3, kolom Tahun lahir, \"85\":", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Baris 4, kolom HP, \"nomor\":", told[1], StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(village));
    }

    [Fact]
    public async Task WhoOnlyReadsFindsNoPlaceForAFile()
    {
        using var police = await InAsync("kabagops");
        await police.OpenAsync("/linmas/35.08.11.2003/baru");
        Assert.Equal(HttpStatusCode.Forbidden, police.Status);
    }

    [Fact]
    public async Task TheVillagesGoOutAsNumbers()
    {
        using var desk = await InAsync("satpolpp");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/linmas/unduh?di=35.08.04&jenis=xlsx"));
        Assert.True(rows.Count > 3);
        Assert.All(rows, r => Assert.Matches("^[0-9]+$", r["Butuh"]));
    }

    [Fact]
    public async Task StationsGoOutAsAWorkbookThatNamesThemAll()
    {
        using var desk = await InAsync("desk");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/tps/unduh?pemilihan=pemilu-contoh&di=35.08.04&berkas=xlsx"));
        using var csv = await desk.GetAsync("/tps/unduh?pemilihan=pemilu-contoh&di=35.08.04");
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split('\n');
        Assert.Equal(lines.Length - 1, rows.Count);
        Assert.Equal(lines[1].Split(';')[0], rows[0]["Kode TPS"]);
        Assert.Equal("1", rows[0]["Nomor"]);
    }

    private static Task SendAsync(Visitor visitor, string village, string text) => SendAsync(visitor, village, Encoding.UTF8.GetBytes(text), "linmas.csv");

    private static async Task SendAsync(Visitor visitor, string village, byte[] file, string name)
    {
        await visitor.OpenAsync($"/linmas/{village}/baru");
        await visitor.SendAsync("berkas", [], ("Sent.File", name, file));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private Task<int> CountAsync(string village) => house.Here.AskAsync(d => d.Set<LinmasMember>().CountAsync(m => m.VillageCode == village));

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }
}
