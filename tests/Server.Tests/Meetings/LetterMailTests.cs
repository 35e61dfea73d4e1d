using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using TigaPilar.Server.Meetings;
using TigaPilar.Server.Meetings.Mail;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>Letters that go out by mail, to a server that takes some and refuses others.</summary>
[Trait("Database", "each")]
public sealed class LetterMailTests(MailHouse house) : IClassFixture<MailHouse>
{
    [Fact]
    public async Task EachOfficeWithAnAddressGetsItsLetterByMailAndOfEachIsToldWhatBecameOfIt()
    {
        const string good = "pasirian@polsek.example", gone = "tempeh@polsek.example", busy = "senduro@polsek.example", late = "candipuro@polsek.example";
        house.Drop.Refused[gone] = "550 no such user";
        house.Drop.Refused[busy] = "451 come again later";
        foreach (var (agency, address) in ((string, string)[])[("Polsek Pasirian", good), ("Polsek Tempeh", gone), ("Polsek Senduro", busy)]) await AddressAsync(agency, address);
        var desk = await house.EnterAsync("desk");
        var id = await Rakor.SendAsync(desk, "Undangan lewat surel", OfficeGroup.Kapolsek);
        await UntilAsync(id, m => m.All(x => x.State != MailState.Waiting || x.Failure is not null));

        // The letter as it went out, and the meeting for the calendar.
        var mail = house.Drop.Received.Single(m => m.To.Mailboxes.Single().Address == good);
        var letter = await house.Here.AskAsync(d => d.Set<Invitation>().SingleAsync(i => i.MeetingId == id && i.Agency == "Polsek Pasirian"));
        Assert.Equal($"{letter.Id:N}.1@kabupaten.example", mail.MessageId);
        Assert.Contains("005/9/2026", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/surat/{letter.Token}", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(await house.Here.AskAsync(d => d.Set<LetterFile>().Where(f => f.InvitationId == letter.Id).Select(f => f.Content).SingleAsync()), Attached(mail, "undangan.pdf"));
        var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(Attached(mail, "rapat.ics")))!.Events.Single();
        Assert.Equal(($"{id}@tiga-pilar", "Pendopo"), (calendar.Uid, calendar.Location));

        await desk.OpenAsync($"/rapat/{id}/undangan");
        Assert.Contains("Surel: 1 terkirim, 1 menunggu, 1 gagal, 18 belum ada alamat", desk.Text, StringComparison.Ordinal);
        Assert.Contains("gagal: alamat ditolak", desk.Text, StringComparison.Ordinal);
        Assert.Contains("dicoba lagi", desk.Text, StringComparison.Ordinal);
        Assert.Contains("server surel minta menunggu", desk.Text, StringComparison.Ordinal);
        Assert.Contains("belum ada alamat", desk.Text, StringComparison.Ordinal);

        // What was put off is tried again when it is due, and under the same id; nothing else goes out a second time.
        house.Drop.Refused.Clear();
        await house.Here.AskAsync(d => d.Set<LetterMail>().Where(m => m.State == MailState.Waiting).ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAt, TimeProvider.System.GetUtcNow())));
        house.Here.Services.GetRequiredService<MailQueue>().Wake();
        await UntilAsync(id, m => m.Count(x => x.State == MailState.Sent) == 2);
        Assert.Equal(2, house.Drop.Received.Count);

        // The rest: a better address, and an agency that has one now.
        await AddressAsync("Polsek Tempeh", late);
        await AddressAsync("Polsek Candipuro", "baru@polsek.example");
        await desk.OpenAsync($"/rapat/{id}/undangan");
        await desk.SendAsync("surel-sisa");
        Assert.Contains("2 surat sedang dikirim", desk.Text, StringComparison.Ordinal);
        await UntilAsync(id, m => m.Count(x => x.State == MailState.Sent) == 4);
        Assert.Contains(house.Drop.Received, m => m.To.Mailboxes.Single().Address == late);

        // A person sends one once more: that is another mail.
        await desk.OpenAsync($"/rapat/{id}/undangan?cari=Pasirian");
        await desk.SendAsync($"surel-{letter.Id}", ("To", letter.Id.ToString()));
        await UntilAsync(id, m => m.Count(x => x.State == MailState.Sent) == 4 && house.Drop.Received.Count == 5);
        Assert.Equal([$"{letter.Id:N}.1@kabupaten.example", $"{letter.Id:N}.2@kabupaten.example"], house.Drop.Received.Where(m => m.To.Mailboxes.Single().Address == good).Select(m => m.MessageId!));

        // Who is asked after the letters went out gets one too; nobody of another house sends any.
        await AddressAsync("Koramil Pasirian", "koramil@tni.example");
        await desk.SendAsync("undang", ("Input.Groups", Rakor.Number(OfficeGroup.Danramil)));
        await UntilAsync(id, m => m.Count(x => x.State == MailState.Sent) == 5);
        var kapolsek = await house.EnterAsync("kapolsek");
        await kapolsek.OpenAsync($"/rapat/{id}");
        await kapolsek.PostAsync($"/rapat/{id}/undangan", $"surel-{letter.Id}", ("To", letter.Id.ToString()));
        Assert.Equal(6, house.Drop.Received.Count);
    }

    [Fact]
    public async Task AnAddressIsEnteredWithTheOfficeOrByATableAndAWrongOneChangesNothing()
    {
        var admin = await house.EnterAsync("admin");
        var office = await house.Here.AskAsync(d => d.Set<Office>().Where(o => o.Agency!.Name == "Kecamatan Pasirian").Select(o => new { o.Id, o.AgencyId }).FirstAsync());
        await admin.OpenAsync($"/jabatan/{office.Id}");
        await admin.SendAsync("surel", ("Address", "umum kecamatan@example"));
        Assert.Contains("Ini bukan alamat surel", admin.Text, StringComparison.Ordinal);
        await admin.SendAsync("surel", ("Address", " umum@pasirian.example "));
        Assert.Contains("umum@pasirian.example", admin.Text, StringComparison.Ordinal);
        // A camat sees it and cannot change it.
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync($"/jabatan/{office.Id}");
        Assert.Contains("umum@pasirian.example", camat.Text, StringComparison.Ordinal);
        await camat.PostAsync($"/jabatan/{office.Id}", "surel", ("Address", "lain@pasirian.example"));
        Assert.Equal("umum@pasirian.example", await MailOfAsync(office.AgencyId));

        await admin.OpenAsync("/instansi/surel");
        var other = await house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Name == "Kecamatan Tempeh").Select(a => a.Id).SingleAsync());
        await admin.SendAsync("surel", [], ("Sent.File", "surel.csv", Encoding.UTF8.GetBytes($"kode;instansi;surel\n{office.AgencyId};;satu@pasirian.example\n{other};;bukan alamat\n")));
        Assert.Contains("Baris 3", admin.Text, StringComparison.Ordinal);
        Assert.Equal("umum@pasirian.example", await MailOfAsync(office.AgencyId));
        await admin.SendAsync("surel", [], ("Sent.File", "surel.csv", Encoding.UTF8.GetBytes($"kode;instansi;surel\n{office.AgencyId};;\n{other};;umum@tempeh.example\n")));
        Assert.Contains("2 instansi berubah", admin.Text, StringComparison.Ordinal);
        Assert.Equal((null, "umum@tempeh.example"), (await MailOfAsync(office.AgencyId), await MailOfAsync(other)));
    }

    private Task<string?> MailOfAsync(Guid agency) => house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Id == agency).Select(a => a.Email).SingleAsync());

    private Task<int> AddressAsync(string agency, string address) =>
        house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Name == agency).ExecuteUpdateAsync(s => s.SetProperty(a => a.Email, address)));

    private async Task UntilAsync(Guid meeting, Func<IReadOnlyList<LetterMail>, bool> holds)
    {
        List<LetterMail> mails = [];
        for (var i = 0; i < 600; i++, await Task.Delay(50))
        {
            mails = await house.Here.AskAsync(d => d.Set<LetterMail>().AsNoTracking().Where(m => m.Invitation!.MeetingId == meeting).ToListAsync());
            if (mails.Count > 0 && holds(mails)) return;
        }

        Assert.Fail(string.Join('\n', mails.Select(m => $"{m.Address}: {m.State} {m.Failure} {m.Tries}")));
    }

    private static byte[] Attached(MimeMessage mail, string name)
    {
        using var content = new MemoryStream();
        mail.Attachments.OfType<MimePart>().Single(a => a.FileName == name).Content!.DecodeTo(content);
        return content.ToArray();
    }
}
