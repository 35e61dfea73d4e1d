using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Incidents.Public;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Incidents;

/// <summary>What comes without an account: in a house of its own, since a flood closes the door for a minute.</summary>
[Trait("Database", "each")]
public sealed class PublicReportTests(House house) : IClassFixture<House>
{
    private const string Sort = "/kejadian/pilah";

    [Fact]
    public async Task ACitizenReportsWithoutAnAccountAndSeesByACodeWhatBecameOfIt()
    {
        var citizen = new Visitor(house.Here.Address);
        await citizen.OpenAsync("/lapor");
        Assert.Equal(HttpStatusCode.OK, citizen.Status);
        await citizen.SendAsync("lapor", ("Input.What", "<script>alert(1)</script> Ada judi taruhan"), ("Input.Area", "35.08.04"), ("Input.Where", "Belakang pasar contoh"));
        var code = citizen.Page.QuerySelector(".code-big")!.TextContent;
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Where == "Belakang pasar contoh"));
        Assert.Equal((ReportChannel.Public, (string?)null, (Guid?)null), (report.Channel, report.By, report.AgencyId));
        await citizen.OpenAsync($"/lapor/status?kode={Uri.EscapeDataString(code.ToLowerInvariant())}");
        Assert.Contains("Menunggu dibaca petugas", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        await citizen.OpenAsync("/lapor/status?kode=AAAA-BBBB-CCCC");
        Assert.Contains("Kode itu tidak ditemukan", citizen.Page.Body!.TextContent, StringComparison.Ordinal);
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync($"{Sort}?laporan={report.Id}");
        // Words, and no program.
        Assert.Empty(desk.Page.QuerySelectorAll("main script"));
        Assert.Contains("<script>alert(1)</script>", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("sisihkan", ("Aside.Reason", ""));
        Assert.Contains("Isi alasan", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("sisihkan", ("Aside.Reason", "Sudah ditangani kemarin"));
        await citizen.OpenAsync($"/lapor/status?kode={code}");
        Assert.Contains("Sudah dibaca; tidak ada tindak lanjut", citizen.Page.Body!.TextContent, StringComparison.Ordinal);

        // What is wrong is said, and nothing is kept: too long, elsewhere, no village of ours.
        var before = await house.Here.AskAsync(d => d.Set<IncidentReport>().CountAsync());
        foreach (var (what, area) in ((string, string)[])[(new string('x', 1001), "35.08.04"), ("Ada", "35.08"), ("Ada", "99.99.99"), ("", "35.08.04")])
        {
            await citizen.OpenAsync("/lapor");
            await citizen.SendAsync("lapor", ("Input.What", what), ("Input.Area", area), ("Input.Where", "Contoh"));
            Assert.NotEmpty(citizen.Page.QuerySelectorAll("[role=alert]"));
        }

        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<IncidentReport>().CountAsync()));
        // A flood from one address is refused, and so said.
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++) statuses.Add(await citizen.PostAsync("/lapor", "lapor", ("Input.Id", Guid.NewGuid().ToString()), ("Input.What", "Banjir laporan"), ("Input.Area", "35.08.04"), ("Input.Where", "Contoh")));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task ACitizenRingsTheHotlinesThatTheDeskKeepsAndNobodyElseChangesThem()
    {
        const string page = "/kejadian/hotline";
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync(page);
        await desk.SendAsync($"hotline-{Guid.Empty}", ("Input.Topic", "Kesehatan contoh"), ("Input.Number", "(0334) 555-0100"), ("Input.Hours", "08.00 sampai 16.00"), ("Input.Link", "https://lapor.contoh.example/a?b=1"));
        Assert.Contains("Tercatat", desk.Text, StringComparison.Ordinal);
        var citizen = new Visitor(house.Here.Address);
        await citizen.OpenAsync("/lapor");
        // Before the form for whoever is in need, after it with hours and address.
        Assert.Equal(2, citizen.Page.QuerySelectorAll("a[href='tel:03345550100']").Length);
        Assert.Equal("lapor.contoh.example", citizen.Page.QuerySelector("a[href='https://lapor.contoh.example/a?b=1'][rel~=noreferrer]")!.TextContent);
        Assert.Contains("08.00 sampai 16.00", citizen.Page.Body!.TextContent, StringComparison.Ordinal);

        // What is wrong is named and nothing is kept; what was written stays in the form.
        foreach (var (number, link, said) in ((string, string, string)[])[("nol delapan", "", "3 sampai 15 angka"), ("1234567890123456", "", "3 sampai 15 angka"), ("", "", "Isi nomor telepon"), ("", "javascript:alert(1)", "diawali https"), ("", "lapor.example", "diawali https")])
        {
            await desk.OpenAsync(page);
            await desk.SendAsync($"hotline-{Guid.Empty}", ("Input.Topic", "Keliru contoh"), ("Input.Number", number), ("Input.Link", link));
            Assert.Contains(said, desk.Text, StringComparison.Ordinal);
            Assert.Equal("Keliru contoh", desk.Page.QuerySelector($"#topik-{Guid.Empty}")!.GetAttribute("value"));
        }

        var id = await house.Here.AskAsync(d => d.Set<Hotline>().Where(h => h.Topic == "Kesehatan contoh").Select(h => h.Id).SingleAsync());
        Assert.False(await house.Here.AskAsync(d => d.Set<Hotline>().AnyAsync(h => h.Topic == "Keliru contoh")));
        // A camat keeps none, by whatever form; and the Desk none of another kabupaten, whose id it writes into its own forms.
        foreach (var who in (string[])["camat", "kabagops", "kades", "lain"]) await AttackAsync(await house.EnterAsync(who), Guid.Empty, id);
        var theirs = Guid.CreateVersion7();
        await house.Here.WithAsync((Database database) => Task.FromResult(database.Add(new Hotline { Id = theirs, AreaCode = House.OtherKabupaten, Topic = "Posko lain contoh", Number = "0343 555 0200" })), save: true);
        await AttackAsync(desk, id, theirs);
        Assert.Equal("0343 555 0200", await house.Here.AskAsync(d => d.Set<Hotline>().Where(h => h.Id == theirs).Select(h => h.Number).SingleAsync()));
        Assert.Equal("(0334) 555-0100", await house.Here.AskAsync(d => d.Set<Hotline>().Where(h => h.Id == id).Select(h => h.Number).SingleAsync()));
        await desk.OpenAsync(page);
        await desk.SendAsync($"hotline-{id}", ("Input.Topic", "Kesehatan contoh"), ("Input.Number", "+62 334 555 0101"));
        Assert.Contains("Tercatat", desk.Text, StringComparison.Ordinal);
        await citizen.OpenAsync("/lapor/status");
        Assert.Single(citizen.Page.QuerySelectorAll("a[href='tel:+623345550101']"));
        await desk.SendAsync($"hapus-{id}");
        await citizen.OpenAsync("/lapor");
        Assert.Empty(citizen.Page.QuerySelectorAll("a[href^='tel:+62']"));
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "incidents.hotline" && e.Subject == id.ToString())));

        async Task AttackAsync(Visitor other, Guid own, Guid wanted)
        {
            await other.OpenAsync(page);
            await other.PostAsync(page, $"hotline-{own}", ("Input.Id", wanted.ToString()), ("Input.Topic", "Diganti"), ("Input.Number", "110"));
            await other.PostAsync(page, $"hapus-{own}", ("Remove", wanted.ToString()));
        }
    }
}
