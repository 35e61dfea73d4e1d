using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Programmes;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Programmes;

/// <summary>The library of rules: what the cards hold, who reads them, who says that he has.</summary>
[Trait("Database", "each")]
public sealed class RuleTests(House house) : IClassFixture<House>
{
    [Fact]
    public void EachCardIsWholeAndOnePage()
    {
        Assert.Equal(12, RuleCard.All.Select(c => c.Key).Distinct(StringComparer.Ordinal).Count());
        var clock = new OfficeClock(TimeProvider.System, OfficeClock.ZoneOf("WIB")!);
        foreach (var card in RuleCard.All)
        {
            Assert.True(card.Do.Length > 0 && card.Dont.Length > 0 && card.Articles.Length > 0 && card.For.Length > 0 && card.Version > 0, card.Key);
            Assert.All((string[])[card.Title, card.TitleEn, card.SummaryEn, card.Route, card.Source, .. card.Do, .. card.Dont], text => Assert.False(string.IsNullOrWhiteSpace(text), card.Key));
            using var pdf = new MemoryStream();
            (PrintRule.Make(card, clock) with { Drawn = (page, _) => Assert.True(page == 1, card.Key) }).Write(pdf);
            Assert.True(pdf.Length > 0);
        }
    }

    [Fact]
    public void NoCardTakesAKepalaDesaForACivilServant()
    {
        Assert.DoesNotContain(RuleCard.All, c => c.For.Contains(RuleAudience.CivilServant) && c.For.Contains(RuleAudience.VillageHead));
        var head = RuleCard.Find("netralitas-kepala-desa")!;
        Assert.Equal([RuleAudience.VillageHead], head.For);
        Assert.DoesNotContain("ASN", string.Join(' ', [.. head.Do, .. head.Dont, head.Title, head.Route]), StringComparison.Ordinal);
        Assert.DoesNotContain("desa", string.Join(' ', [.. RuleCard.Find("netralitas-asn")!.Do, .. RuleCard.Find("netralitas-asn")!.Dont]), StringComparison.OrdinalIgnoreCase);
        // A kelurahan has the word within its name; a lurah is a civil servant, a kepala desa is none.
        Assert.True(RuleCard.Find("netralitas-asn")!.IsFor(OfficeRole.VillageHead, "Plt Lurah, Kelurahan Jogoyudan"));
        Assert.False(RuleCard.Find("netralitas-asn")!.IsFor(OfficeRole.VillageHead, "Kepala Desa, Desa Kelurahan"));
    }

    [Fact]
    public async Task AStrangerReadsACardAndItsPaperAndAcknowledgesNothing()
    {
        using var anybody = new Visitor(house.Here.Address);
        await anybody.OpenAsync("/aturan");
        Assert.Contains("12 kartu", anybody.Text, StringComparison.Ordinal);
        await anybody.OpenAsync("/aturan?cari=rekomendasi%20Bawaslu");
        Assert.Single(anybody.Page.QuerySelectorAll("tbody tr"));
        await anybody.OpenAsync("/aturan/alat-peraga-kampanye");
        Assert.Equal(HttpStatusCode.OK, anybody.Status);
        Assert.Contains("tanpa rekomendasi Bawaslu", anybody.Text, StringComparison.Ordinal);
        Assert.Contains("Periksa naskah aslinya", anybody.Text, StringComparison.Ordinal);
        Assert.Empty(anybody.Page.QuerySelectorAll("main form[method=post]"));
        using var paper = await anybody.GetAsync("/aturan/alat-peraga-kampanye.pdf");
        Assert.Equal("application/pdf", paper.Content.Headers.ContentType?.MediaType);
        foreach (var path in (string[])["/aturan/tidak-ada", "/aturan/tidak-ada.pdf"])
        {
            using var answer = await anybody.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }
    }

    [Fact]
    public async Task AVersionIsAcknowledgedOnceAndAnotherAnew()
    {
        var who = await house.Here.AskAsync(d => d.Users.Where(u => u.UserName == "kades").Select(u => new { u.Id, u.PersonId }).SingleAsync());
        await house.Here.WithAsync(async (Database d) =>
        {
            d.Add(new RuleAcknowledgement { CardKey = "netralitas-kepala-desa", Version = 0, AccountId = who.Id, PersonId = who.PersonId, At = TimeProvider.System.GetUtcNow() });
            return await d.SaveChangesAsync();
        });
        var kades = await house.VisitAsync("kades");
        await kades.OpenAsync("/aturan/netralitas-kepala-desa");
        Assert.Contains("Anda sudah membaca versi 0", kades.Text, StringComparison.Ordinal);
        await kades.SendAsync("paham");
        Assert.Contains("Anda sudah membaca dan memahami kartu ini", kades.Text, StringComparison.Ordinal);
        await kades.PostAsync("/aturan/netralitas-kepala-desa", "paham", ("Seen.Version", "2"));
        Assert.Equal([0, 1], await house.Here.AskAsync(d => d.Set<RuleAcknowledgement>().Where(a => a.AccountId == who.Id).Select(a => a.Version).Order().ToListAsync()));

        // The Desk reads how many of those with an account have; others do not.
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/aturan/cakupan");
        Assert.Contains("Netralitas kepala desa dan perangkat desa 1 dari 1", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Netralitas TNI 0 dari 4", desk.Text, StringComparison.Ordinal);
        await kades.OpenAsync("/aturan/cakupan");
        Assert.Equal(HttpStatusCode.Forbidden, kades.Status);
    }
}
