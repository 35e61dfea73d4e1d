using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Attendance;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Meetings.Minutes;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>A rakor of the sample kabupaten, 21 kecamatan and 205 villages, from its letter to the agenda of the next one.</summary>
[Trait("Database", "each")]
public sealed class RakorTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task ARakorGoesFromItsLettersToSignedMinutesAndWhatFollows()
    {
        var desk = await house.VisitAsync("desk");
        var id = await Rakor.MakeAsync(desk, "Persiapan pengamanan Pemilu");
        await desk.OpenAsync($"/rapat/{id}/undangan");
        // 21 Forkopimcam of three heads each, 198 desa and 7 kelurahan: units and letters are two numbers.
        await desk.SendAsync("undang", ("Input.Groups", Rakor.Number(OfficeGroup.Forkopimcam)), ("Input.Groups", Rakor.Number(OfficeGroup.VillageHeads)), ("Input.Groups", Rakor.Number(OfficeGroup.WardHeads)));
        Assert.Contains("226 unit, 268 surat", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("kirim", ("Number", "005/123/427.11/2026"));
        Assert.Contains("Terkirim", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Server surel belum diatur", desk.Text, StringComparison.Ordinal);
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<LetterMail>().CountAsync()));
        await Rakor.WrittenAsync(house, id, 268);

        // The Kapolsek answers that another comes for him: both are named.
        var kapolsek = await house.VisitAsync("kapolsek");
        await kapolsek.OpenAsync($"/rapat/{id}");
        var letter = await house.Here.AskAsync(d => d.Set<Invitation>().SingleAsync(i => i.MeetingId == id && i.Title == "Kapolsek" && i.Agency == "Polsek Pasirian"));
        await kapolsek.SendAsync($"jawab-{letter.Id}", ("Reply.Answer", "Represented"), ("Reply.Delegate", "Iptu Puspa Contoh, Wakapolsek"));
        Assert.Contains("Diwakili Iptu Puspa Contoh, Wakapolsek", kapolsek.Text, StringComparison.Ordinal);

        // At the desk the code of the letter is read; the others of the kecamatan are marked in one go.
        await desk.OpenAsync($"/rapat/{id}/hadir");
        await desk.SendAsync("surat", ("Code", $"https://contoh.example/surat/{letter.Token}"));
        Assert.Contains("Hadir: Kapolsek, Polsek Pasirian", desk.Text, StringComparison.Ordinal);
        Assert.Contains("1 dari 226 unit hadir", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada unsur TNI", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/rapat/{id}/hadir?cari=Kecamatan%20Pasirian");
        await desk.SendAsync("semua");
        Assert.Contains("1 dari 226 unit hadir (0 %), 2 dari 268 pejabat", desk.Text, StringComparison.Ordinal);

        // The camat of Pasirian was marked; the village head marks himself at the door.
        var door = await house.Here.AskAsync(d => d.Set<Meeting>().Where(m => m.Id == id).Select(m => m.DoorKey).SingleAsync());
        var kades = await house.VisitAsync("kades");
        await kades.OpenAsync($"/hadir/{door}");
        await kades.SendAsync("tiba");
        Assert.Contains("Kehadiran Anda tercatat", kades.Text, StringComparison.Ordinal);

        await desk.OpenAsync($"/rapat/{id}/notulen");
        await desk.SendAsync("alinea-baru", ("New", "Rapat dibuka oleh pimpinan.\n\nKapolres memaparkan kesiapan pengamanan."));
        Assert.Equal(2, desk.Page.QuerySelectorAll(".minutes-part").Length);
        await desk.SendAsync("keputusan", ("Text", "Patroli tiga pilar di setiap kecamatan."));
        await desk.SendAsync("keputusan", ("Text", "Ucapan terima kasih kepada semua pihak."));
        var decisions = await house.Here.AskAsync(d => d.Set<Decision>().Where(x => x.MeetingId == id).OrderBy(x => x.Number).Select(x => x.Id).ToListAsync());
        await desk.SendAsync($"tanpa-{decisions[1]}", ("Left.Reason", "cukup dicatat"));
        // Closing lists what is open: no signature, and a decision of which nothing follows.
        var open = desk.Page.QuerySelectorAll("main ul .warn").Select(e => e.TextContent).ToList();
        Assert.Equal(["pimpinan rapat belum menandatangani", "notulis belum menandatangani", "keputusan 1 belum ada tindak lanjutnya"], open);
        await desk.SendAsync("tutup");
        Assert.Contains("Isi alasan menutup rapat", desk.Text, StringComparison.Ordinal);

        var owner = desk.Page.QuerySelectorAll<IHtmlOptionElement>($"#siapa-{decisions[0]} option").Single(o => o.TextContent == "Polsek Pasirian").Value;
        await desk.SendAsync($"tindak-{decisions[0]}", ("Follow.Title", "Patroli tiga pilar"), ("Follow.Owner", owner), ("Follow.Kind", "Patrol"), ("Follow.Parts", "None"), ("Follow.Track", "None"));
        Assert.Contains("Polsek Pasirian", desk.Text, StringComparison.Ordinal);

        await SignAsync(desk, "desk", id);
        var bupati = await house.VisitAsync("bupati");
        await SignAsync(bupati, "bupati", id);
        Assert.Contains("Ditandatangani pimpinan dan notulis", bupati.Text, StringComparison.Ordinal);
        // What is signed is not written in any more, by any way.
        await desk.OpenAsync($"/rapat/{id}/notulen");
        await desk.PostAsync($"/rapat/{id}/notulen", "alinea-baru", ("New", "Ditambah sesudah tanda tangan."));
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<MinutesParagraph>().CountAsync(p => p.MeetingId == id)));
        // Nor is anybody marked who was not there when it was signed, by the secretary or by himself.
        var late = await house.Here.AskAsync(d => d.Set<Invitation>().FirstAsync(i => i.MeetingId == id && i.ArrivedAt == null));
        await desk.PostAsync($"/rapat/{id}/hadir", "surat", ("Code", late.Token));
        var danramil = await house.VisitAsync("danramil");
        await danramil.OpenAsync($"/hadir/{door}");
        await danramil.SendAsync("tiba");
        Assert.Contains("Daftar hadir belum dibuka atau sudah ditutup", danramil.Text, StringComparison.Ordinal);
        Assert.Equal(3, await house.Here.AskAsync(d => d.Set<Invitation>().CountAsync(i => i.MeetingId == id && i.ArrivedAt != null)));
        await desk.OpenAsync($"/rapat/{id}/notulen");
        await desk.SendAsync("tutup");
        Assert.Equal(MeetingState.Closed, await house.Here.AskAsync(d => d.Set<Meeting>().Where(m => m.Id == id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task OfTwoWhoChangeAParagraphAtOnceNeitherIsOverwritten()
    {
        var desk = await house.VisitAsync("desk");
        var id = await Rakor.MakeAsync(desk, "Rapat dua notulis");
        await desk.OpenAsync($"/rapat/{id}/notulen");
        await desk.SendAsync("alinea-baru", ("New", "Alinea pertama."));
        var part = await house.Here.AskAsync(d => d.Set<MinutesParagraph>().Where(p => p.MeetingId == id).Select(p => p.Id).SingleAsync());
        var bupati = await house.VisitAsync("bupati");
        await bupati.OpenAsync($"/rapat/{id}/notulen");
        await desk.OpenAsync($"/rapat/{id}/notulen");
        await desk.SendAsync($"alinea-{part}", ("Edit.Text", "Ditulis notulis."));
        await bupati.SendAsync($"alinea-{part}", ("Edit.Text", "Ditulis pimpinan."));
        Assert.Contains("Alinea ini baru saja diubah orang lain", bupati.Text, StringComparison.Ordinal);
        Assert.Contains("Ditulis notulis.", bupati.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ditulis pimpinan.", bupati.Page.QuerySelector<IHtmlTextAreaElement>(".minutes-part textarea")!.Value);
        await bupati.SendAsync($"alinea-{part}", ("Edit.Text", "Ditulis notulis. Ditulis pimpinan."));
        var versions = await house.Here.AskAsync(d => d.Set<ParagraphVersion>().Where(v => v.ParagraphId == part).OrderBy(v => v.Version).Select(v => v.Text).ToListAsync());
        Assert.Equal(["Alinea pertama.", "Ditulis notulis.", "Ditulis notulis. Ditulis pimpinan."], versions);
    }

    [Fact]
    public async Task ALettersCodeTellsNumberDaySubjectAndSenderToAnybodyAndNeverWhatItSays()
    {
        var desk = await house.VisitAsync("desk");
        var id = await Rakor.MakeAsync(desk, "Hal yang tidak untuk umum");
        await desk.OpenAsync($"/rapat/{id}/undangan");
        await desk.SendAsync("undang", ("Input.Groups", Rakor.Number(OfficeGroup.Kapolsek)));
        await desk.SendAsync("kirim", ("Number", "005/77/2026"));
        await Rakor.WrittenAsync(house, id, 21);
        var letter = await house.Here.AskAsync(d => d.Set<Invitation>().FirstAsync(i => i.MeetingId == id));
        var pdf = await (await desk.GetAsync($"/rapat/{id}/undangan/{letter.Id}.pdf")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        using var anybody = new Visitor(house.Here.Address);
        await anybody.OpenAsync($"/surat/{letter.Token}");
        Assert.Equal(HttpStatusCode.OK, anybody.Status);
        Assert.Contains("005/77/2026", anybody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hal yang tidak untuk umum", anybody.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await anybody.SendAsync("berkas", [], ("Sent.File", "surat.pdf", pdf));
        Assert.Contains("Asli", anybody.Text, StringComparison.Ordinal);
        pdf[^20] ^= 1;
        await anybody.SendAsync("berkas", [], ("Sent.File", "surat.pdf", pdf));
        Assert.Contains("Tidak asli", anybody.Text, StringComparison.Ordinal);
        await anybody.OpenAsync($"/surat/{new string('0', 24)}");
        Assert.Equal(HttpStatusCode.NotFound, anybody.Status);
    }

    [Fact]
    public async Task AMeetingIsForThoseInvitedAndItsDoorForThemAlone()
    {
        var desk = await house.VisitAsync("desk");
        var id = await Rakor.MakeAsync(desk, "Rapat para Danramil", "Hybrid");
        await desk.OpenAsync($"/rapat/{id}/undangan");
        await desk.SendAsync("undang", ("Input.Groups", Rakor.Number(OfficeGroup.Danramil)));
        var danramil = await house.VisitAsync("danramil");
        await danramil.OpenAsync($"/rapat/{id}");
        // On the list, and nothing has gone out yet.
        Assert.Equal(HttpStatusCode.NotFound, danramil.Status);
        await desk.SendAsync("kirim", ("Number", "005/78/2026"));
        await danramil.OpenAsync($"/rapat/{id}");
        Assert.Equal(HttpStatusCode.OK, danramil.Status);
        var door = await house.Here.AskAsync(d => d.Set<Meeting>().Where(m => m.Id == id).Select(m => m.DoorKey).SingleAsync());
        var kades = await house.VisitAsync("kades");
        foreach (var path in (string[])[$"/rapat/{id}", $"/rapat/{id}/notulen", $"/rapat/{id}/hadir", $"/hadir/{door}", $"/rapat/{id}/notulen.pdf", $"/rapat/{id}/acara.ics"])
        {
            using var answer = await kades.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        // Online one types what is on the screen; a wrong number marks nobody.
        await danramil.OpenAsync($"/hadir/{door}");
        await danramil.SendAsync("tiba", ("Digits", "000 000"));
        Assert.Contains("tidak cocok", danramil.Text, StringComparison.Ordinal);
        await danramil.SendAsync("tiba", ("Digits", CheckIn.DigitsOf(door, TimeProvider.System.GetUtcNow())[0]));
        Assert.Contains("Kehadiran Anda tercatat", danramil.Text, StringComparison.Ordinal);
        // One who is invited reads the minutes and cannot write them, whatever he sends.
        await danramil.OpenAsync($"/rapat/{id}/notulen");
        Assert.Empty(danramil.Page.QuerySelectorAll("#alinea"));
        await danramil.PostAsync($"/rapat/{id}/notulen", "alinea-baru", ("New", "Disisipkan."));
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<MinutesParagraph>().CountAsync(p => p.MeetingId == id)));
        await danramil.OpenAsync($"/rapat/{id}/notulen");
        await danramil.SendAsync("keberatan", ("Objected", "Koramil tidak menyetujui jadwal ini."));
        Assert.Contains("Catatan keberatan Koramil Pasirian", danramil.Text, StringComparison.Ordinal);
    }

    private async Task SignAsync(Visitor who, string account, Guid meeting)
    {
        await who.OpenAsync($"/rapat/{meeting}/notulen");
        await who.SendAsync("tanda-tangan", ("Signed.Code", AccountMaker.CodeAt(house[account].TotpKey, TimeProvider.System.GetUtcNow())));
    }
}
