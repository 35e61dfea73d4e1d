using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Briefings;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>Slides at a point of the agenda: versions stay, and what is Terbatas goes to those who are asked and may see such.</summary>
[Trait("Database", "each")]
public sealed class BriefingTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task SlidesKeepTheirVersionsAndTerbatasGoesToInvitedOfficesOfItsKindsAlone()
    {
        var desk = await house.EnterAsync("desk");
        var id = await Rakor.SendAsync(desk, "Rapat dengan paparan", OfficeGroup.ForkopimdaPlus, OfficeGroup.Camat);
        var point = await house.Here.AskAsync(d => d.Set<AgendaItem>().Where(a => a.MeetingId == id && a.Part == AgendaPart.Briefing).Select(a => a.Id).SingleAsync());
        var kapolres = await house.EnterAsync("kapolres");
        await BringAsync(kapolres, id, point, "Internal", "kesiapan.pdf", "%PDF-satu");
        await BringAsync(kapolres, id, point, "Terbatas", "kesiapan baru.pdf", "%PDF-dua");
        Assert.Contains("Paparan tersimpan", kapolres.Text, StringComparison.Ordinal);
        Assert.Contains("versi sebelumnya", kapolres.Text, StringComparison.Ordinal);
        var versions = await house.Here.AskAsync(d => d.Set<Briefing>().Where(b => b.MeetingId == id).OrderBy(b => b.Version).Select(b => b.Id).ToListAsync());
        Assert.Equal(2, versions.Count);

        // Dandim and KPU are asked; a camat is too, and his kind of office has no Terbatas; Satpol PP only sees the meeting.
        foreach (var (who, internals, secret) in ((string, HttpStatusCode, HttpStatusCode)[])
        [
            ("dandim", HttpStatusCode.OK, HttpStatusCode.OK), ("kpu", HttpStatusCode.OK, HttpStatusCode.OK), ("bupati", HttpStatusCode.OK, HttpStatusCode.OK),
            ("camat", HttpStatusCode.OK, HttpStatusCode.NotFound), ("satpolpp", HttpStatusCode.OK, HttpStatusCode.NotFound), ("kades", HttpStatusCode.NotFound, HttpStatusCode.NotFound),
        ])
        {
            var visitor = await house.EnterAsync(who);
            Assert.Equal((who, internals, secret), (who, await StatusAsync(visitor, id, versions[0]), await StatusAsync(visitor, id, versions[1])));
        }

        Assert.Equal(3, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "meetings.briefing-open" && e.Subject == versions[1].ToString())));
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync($"/rapat/{id}");
        Assert.Contains("Hanya untuk pejabat yang diundang", camat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("kesiapan baru.pdf", camat.Text, StringComparison.Ordinal);
        Assert.Empty(camat.Page.QuerySelectorAll("input[value=Terbatas]"));

        // Nobody puts his slides over another's, hands out as a camat what is Terbatas, or brings what is no slides.
        await BringAsync(camat, id, point, "Internal", "camat.pdf", "%PDF-tiga");
        Assert.Contains("sudah diisi instansi lain", camat.Text, StringComparison.Ordinal);
        var discussion = await house.Here.AskAsync(d => d.Set<AgendaItem>().Where(a => a.MeetingId == id && a.Part == AgendaPart.Discussion).Select(a => a.Id).SingleAsync());
        await BringAsync(camat, id, discussion, "Terbatas", "camat.pdf", "%PDF-tiga");
        Assert.Contains("tidak menangani data Terbatas", camat.Text, StringComparison.Ordinal);
        await BringAsync(camat, id, discussion, "Internal", "camat.pdf", "MZ bukan paparan");
        Assert.Contains("Jenis berkas ini tidak diterima", camat.Text, StringComparison.Ordinal);
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<Briefing>().CountAsync(b => b.MeetingId == id)));

        // The point stays on the agenda as long as something is kept there.
        await desk.OpenAsync($"/rapat/{id}");
        await desk.SendAsync($"hapus-{point}", ("Point", point.ToString()));
        Assert.Contains("menyimpan paparan", desk.Text, StringComparison.Ordinal);
    }

    private static async Task BringAsync(Visitor who, Guid meeting, Guid point, string reach, string name, string content)
    {
        await who.OpenAsync($"/rapat/{meeting}");
        await who.SendAsync("paparan", [("Brought.Point", point.ToString()), ("Brought.Reach", reach)], ("Brought.File", name, System.Text.Encoding.UTF8.GetBytes(content)));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor who, Guid meeting, Guid briefing)
    {
        using var answer = await who.GetAsync($"/rapat/{meeting}/paparan/{briefing}");
        return answer.StatusCode;
    }
}
