using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Incidents;
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
}
