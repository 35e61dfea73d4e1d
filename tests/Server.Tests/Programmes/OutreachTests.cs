using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Programmes.Outreach;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Programmes;

/// <summary>Outreach and training: planned, held, counted by class and by village or agency, and never by name.</summary>
[Trait("Database", "each")]
public sealed class OutreachTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task CoverageTellsHowManyVillagesATopicHasReachedAndWhichItHasNot()
    {
        var reached = await house.Here.AskAsync(d => d.Set<OutreachReach>().Where(r => r.VillageCode != null && r.VillageCode.StartsWith("35.08.") && r.Event!.Topic == OutreachTopic.Neutrality && r.Event.State == OutreachState.Held)
            .Select(r => r.VillageCode).Distinct().CountAsync());
        Assert.InRange(reached, 100, 204);
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/sosialisasi/cakupan");
        Assert.Contains($"{reached} dari 205 desa sudah menerima sosialisasi netralitas", desk.Text, StringComparison.Ordinal);
        Assert.NotNull(desk.Page.QuerySelector("main a[href^='/sosialisasi/baru?topik=Neutrality&wilayah=35.08.']"));
        var book = await Workbooks.DownloadAsync(desk, "/sosialisasi/cakupan/unduh?topik=Neutrality");
        Assert.Equal((205, reached), (Workbooks.Rows(book, "Desa").Count, Workbooks.Rows(book, "Desa").Count(r => r["Terakhir"].Length > 0)));
        // A village head sees how his own stands.
        var kades = await house.EnterAsync("kades");
        await kades.OpenAsync("/sosialisasi/cakupan?topik=StationGuard");
        Assert.Contains("1 dari 1 desa", kades.Text, StringComparison.Ordinal);
        await kades.OpenAsync($"/sosialisasi/{house.OtherOutreach}");
        Assert.Equal(HttpStatusCode.NotFound, kades.Status);
    }

    [Fact]
    public async Task WhatWasHeldIsCountedApartForCivilServantsAndVillages()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/sosialisasi/baru");
        await camat.SendAsync(
            "sosialisasi", ("Input.Kind", "Outreach"), ("Input.Title", "Botoh dan taruhan"), ("Input.Topic", "PublicOrder"), ("Input.RuleKey", "judi-pilkada"), ("Input.Audiences", "CivilServants"), ("Input.Audiences", "VillageOfficials"),
            ("Input.Day", Day(0)), ("Input.Place", "Pendopo"), ("Input.AreaCode", "35.08.04"));
        var address = camat.Address.AbsolutePath;
        Assert.Contains("Judi dan taruhan pilkada", camat.Text, StringComparison.Ordinal);
        // More of one village than of all villages together: civil servants do not fill them.
        await camat.SendAsync("terlaksana", ("hadir-CivilServants", "20"), ("hadir-VillageOfficials", "5"), ("unit-35.08.04.2001", "6"));
        Assert.Contains("melebihi jumlah hadir", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("terlaksana", ("hadir-CivilServants", "20"), ("hadir-VillageOfficials", "lima"));
        Assert.Contains("Isi jumlah hadir dengan angka", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("terlaksana", ("hadir-CivilServants", "20"), ("hadir-VillageOfficials", "5"), ("unit-35.08.05.2001", "2"));
        Assert.Contains("di luar wilayah kegiatan", camat.Text, StringComparison.Ordinal);
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<OutreachReach>().CountAsync(r => r.Event!.Title == "Botoh dan taruhan")));
        await camat.SendAsync("terlaksana", ("hadir-CivilServants", "20"), ("hadir-VillageOfficials", "5"), ("unit-35.08.04.2001", "3"), ("unit-35.08.04.2002", "2"));
        Assert.Contains("25 hadir, dari 2 desa dan 0 OPD", camat.Text, StringComparison.Ordinal);
        // What shows it is taken in by its content, and given out to those who see the event.
        await camat.SendAsync("bukti", [("Shown.Note", "Undangan")], ("Shown.File", "undangan.pdf", Encoding.ASCII.GetBytes("%PDF-1.4 contoh")));
        Assert.Contains("Undangan", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("bukti", [], ("Shown.File", "undangan.pdf", Encoding.ASCII.GetBytes("bukan PDF")));
        Assert.NotNull(camat.Page.QuerySelector("[role=alert]"));
        var shown = camat.Page.QuerySelector("main .evidence a")!.GetAttribute("href")!;
        var kades = await house.EnterAsync("kades");
        using (var file = await kades.GetAsync(shown)) Assert.Equal("application/pdf", file.Content.Headers.ContentType?.MediaType);
        // Another agency reads it and changes nothing of it.
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync(address);
        Assert.Contains("25 hadir", desk.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("main form[method=post]"));
        await desk.OpenAsync("/sosialisasi/baru");
        await desk.PostAsync(address, "terlaksana", ("hadir-CivilServants", "1"));
        Assert.Equal(25, await house.Here.AskAsync(d => d.Set<OutreachAttendance>().Where(a => d.Set<OutreachEvent>().Any(e => e.Id == a.EventId && e.Title == "Botoh dan taruhan")).SumAsync(a => a.Attended)));
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/sosialisasi/unduh?cari=Botoh"));
        Assert.Equal(("20", "5", "25", "2"), (Assert.Single(rows)["Hadir: ASN"], rows[0]["Hadir: kepala desa dan perangkat desa"], rows[0]["Hadir semua"], rows[0]["Desa"]));
    }

    [Fact]
    public async Task NothingIsHeldBeforeItsDayNorElsewhere()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/sosialisasi/baru?topik=Hoaxes&wilayah=35.08.04");
        (string, string)[] fields = [("Input.Kind", "Training"), ("Input.Title", "Cek fakta"), ("Input.Topic", "Hoaxes"), ("Input.Audiences", "Citizens"), ("Input.Day", Day(4)), ("Input.Place", "Balai")];
        await camat.SendAsync("sosialisasi", [.. fields, ("Input.AreaCode", "35.08.05")]);
        Assert.Contains("Pilih wilayah jabatan Anda", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("sosialisasi", [.. fields, ("Input.AreaCode", "35.08.04")]);
        var address = camat.Address.AbsolutePath;
        Assert.Null(camat.Page.QuerySelector("input[name=_handler][value=terlaksana]"));
        await camat.PostAsync(address, "terlaksana", ("hadir-Citizens", "9"));
        var id = Guid.Parse(address.Split('/')[^1]);
        Assert.Equal(OutreachState.Planned, await StateAsync());
        await camat.SendAsync("batal");
        Assert.Contains("dibatalkan", camat.Text, StringComparison.Ordinal);
        Assert.Equal(OutreachState.Cancelled, await StateAsync());

        Task<OutreachState> StateAsync() => house.Here.AskAsync(d => d.Set<OutreachEvent>().Where(e => e.Id == id).Select(e => e.State).SingleAsync());
    }

    private static string Day(int ahead) => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TigaPilar.Server.Shell.Time.OfficeClock.ZoneOf("WIB")!).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
