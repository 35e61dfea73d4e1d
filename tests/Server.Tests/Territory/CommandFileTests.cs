using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Territory;

/// <summary>Commands go out as a file and come back: Polres that share a kabupaten, a Polsek of some villages.</summary>
[Trait("Database", "each")]
public sealed class CommandFileTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheListComesBackWithRowsAddedAndChanged()
    {
        using var admin = await house.VisitAsync("admin");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(admin, "/yurisdiksi/unduh"));
        var resort = rows.Single(r => r["Satuan"] == "Polres Lumajang");
        Assert.Equal(("Polres", "35.08"), (resort["Tingkat"], resort["Kode wilayah"]));
        // Whoever is above may stand below in the file.
        rows.Add(new(resort, StringComparer.Ordinal) { ["Satuan"] = "Polsek Berkas Contoh", ["Tingkat"] = "polsek", ["Di bawah"] = "Polresta Berkas Contoh", ["Kode wilayah"] = "35.08.01.2001; 35.08.01.2002" });
        rows.Add(new(resort, StringComparer.Ordinal) { ["Satuan"] = "Polresta Berkas Contoh", ["Tingkat"] = "Polres", ["Kode wilayah"] = "35.08.01, 35.08.02" });
        await SendAsync(admin, Workbooks.Written(rows));
        Assert.Contains("2 satuan ditambah atau diubah", admin.Text, StringComparison.Ordinal);
        var added = await OfAsync("Polsek Berkas Contoh");
        Assert.Equal((await OfAsync("Polresta Berkas Contoh")).Id, added.ParentId);
        Assert.Equal("35.08.01.2001 35.08.01.2002", await AreasAsync(added.Id));
        // Once more: nothing is new. Then the Polresta gives a kecamatan back.
        await SendAsync(admin, Workbooks.Written(rows));
        Assert.Contains("0 satuan ditambah atau diubah", admin.Text, StringComparison.Ordinal);
        await SendAsync(admin, Encoding.UTF8.GetBytes("satuan,tingkat,kode_wilayah\nPolresta Berkas Contoh,Polres,35.08.02\n"));
        Assert.Equal("35.08.02", await AreasAsync((await OfAsync("Polresta Berkas Contoh")).Id));
    }

    [Fact]
    public async Task EachWrongRowIsNamedAndNothingIsKept()
    {
        using var admin = await house.VisitAsync("admin");
        var before = await house.Here.AskAsync(d => d.Set<Jurisdiction>().CountAsync());
        await SendAsync(admin, Encoding.UTF8.GetBytes("satuan,tingkat,di_bawah,kode_wilayah\nPolres Salah Contoh,Polres,,35.08.03.2001\nSatuan Contoh,Pos,,35.08.03\n,Polsek,,35.08.03\nPolsek Kode Contoh,Polsek,,tiga\n"));
        Assert.Equal(["Baris 2, kolom kode_wilayah, \"35.08.03.2001\"", "Baris 3, kolom tingkat, \"Pos\"", "Baris 4, kolom satuan, \"\"", "Baris 5, kolom kode_wilayah, \"tiga\""], Told(admin));
        await SendAsync(admin, Encoding.UTF8.GetBytes("satuan,tingkat,di_bawah,kode_wilayah\nPolres Dua Contoh,Polres,,35.08\nPolsek Yatim Contoh,Polsek,Polres Tiada,35.08.03.2001\nPolsek Jauh Contoh,Polsek,,99.99.99\n"));
        Assert.Equal(["Baris 2, kolom kode_wilayah, \"35.08\"", "Baris 3, kolom di_bawah, \"Polres Tiada\"", "Baris 4, kolom kode_wilayah, \"99.99.99\""], Told(admin));
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<Jurisdiction>().CountAsync()));
        using var police = await house.VisitAsync("kabagops");
        await police.OpenAsync("/yurisdiksi");
        Assert.Null(police.Page.QuerySelector("input[type=file]"));
    }

    private static async Task SendAsync(Visitor visitor, byte[] file)
    {
        await visitor.OpenAsync("/yurisdiksi");
        await visitor.SendAsync("berkas", [], ("Sent.File", "satuan", file));
    }

    private static string[] Told(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent.Split(": ")[0])];

    private Task<Jurisdiction> OfAsync(string name) => house.Here.AskAsync(d => d.Set<Jurisdiction>().AsNoTracking().SingleAsync(j => j.Name == name));

    private Task<string> AreasAsync(Guid command) => house.Here.AskAsync(async d =>
        string.Join(' ', (await d.Set<JurisdictionArea>().Where(a => a.JurisdictionId == command).Select(a => a.AreaCode).ToListAsync()).Order(StringComparer.Ordinal)));
}
