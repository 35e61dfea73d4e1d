using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Messages;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Rosters;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Rosters;

/// <summary>Who is on duty when: seen by those whose posko it is, kept by whoever keeps it, and without a silent gap.</summary>
[Trait("Database", "each")]
public sealed class RosterTests(House house) : IClassFixture<House>
{
    private static DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TigaPilar.Server.Shell.Time.OfficeClock.ZoneOf("WIB")!).DateTime);

    [Fact]
    public async Task ANightWithoutAnybodyIsToldAndWhoIsThereIsRungFromTheStartPage()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync($"/piket/{house.OwnRoster}");
        Assert.Contains("belum ada petugas", camat.Page.QuerySelector(".answer .warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("18.00–06.00", camat.Page.QuerySelector(".answer .warn")!.TextContent, StringComparison.Ordinal);
        await camat.OpenAsync("/");
        Assert.Contains("Piket saat ini", camat.Text, StringComparison.Ordinal);
        Assert.Contains("Posko Desk 24 jam", camat.Text, StringComparison.Ordinal);
        Assert.NotEmpty(camat.Page.QuerySelectorAll("main a[href^='tel:']"));
        // The council sees who is there, and no number; whose turn it is finds it on his own page.
        var dprd = await house.EnterAsync("dprd");
        await dprd.OpenAsync("/piket");
        Assert.Contains("Posko Desk 24 jam", dprd.Text, StringComparison.Ordinal);
        Assert.Empty(dprd.Page.QuerySelectorAll("main a[href^='tel:']"));
        Assert.DoesNotContain(Workbooks.Rows(await Workbooks.DownloadAsync(dprd, $"/piket/{house.OwnRoster}/unduh")), r => r["HP"].Length > 0);
        var ops = await house.EnterAsync("kabagops");
        await ops.OpenAsync("/");
        Assert.Contains("Giliran Anda", ops.Text, StringComparison.Ordinal);
        await camat.OpenAsync($"/piket/{house.OtherRoster}");
        Assert.Equal(HttpStatusCode.NotFound, camat.Status);
        // The Polsek of another kecamatan is none of a village's.
        await camat.OpenAsync($"/piket/{house.OwnRoster}/susun");
        Assert.Equal(HttpStatusCode.NotFound, camat.Status);
    }

    [Fact]
    public async Task ADutyIsArrangedRepeatedSubstitutedAndAcknowledgedByItsOwnOffice()
    {
        var kapolsek = await house.EnterAsync("kapolsek");
        await kapolsek.OpenAsync("/piket/baru");
        var from = Today.AddDays(1);
        await kapolsek.SendAsync("roster", ("Input.Name", "Siaga banjir"), ("Input.From", Iso(from)), ("Input.To", Iso(from.AddDays(6))), ("Input.DayBegins", "06.00"), ("Input.RoundTheClock", "true"));
        var address = kapolsek.Address.AbsolutePath;
        await kapolsek.SendAsync("giliran", ("Shifts.From", Iso(from)), ("Shifts.To", Iso(from)), ("Shifts.Parts", "2"));
        Assert.Contains("2 giliran ditambahkan", kapolsek.Text, StringComparison.Ordinal);
        await kapolsek.SendAsync("giliran", ("Shifts.From", Iso(from)), ("Shifts.To", Iso(from.AddDays(9))), ("Shifts.Parts", "2"));
        Assert.Contains("di luar masa roster", kapolsek.Text, StringComparison.Ordinal);
        var id = Guid.Parse(address.Split('/')[2]);
        var shifts = await house.Here.AskAsync(d => d.Set<DutyShift>().Where(s => s.RosterId == id).OrderBy(s => s.StartsAt).Select(s => s.Id).ToListAsync());
        var (own, danramil) = (await OfficeAsync("Kapolsek", "Polsek Pasirian"), await OfficeAsync("Danramil", "Koramil Pasirian"));
        var shift = $"/piket/giliran/{shifts[0]}";
        await kapolsek.OpenAsync(shift);
        await kapolsek.SendAsync("petugas", ("Input.Role", "Pawas"));
        Assert.Contains("Pilih jabatan atau isi nama", kapolsek.Text, StringComparison.Ordinal);
        await kapolsek.SendAsync("petugas", ("Input.Role", "Pawas"), ("Input.Office", own.ToString()), ("Input.Phone", "081200000777"));
        await kapolsek.SendAsync("petugas", ("Input.Role", "Pengemudi"), ("Input.Name", "Joko Contoh"), ("Input.Standby", "true"));
        await kapolsek.OpenAsync($"/piket/giliran/{shifts[1]}");
        // The same office by night: typed once, the number is there again.
        await kapolsek.SendAsync("petugas", ("Input.Role", "Pawas"), ("Input.Office", own.ToString()));
        Assert.Contains("081200000777", kapolsek.Text, StringComparison.Ordinal);
        await kapolsek.OpenAsync(address);
        await kapolsek.SendAsync("ulang", ("Again.From", Iso(from)), ("Again.Days", "1"), ("Again.Until", Iso(from.AddDays(6))));
        Assert.Contains("12 giliran ditambahkan", kapolsek.Text, StringComparison.Ordinal);
        await kapolsek.OpenAsync($"/piket/{id}");
        Assert.Contains("Semua jam sudah ada petugasnya.", kapolsek.Text, StringComparison.Ordinal);
        // He has the night duty of his Polsek too.
        Assert.Contains("Bertugas di dua tempat pada waktu yang sama", kapolsek.Text, StringComparison.Ordinal);
        // Another stands in; who was replaced is no longer asked, and only the office itself says that it is on duty.
        await kapolsek.OpenAsync(shift);
        var post = await PostAsync(shifts[0], own);
        await kapolsek.SendAsync("petugas", ("Input.Role", "Pawas"), ("Input.Office", danramil.ToString()), ("Input.Replaces", post.ToString()));
        Assert.Contains("menggantikan Kapolsek, Polsek Pasirian", kapolsek.Text, StringComparison.Ordinal);
        var stand = await PostAsync(shifts[0], danramil);
        await kapolsek.PostAsync(shift, $"bertugas-{stand}", ("Chosen.Post", stand.ToString()));
        var army = await house.EnterAsync("danramil");
        await army.OpenAsync(shift);
        Assert.Contains("0 sudah menyatakan bertugas", army.Text, StringComparison.Ordinal);
        await army.SendAsync($"bertugas-{stand}");
        Assert.Contains("1 sudah menyatakan bertugas", army.Text, StringComparison.Ordinal);
        // He is on the shift, and does not keep the roster.
        await army.PostAsync(shift, "petugas", ("Input.Role", "Pawas"), ("Input.Name", "Orang Contoh"));
        Assert.Equal(3, await house.Here.AskAsync(d => d.Set<DutyPost>().CountAsync(p => p.ShiftId == shifts[0])));
    }

    [Fact]
    public async Task AFileComesBackWholeOrNotAtAll()
    {
        var desk = await house.EnterAsync("desk");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, $"/piket/{house.OwnRoster}/unduh"));
        Assert.Contains(rows, r => (r["Mulai"], r["Tugas"], r["Jabatan"]) == ("06.00", "Perwira piket", "Kabag Tata Pemerintahan"));
        var before = await CountAsync();
        var night = rows.First(r => r["Tugas"].Length == 0);
        (night["Tugas"], night["Jabatan"], night["Instansi"], night["HP"]) = ("Perwira piket", "Pasi Ops", "Kodim Antah", "12");
        await desk.OpenAsync($"/piket/{house.OwnRoster}/susun");
        await desk.SendAsync("berkas", [], ("Sent.File", "roster.xlsx", Workbooks.Written([night])));
        Assert.Contains("tidak ada jabatan dan instansi ini", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Nomor HP 8 sampai 15 angka", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
        (night["Instansi"], night["HP"]) = ("Kodim 0821 Lumajang", "081200000555");
        await desk.SendAsync("berkas", [], ("Sent.File", "roster.xlsx", Workbooks.Written([night])));
        Assert.Contains("1 petugas masuk giliran", desk.Text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await CountAsync());
        var posted = await house.Here.AskAsync(d => d.Set<DutyPost>().SingleAsync(p => p.Phone == "081200000555"));
        await house.Here.AskAsync(d => d.Set<DutyPost>().Where(p => p.Id == posted.Id).ExecuteDeleteAsync());

        Task<int> CountAsync() => house.Here.AskAsync(d => d.Set<DutyPost>().CountAsync(p => p.Shift!.RosterId == house.OwnRoster));
    }

    [Fact]
    public async Task OneWritesToThoseOnAShiftAndAVillageDoesNot()
    {
        var ops = await house.EnterAsync("kabagops");
        var shift = await house.Here.AskAsync(d => d.Set<DutyShift>().Where(s => s.RosterId == house.OwnRoster && s.Posts.Any(p => p.OfficeId != null)).OrderByDescending(s => s.StartsAt).Select(s => s.Id).FirstAsync());
        await ops.OpenAsync($"/piket/giliran/{shift}");
        await ops.OpenAsync(ops.Page.QuerySelector("a[href^='/pesan/baru']")!.GetAttribute("href")!);
        Assert.Contains("Yang bertugas: Posko Desk 24 jam", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("pesan", ("Input.Duty", shift.ToString()), ("Input.Kind", "Notice"), ("Input.Subject", "Serah terima jaga"), ("Input.Body", "Mohon buku jaga dibawa."));
        var sent = await house.Here.AskAsync(d => d.Set<MessageCopy>().Where(c => c.Message!.Subject == "Serah terima jaga").Select(c => c.OfficeId).Order().ToListAsync());
        var there = await house.Here.AskAsync(async d =>
        {
            var mine = await d.Set<Office>().Where(o => o.Title == "Kabag Ops" && o.Agency!.Name == "Polres Lumajang").Select(o => o.Id).SingleAsync();
            return await d.Set<DutyPost>().Where(p => p.ShiftId == shift && p.OfficeId != null && p.OfficeId != mine).Select(p => p.OfficeId!.Value).Order().ToListAsync();
        });
        Assert.Equal(there, sent);
        Assert.NotEmpty(sent);
        var kades = await house.EnterAsync("kades");
        await kades.OpenAsync($"/pesan/baru?piket={shift}");
        Assert.DoesNotContain("Yang bertugas", kades.Text, StringComparison.Ordinal);
        await kades.SendAsync("pesan", ("Input.Duty", shift.ToString()), ("Input.Subject", "Ke posko"), ("Input.Body", "Tidak boleh."));
        Assert.Contains("Pilih kepada siapa", kades.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumbersAreForgottenAMonthAfterTheDuty()
    {
        var (old, now) = (Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await house.Here.WithAsync(async (TigaPilar.Server.Storage.Database d) =>
        {
            d.Add(new DutyShift { Id = old, RosterId = house.OwnRoster, StartsAt = now.AddDays(-41), EndsAt = now.AddDays(-40) });
            d.Add(new DutyPost { Id = Guid.CreateVersion7(), ShiftId = old, Role = "Operator", Name = "Dulu Contoh", Phone = "081200000001" });
            return await d.SaveChangesAsync();
        });
        Assert.Equal(1, await house.Here.AskAsync(d => ForgetDutyPhones.DeleteAsync(d, now, CancellationToken.None)));
        var stays = await house.Here.AskAsync(d => d.Set<DutyPost>().SingleAsync(p => p.ShiftId == old));
        Assert.Equal(("Dulu Contoh", null), (stays.Name, stays.Phone));
        await house.Here.AskAsync(d => d.Set<DutyShift>().Where(s => s.Id == old).ExecuteDeleteAsync());
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<Guid> OfficeAsync(string title, string agency) => house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Title == title && o.Agency!.Name == agency).Select(o => o.Id).SingleAsync());

    private Task<Guid> PostAsync(Guid shift, Guid office) => house.Here.AskAsync(d => d.Set<DutyPost>().Where(p => p.ShiftId == shift && p.OfficeId == office).Select(p => p.Id).SingleAsync());
}
