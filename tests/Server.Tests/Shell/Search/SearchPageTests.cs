using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Shell.Search;

/// <summary>One box for everything that has a name, as each office may open it.</summary>
[Trait("Database", "each")]
public sealed class SearchPageTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("lumajng", "/wilayah/35.08")]
    [InlineData("kec. lumajang", "/wilayah/35.08.")]
    [InlineData("kec. pasiran", "/wilayah/35.08.04")]
    [InlineData("35.08.04", "/wilayah/35.08.04")]
    [InlineData("kodam brawijya", "/yurisdiksi#satuan-")]
    [InlineData("pemilu conto", "/pemilihan/pemilu-contoh")]
    [InlineData("camat pasirian", "/jabatan/")]
    [InlineData("forkopimda", "/forum/")]
    [InlineData("andriyanto", "/orang/")]
    [InlineData("wibowo andi", "/orang/")]
    [InlineData("35.08.01.2001.001", "/tps/pemilu-contoh/35.08.01.2001.001")]
    [InlineData("tps 1 tegalrejo", "/tps/pemilu-contoh/35.08.01.2001.001")]
    [InlineData("2001.001", "/tps/pemilu-contoh/35.08.01.2001.001")]
    [InlineData("tumbang balai desa", "/kejadian/")]
    [InlineData("baliho robo", "/kejadian/")]
    public async Task WhatWasMeantIsFirstAndItsPageOpens(string typed, string page)
    {
        var desk = await house.SignedInAsync("desk");
        var links = await LinksAsync("desk", typed);
        Assert.StartsWith(page, links[0], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(links[0])).Status);
    }

    [Fact]
    public async Task APersonIsFoundByAnotherSpellingThatIsKept()
    {
        var person = await house.Here.AskAsync(d => d.Set<PersonAlias>().Where(a => a.Name.StartsWith("Susi")).Select(a => new { a.PersonId, a.Name }).FirstAsync());
        foreach (var typed in (string[])[person.Name, "susianto", "susiyanto"]) Assert.Contains($"/orang/{person.PersonId}", await LinksAsync("desk", typed));
    }

    [Fact]
    public async Task WhatOneMayNotOpenIsNotFound()
    {
        Assert.Contains("/wilayah/35.08.01", await LinksAsync("desk", "tempursari"));
        Assert.DoesNotContain("/wilayah/35.08.01", await LinksAsync("kades", "tempursari"));
        Assert.DoesNotContain(await LinksAsync("kades", "35.08.01.2001.001"), l => l.StartsWith("/tps/", StringComparison.Ordinal));
        // A reader has no stations at all.
        Assert.DoesNotContain(await LinksAsync("dprd", "35.08.01.2001.001"), l => l.StartsWith("/tps/", StringComparison.Ordinal));
        foreach (var who in (string[])["kades", "desk", "kabagops", "danyon", "dprd"])
            Assert.DoesNotContain(await LinksAsync(who, House.Marker + "wetan"), l => l.Contains("35.07", StringComparison.Ordinal));
        Assert.Contains($"/wilayah/{House.OtherVillage}", await LinksAsync("lain", "zamrdwetan"));
        // An incident of another kabupaten, and any for whoever reads none.
        foreach (var who in (string[])["desk", "kabagops", "kades", "danyon"]) Assert.DoesNotContain($"/kejadian/{house.OtherIncident}", await LinksAsync(who, $"kejadian {House.Marker}"));
        Assert.Contains($"/kejadian/{house.OtherIncident}", await LinksAsync("lain", $"kejadian {House.Marker}"));
        Assert.DoesNotContain(await LinksAsync("dprd", "tumbang"), l => l.StartsWith("/kejadian/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AGroupShowsEightAndLeadsToItsOwnListForMore()
    {
        var page = (await (await house.SignedInAsync("desk")).GetAsync("/cari?q=sumber")).Page();
        Assert.True(page.QuerySelectorAll("tbody").All(b => b.QuerySelectorAll("tr:not(.group)").Length <= 8));
        Assert.Equal("/wilayah?cari=sumber", page.QuerySelectorAll(".group a")[0].GetAttribute("href"));
    }

    [Fact]
    public async Task NothingTypedSaysWhatCanBeSearchedAndNothingFoundSaysSo()
    {
        var desk = await house.SignedInAsync("desk");
        Assert.Contains("Wilayah, TPS, Jabatan, Orang", (await desk.GetAsync("/cari")).Page().QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("TPS,", (await (await house.SignedInAsync("dprd")).GetAsync("/cari")).Page().QuerySelector(".empty strong")!.TextContent, StringComparison.Ordinal);
        foreach (var odd in (string[])["tidakadaitu", "%", "....", "0", "tps", "%00", new string('x', 2000)])
            Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync($"/cari?q={Uri.EscapeDataString(odd)}")).Status);
    }

    [Fact]
    public async Task ANewOrRenamedAreaIsFoundAtOnceAndWhatWasTypedIsKeptNowhere()
    {
        Assert.Empty(await LinksAsync("admin", "Kertabuana"));
        await house.Here.WithAsync((Server.Storage.Database d) =>
        {
            d.Add(new Area { Code = "35.08.99", Name = "Kertabuana", Kind = Server.Territory.Contract.AreaKind.Kecamatan });
            return Task.FromResult(0);
        }, save: true);
        var before = await house.DigestAsync();
        var entries = await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync());
        Assert.Equal(["/wilayah/35.08.99"], await LinksAsync("admin", "kertabuwana"));
        Assert.Equal(before, await house.DigestAsync());
        Assert.Equal(entries, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task EveryPageLeadsToTheSearch()
    {
        foreach (var path in (string[])["/", "/tps", "/kalender"])
            Assert.NotNull((await (await house.SignedInAsync("kades")).GetAsync(path)).Page().QuerySelector(".topbar a.find[href='/cari']"));
    }

    private async Task<List<string>> LinksAsync(string who, string typed)
    {
        var answer = await (await house.SignedInAsync(who)).GetAsync($"/cari?q={Uri.EscapeDataString(typed)}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return [.. answer.Page().QuerySelectorAll("main tbody tr:not(.group) a").Select(a => a.GetAttribute("href")!)];
    }
}
