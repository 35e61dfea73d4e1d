using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Offices.Desks;
using TigaPilar.Server.Offices.Forums;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Offices;

/// <summary>The Desk as a formed body: who sits in which field, who answers for which duty, and what it lacks.</summary>
[Trait("Database", "each")]
public sealed class DeskTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheFirstLineTellsMembersDecreeAndVacancies()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/desk");
        var answer = camat.Page.QuerySelector(".answer")!.TextContent;
        Assert.Contains("10 anggota dalam 4 bidang", answer, StringComparison.Ordinal);
        Assert.Contains("SK berlaku sampai", answer, StringComparison.Ordinal);
        Assert.Contains("1 jabatan kosong", answer, StringComparison.Ordinal);
        // A pillar, a field and a duty that lack somebody are told in words; partners are no members.
        Assert.Contains("Bidang Sosialisasi belum ada anggotanya.", camat.Text, StringComparison.Ordinal);
        Assert.Contains("Belum ada penanggung jawab pelaporan.", camat.Text, StringComparison.Ordinal);
        Assert.Contains("Asisten Pemerintahan, Pemerintah Kabupaten Lumajang: belum ada pejabatnya.", camat.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Anggota KPU, Divisi Teknis, KPU Kabupaten Lumajang: belum", camat.Text, StringComparison.Ordinal);
        await camat.OpenAsync($"/desk/{house.OwnDesk}/ubah");
        Assert.Equal(HttpStatusCode.Forbidden, camat.Status);
        await camat.OpenAsync($"/desk/{house.OtherDesk}");
        Assert.Equal(HttpStatusCode.NotFound, camat.Status);
    }

    [Fact]
    public async Task ADeskIsFormedFieldByFieldAndAnExpiredDecreeIsTold()
    {
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/forum/baru");
        await desk.SendAsync("forum", ("Input.Kind", "Desk"), ("Input.Name", "Tim Pengamanan Pilkades"), ("Input.AreaCode", "35.08"), ("Input.From", "2026-01-05"));
        var address = desk.Address.AbsolutePath;
        Assert.Contains("0 anggota dalam 0 bidang", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Nomor SK belum diisi.", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"{address}/ubah");
        await desk.SendAsync("bidang", ("Field.Name", "Data dan kependudukan"));
        await desk.SendAsync("bidang", ("Field.Name", "data dan Kependudukan"));
        Assert.Contains("belum dipakai", desk.Text, StringComparison.Ordinal);
        var id = Guid.Parse(address.Split('/')[^1]);
        var field = await house.Here.AskAsync(d => d.Set<ForumField>().Where(f => f.ForumId == id).Select(f => f.Id).SingleAsync());
        var (kabag, ops) = (await OfficeAsync("Kabag Tata Pemerintahan"), await OfficeAsync("Kabag Ops"));
        await desk.SendAsync("anggota", ("Seat.Office", kabag), ("Seat.Part", "Coordinator"));
        Assert.Contains("Koordinator memimpin satu bidang", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("anggota", ("Seat.Office", kabag), ("Seat.Part", "Coordinator"), ("Seat.Field", field.ToString()));
        await desk.SendAsync("anggota", ("Seat.Office", ops), ("Seat.Part", "Coordinator"), ("Seat.Field", field.ToString()));
        Assert.Contains("sudah ada koordinatornya", desk.Text, StringComparison.Ordinal);
        // Only a member answers for a duty.
        await desk.SendAsync("tugas", ("Duties[0].Office", ops));
        Assert.Contains("Pilih jabatan yang menjadi anggota.", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("tugas", ("Duties[0].Office", kabag));
        var ended = TimeProvider.System.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await desk.SendAsync("sk", ("Input.Name", "Tim Pengamanan Pilkades 2027"), ("Input.DecreeNumber", "100/1"), ("Input.From", "2026-01-05"), ("Input.To", ended));
        await desk.OpenAsync(address);
        Assert.Contains("1 anggota dalam 1 bidang", desk.Text, StringComparison.Ordinal);
        Assert.Contains("SK berakhir", desk.Page.QuerySelector(".answer .warn")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Belum ada penanggung jawab pemantauan", desk.Text, StringComparison.Ordinal);
        // Without its field a coordinator stays a member.
        await desk.OpenAsync($"{address}/ubah");
        await desk.SendAsync($"hapus-bidang-{field}");
        var stays = await house.Here.AskAsync(d => d.Set<ForumMember>().SingleAsync(m => m.ForumId == id));
        Assert.Equal((ForumPart.Member, null), (stays.Part, stays.FieldId));
        await house.Here.AskAsync(d => d.Set<Forum>().Where(f => f.Id == id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task ItGoesOutAsAWorkbookAndAsTheAnnexOfItsDecree()
    {
        var desk = await house.EnterAsync("desk");
        var book = await Workbooks.DownloadAsync(desk, $"/desk/{house.OwnDesk}/unduh");
        var rows = Workbooks.Rows(book, "Susunan");
        Assert.Equal(("Ketua", "Sekretaris Daerah"), (rows[0]["Kedudukan"], rows[0]["Jabatan"]));
        Assert.Contains(rows, r => (r["Kedudukan"], r["Bidang"], r["Jabatan"]) == ("Koordinator", "Advokasi hukum", "Kepala Kejaksaan Negeri"));
        Assert.Equal(4, Workbooks.Rows(book, "Tugas").Count);
        var board = DeskBoard.Of(
            await house.Here.AskAsync(async d => (await ForumList.DesksAsync(d, new(Guid.Empty, "", [new(Guid.Empty, "", TigaPilar.Server.Shell.Access.OfficeRole.Desk, TigaPilar.Server.Shell.Access.AreaSet.Of(House.OwnKabupaten))]), new OfficeClock(TimeProvider.System, OfficeClock.ZoneOf("WIB")!).Today, CancellationToken.None)).Single(r => r.Forum.Id == house.OwnDesk)),
            new DateOnly(2026, 1, 1));
        var text = string.Join('\n', Poppler.Pages(PrintDesk.Make(board, TimeProvider.System.GetUtcNow())));
        Assert.Contains("Susunan keanggotaan Desk Pemilu Kabupaten Lumajang", text, StringComparison.Ordinal);
        Assert.Contains("Wakil ketua", text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", text, StringComparison.Ordinal);
    }

    private async Task<string> OfficeAsync(string title) => (await house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Title == title && !o.Agency!.Name.Contains(House.Marker)).Select(o => o.Id).SingleAsync())).ToString();
}
