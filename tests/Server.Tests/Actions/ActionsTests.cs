using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using TigaPilar.Server.Actions;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Actions;

/// <summary>What was agreed, from the asking to the end that somebody else has seen.</summary>
[Trait("Database", "each")]
public sealed partial class ActionsTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AnItemGoesFromTheAskerToTheOwnerAndBackWithEveryStepInItsHistory()
    {
        using var desk = await house.EnterAsync("desk");
        using var police = await house.EnterAsync("kabagops");
        var page = await AskAsync(desk, "Siapkan pos terpadu", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        // The asker is shown no step of the work, nor does one that is sent to him lead anywhere.
        Assert.Equal(HttpStatusCode.BadRequest, await desk.PostAsync(page, "kerja", [("Work.Move", "Accept")]));
        await police.OpenAsync(page);
        Assert.Empty(police.Page.QuerySelectorAll("input[name=_handler][value=gugur], input[name=_handler][value=periksa]"));
        await police.SendAsync("kerja", ("Work.Move", "Accept"));
        await police.SendAsync("kerja", ("Work.Move", "Begin"));
        await police.SendAsync("kerja", ("Work.Move", "Report"), ("Work.Note", "Pos berdiri"));
        await desk.OpenAsync(page);
        // Without a proof it is said in words why it is done; what is sent back needs its reason.
        await desk.SendAsync("periksa", ("Check.Move", "Verify"));
        Assert.Contains("tulis mengapa dinyatakan tuntas", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("periksa", ("Check.Move", "Return"));
        Assert.Contains("Isi alasannya", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("periksa", ("Check.Move", "Return"), ("Check.Note", "Belum ada listrik"));
        await police.OpenAsync(page);
        Assert.Contains("Belum ada listrik", police.Text, StringComparison.Ordinal);
        await police.SendAsync("kerja", ("Work.Move", "Begin"));
        await police.SendAsync("kerja", [("Work.Move", "Report"), ("Work.FileNote", "Genset"), ("Work.Place", "-8.13, 113.22")], ("Work.File", "genset.png", Picture(SKEncodedImageFormat.Png)));
        await desk.OpenAsync(page);
        await desk.SendAsync("periksa", ("Check.Move", "Verify"));
        Assert.Contains("Tuntas", desk.Page.QuerySelector(".answer")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(desk.Page.QuerySelectorAll("main input[name=_handler]"));

        var id = IdOf(page);
        var steps = await house.Here.AskAsync(d => d.Set<ActionStep>().Where(s => s.ItemId == id).OrderBy(s => s.Id).ToListAsync());
        Assert.Equal(
            [ActionState.Created, ActionState.Accepted, ActionState.InProgress, ActionState.Reported, ActionState.Returned, ActionState.InProgress, ActionState.Reported, ActionState.Verified],
            steps.Select(s => s.State));
        Assert.All(steps.Where(s => s.State is ActionState.Accepted or ActionState.InProgress or ActionState.Reported), s => Assert.EndsWith("Kabag Ops, Polres Lumajang", s.By, StringComparison.Ordinal));
        // The engine itself refuses to rewrite what was.
        await Assert.ThrowsAnyAsync<Exception>(() => house.Here.AskAsync(d => d.Set<ActionStep>().Where(s => s.ItemId == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.Note, "lain"))));
        await Assert.ThrowsAnyAsync<Exception>(() => house.Here.AskAsync(d => d.Set<ActionStep>().Where(s => s.ItemId == id).ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task WhoeverWorkedOnItDoesNotVerifyItByAnyRoute()
    {
        using var desk = await house.EnterAsync("desk");
        using var police = await house.EnterAsync("kabagops");
        var page = await AskAsync(desk, "Periksa jalur patroli", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        await police.OpenAsync(page);
        foreach (var move in (string[])["Accept", "Begin", "Report"]) await police.SendAsync("kerja", ("Work.Move", move), ("Work.Note", "selesai"));
        // The form for verifying is not his; nor does another form of the page carry that step.
        foreach (var form in (string[])["periksa", "kerja", "gugur"])
            Assert.Equal(HttpStatusCode.BadRequest, await police.PostAsync(page, form, [("Check.Move", "Verify"), ("Work.Move", "Verify"), ("Check.Version", "99"), ("Check.Note", "baik")]));
        // The same while a form of his is shown: another item of his carries the step to this one in vain.
        var second = await AskAsync(desk, "Periksa jalur patroli dua", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        await police.OpenAsync(second);
        await police.SendAsync("kerja", ("Work.Move", "Verify"), ("Work.Note", "baik"));
        Assert.Contains("bukan oleh Anda", police.Text, StringComparison.Ordinal);

        var item = await ItemAsync(page);
        var agencies = await house.Here.AskAsync(d => AgencyQueries.AmongAsync(d, AreaSet.Of(House.OwnKabupaten), CancellationToken.None));
        Guid Agency(string name) => agencies.Single(a => a.Name == name).Id;
        var own = new HeldOffice(Guid.CreateVersion7(), "Kabag Ops, Polres Lumajang", OfficeRole.Polri, AreaSet.Of(House.OwnKabupaten), AgencyId: Agency("Polres Lumajang"));
        var asking = new HeldOffice(Guid.CreateVersion7(), "Kabag, Pemerintah Kabupaten Lumajang", OfficeRole.Desk, AreaSet.Of(House.OwnKabupaten), AgencyId: Agency("Pemerintah Kabupaten Lumajang"));
        var (account, person) = await house.Here.AskAsync(async d => await d.Set<ActionStep>().Where(s => s.ItemId == item.Id && s.State == ActionState.Reported).Select(s => new { s.AccountId, s.PersonId }).SingleAsync() is var s ? (s.AccountId, s.PersonId!.Value) : default);
        var fresh = Guid.CreateVersion7();
        (string Route, Reader Reader)[] routes =
        [
            ("his own account and office", new(account, "A", [own], person)),
            ("another account of his", new(fresh, "A", [asking], person)),
            ("his account after he has moved to the asking agency", new(account, "A", [asking], fresh)),
            ("a colleague of his", new(fresh, "B", [own], fresh)),
            ("a colleague with a second office at the asking agency", new(fresh, "B", [asking, own], fresh)),
            ("a leader of his agency", new(fresh, "C", [own with { Leads = true }], fresh)),
            ("somebody of neither", new(fresh, "D", [own with { AgencyId = Agency("KPU Kabupaten Lumajang"), Role = OfficeRole.Kpu }], fresh)),
            ("one who only reads", new(fresh, "E", [asking with { Role = OfficeRole.Reader }], fresh)),
        ];
        foreach (var (route, reader) in routes)
        {
            var answer = await MoveAsync(reader, item.Id, ActionMove.Verify, new ActionFields { Version = item.Version, Note = "baik" });
            Assert.True(answer is "NotNow" or "NotYours", $"{route}: {answer}");
        }

        Assert.Equal(ActionState.Reported, (await ItemAsync(page)).State);
        // Somebody of the asking agency who had no part in it does.
        var version = (await ItemAsync(page)).Version;
        Assert.Equal("ChangedMeanwhile", await MoveAsync(new(fresh, "F", [asking], fresh), item.Id, ActionMove.Verify, new ActionFields { Version = version - 1, Note = "baik" }));
        Assert.Null(await MoveAsync(new(fresh, "F", [asking], fresh), item.Id, ActionMove.Verify, new ActionFields { Version = (await ItemAsync(page)).Version, Note = "baik" }));

        // What an agency asked of itself, nobody of it verifies: the head of another one there does.
        var self = await AskAsync(police, "Apel internal", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        await police.OpenAsync(self);
        foreach (var move in (string[])["Accept", "Begin", "Report"]) await police.SendAsync("kerja", ("Work.Move", move));
        using var chief = await house.EnterAsync("kapolres");
        await chief.OpenAsync(self);
        Assert.Empty(chief.Page.QuerySelectorAll("input[name=_handler][value=periksa]"));
        using var dandim = await house.EnterAsync("dandim");
        await dandim.OpenAsync(self);
        await dandim.SendAsync("periksa", ("Check.Move", "Verify"), ("Check.Note", "Hadir saat apel"));
        Assert.Equal(ActionState.Verified, (await ItemAsync(self)).State);
    }

    [Fact]
    public async Task WorkIsGivenDownwardsAndAcrossByTheDeskAlone()
    {
        using var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/tindak-lanjut/baru");
        var owners = camat.Page.QuerySelectorAll("select[name='Input.Owner'] option").Select(o => o.TextContent).ToList();
        Assert.Contains("Kecamatan Pasirian", owners);
        Assert.Contains(owners, o => o.StartsWith("Desa ", StringComparison.Ordinal));
        Assert.DoesNotContain("Polsek Pasirian", owners);
        Assert.DoesNotContain("Polres Lumajang", owners);
        // An id that is not offered is not taken either, nor another's area.
        using var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/tindak-lanjut/baru");
        var polres = desk.Page.QuerySelectorAll("select[name='Input.Owner'] option").Single(o => o.TextContent == "Polres Lumajang").GetAttribute("value")!;
        var own = camat.Page.QuerySelectorAll("select[name='Input.Owner'] option").Single(o => o.TextContent == "Kecamatan Pasirian").GetAttribute("value")!;
        await camat.SendAsync("baru", ("Input.Title", "Tugas liar"), ("Input.Owner", polres), ("Input.AreaCode", "35.08.04"), ("Input.DueKind", "tanpa"));
        Assert.Contains("Pilih instansi", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("baru", ("Input.Title", "Tugas liar"), ("Input.Owner", own), ("Input.AreaCode", "35.08.05"), ("Input.DueKind", "tanpa"));
        Assert.Contains("Pilih wilayah", camat.Text, StringComparison.Ordinal);
        Assert.False(await house.Here.AskAsync(d => d.Set<ActionItem>().AnyAsync(i => i.Title == "Tugas liar")));
        // A battalion has no area of its own to ask anything for, and still sees what is asked of it.
        using var battalion = await house.EnterAsync("danyon");
        var page = await AskAsync(desk, "Siapkan satu peleton cadangan", "Batalyon 527", ("Input.DueKind", "tanpa"));
        await battalion.OpenAsync("/tindak-lanjut/instansi-saya");
        Assert.Contains("Siapkan satu peleton cadangan", battalion.Text, StringComparison.Ordinal);
        await battalion.OpenAsync(page);
        await battalion.SendAsync("kerja", ("Work.Move", "Accept"));
        Assert.Equal(ActionState.Accepted, (await ItemAsync(page)).State);
    }

    [Fact]
    public async Task WhoChangesTheIdInTheAddressIsToldThatNothingIsThere()
    {
        using var police = await house.EnterAsync("kabagops");
        foreach (var tail in (string[])["", "/peta", "/unduh", $"/bukti/{house.OtherEvidence}"])
            Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync($"/tindak-lanjut/{house.OtherAction}{tail}")).StatusCode);
        // The evidence of another item is not found under the own one.
        Assert.Equal(HttpStatusCode.NotFound, (await police.GetAsync($"/tindak-lanjut/{house.OwnAction}/bukti/{house.OtherEvidence}")).StatusCode);
        // A village head finds his part and not that of the neighbour.
        using var head = await house.EnterAsync("kades");
        var parts = await house.Here.AskAsync(d => d.Set<ActionItem>().Where(i => i.ParentId != null && i.Parent!.Title.StartsWith("Cek kesiapan")).ToDictionaryAsync(i => i.AreaCode, i => i.Id));
        Assert.Equal(HttpStatusCode.OK, (await head.GetAsync($"/tindak-lanjut/{parts["35.08.04.2001"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/tindak-lanjut/{parts["35.08.04.2002"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/tindak-lanjut/{house.OwnAction}")).StatusCode);
        await head.OpenAsync("/tindak-lanjut");
        Assert.Equal("/tindak-lanjut/instansi-saya", head.Address.AbsolutePath);
    }

    [Fact]
    public async Task APhotoIsKeptWithoutWhatThePhoneWroteIntoIt()
    {
        using var desk = await house.EnterAsync("desk");
        using var police = await house.EnterAsync("kabagops");
        var page = await AskAsync(desk, "Foto pos", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        await police.OpenAsync(page);
        await police.SendAsync("kerja", ("Work.Move", "Accept"));
        await police.SendAsync("kerja", ("Work.Move", "Begin"));
        // What calls itself a photo and is none is refused, and so is a photo with a broken inside.
        await police.SendAsync("kerja", [("Work.Move", "AddEvidence")], ("Work.File", "foto.jpg", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>")));
        Assert.Contains("tidak diterima", police.Text, StringComparison.Ordinal);
        await police.SendAsync("kerja", [("Work.Move", "AddEvidence")], ("Work.File", "foto.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]));
        Assert.Contains("tidak dapat dibaca", police.Text, StringComparison.Ordinal);
        var sent = WithExif(Picture(SKEncodedImageFormat.Jpeg));
        Assert.Contains("RAHASIA", Encoding.Latin1.GetString(sent), StringComparison.Ordinal);
        await police.SendAsync("kerja", [("Work.Move", "AddEvidence")], ("Work.File", "../../IMG <1>.html.jpg", sent));
        using var answer = await desk.GetAsync(await EvidenceAsync(page));
        var kept = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("RAHASIA", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.EndsWith(".jpg", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        // It was held on its side: what is kept stands upright without being told so.
        using var picture = SKBitmap.Decode(kept);
        Assert.Equal((30, 40), (picture.Width, picture.Height));
        var stored = await house.Here.AskAsync(d => d.Set<StoredFile>().OrderByDescending(f => f.At).FirstAsync());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(kept)), stored.Digest);
    }

    [Fact]
    public async Task DueDaysCountedFromAVotingDayMoveWithIt()
    {
        var day = await house.Here.WithAsync((OfficeClock clock) => Task.FromResult(clock.Today));
        var election = await house.Here.AskAsync(d => ElectionStore.AddAsync(d, "pilkada-geser", "Pilkada Geser", ElectionKind.Pilkada, day.AddDays(20), House.OwnKabupaten, [], [], CancellationToken.None));
        using var desk = await house.EnterAsync("desk");
        var page = await AskAsync(desk, "Apel pergeseran pasukan", "Polres Lumajang", ("Input.DueKind", "h"), ("Input.DueElection", "pilkada-geser"), ("Input.DueOffset", "-2"));
        Assert.Equal(day.AddDays(18), await DueAsync());
        await house.Here.AskAsync(d => d.Set<Server.Elections.Election>().Where(e => e.Id == election).ExecuteUpdateAsync(s => s.SetProperty(e => e.VotingDay, day.AddDays(-3))));
        Assert.Equal(day.AddDays(-5), await DueAsync());
        await desk.OpenAsync(page);
        Assert.Contains("lewat 5 hari", desk.Text, StringComparison.Ordinal);
        Assert.Contains("H-2, Pilkada Geser", desk.Text, StringComparison.Ordinal);
        // Late it stands on the agenda of the next rakor, and on no other kabupaten's.
        var id = IdOf(page);
        Assert.Contains(await PendingAsync(House.OwnKabupaten), b => b.Id == id && b.Overdue);
        Assert.DoesNotContain(await PendingAsync(House.OtherKabupaten), b => b.Id == id);
        // Not long enough for an escalation; two days later a person may, and nobody did by itself.
        Assert.Empty(desk.Page.QuerySelectorAll("input[name=_handler][value=eskalasi]"));
        await house.Here.AskAsync(d => d.Set<Server.Elections.Election>().Where(e => e.Id == election).ExecuteUpdateAsync(s => s.SetProperty(e => e.VotingDay, day.AddDays(-5))));
        await desk.OpenAsync(page);
        Assert.Contains(await PendingAsync(House.OwnKabupaten), b => b.Id == id && !b.Escalated);
        await desk.SendAsync("eskalasi");
        Assert.Contains(await PendingAsync(House.OwnKabupaten), b => b.Id == id && b.Escalated);
        // Reminded once a day, and shown so to the owner.
        await desk.OpenAsync(page);
        await desk.SendAsync("ingatkan");
        Assert.Empty(desk.Page.QuerySelectorAll("input[name=_handler][value=ingatkan]"));
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<ActionStep>().CountAsync(s => s.ItemId == id && s.Kind == StepKind.Reminder)));
        await house.Here.AskAsync(d => d.Set<Server.Elections.Election>().Where(e => e.Id == election).ExecuteUpdateAsync(s => s.SetProperty(e => e.VotingDay, (DateOnly?)null)));
        Assert.Null(await DueAsync());

        Task<DateOnly?> DueAsync() => house.Here.WithAsync(async (IServiceProvider services) => (await ActionDue.OfAsync(services.GetRequiredService<Database>(), services.GetRequiredService<OfficeClock>(), CancellationToken.None)).Of(await ItemAsync(page)));
    }

    [Fact]
    public async Task ARepeatedItemComesAgainWhenItWasVerified()
    {
        using var desk = await house.EnterAsync("desk");
        using var police = await house.EnterAsync("kabagops");
        var page = await AskAsync(desk, "Patroli tiap Jumat", "Polres Lumajang", ("Input.DueKind", "minggu"), ("Input.Weekday", "5"));
        var first = await ItemAsync(page);
        Assert.Equal(DayOfWeek.Friday, first.Due!.Value.DayOfWeek);
        await police.OpenAsync(page);
        foreach (var move in (string[])["Accept", "Begin", "Report"]) await police.SendAsync("kerja", ("Work.Move", move));
        await desk.OpenAsync(page);
        await desk.SendAsync("periksa", ("Check.Move", "Verify"), ("Check.Note", "Dilihat"));
        var next = await house.Here.AskAsync(d => d.Set<ActionItem>().SingleAsync(i => i.Title == "Patroli tiap Jumat" && i.State == ActionState.Created));
        Assert.Equal((first.Due.Value.AddDays(7), first.AskerId, first.OwnerId), (next.Due!.Value, next.AskerId, next.OwnerId));
    }

    [Theory]
    [InlineData(ActionRepeat.Weekly, 1, "2026-06-01", "2026-06-08")]
    [InlineData(ActionRepeat.Weekly, 7, "2026-06-01", "2026-06-07")]
    [InlineData(ActionRepeat.Monthly, 31, "2026-01-31", "2026-02-28")]
    [InlineData(ActionRepeat.Monthly, 15, "2026-01-14", "2026-01-15")]
    [InlineData(ActionRepeat.Monthly, 15, "2026-12-15", "2027-01-15")]
    internal void TheNextDayIsTheOneAfter(ActionRepeat repeat, int on, string after, string next) =>
        Assert.Equal(DateOnly.Parse(next, System.Globalization.CultureInfo.InvariantCulture), ActionDue.Next(repeat, on, DateOnly.Parse(after, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task AnOrderIsKonsepUntilItsSignedPaperIsHereAndThenChangesNoMore()
    {
        using var desk = await house.EnterAsync("desk");
        using var police = await house.EnterAsync("kabagops");
        var page = await AskAsync(desk, "Kawal logistik", "Polres Lumajang", ("Input.DueKind", "tanpa"));
        await desk.OpenAsync($"{page}/perintah");
        await desk.SendAsync("perintah", ("Input.Kind", "Spt"), ("Input.Addressee", "Kapolres Lumajang"), ("Input.Reference", "Rakor"), ("Input.Text", "Mengawal truk\nMelapor"), ("Input.Signer", "Sekretaris Daerah"));
        Assert.Contains("KONSEP", await PaperAsync(), StringComparison.Ordinal);
        Assert.Contains("diisi TU", await PaperAsync(), StringComparison.Ordinal);
        await desk.SendAsync("nomor", ("Registry.Number", "100/CONTOH"));
        await police.OpenAsync($"{page}/perintah");
        Assert.Empty(police.Page.QuerySelectorAll("main input[name=_handler]"));
        await desk.SendAsync("naskah", [], ("Signed.Scan", "spt.pdf", "%PDF-1.7 bertanda tangan"u8.ToArray()));
        Assert.DoesNotContain("KONSEP", await PaperAsync(), StringComparison.Ordinal);
        Assert.Contains("100/CONTOH", await PaperAsync(), StringComparison.Ordinal);
        // Given, it changes by no form; whoever it is for says that it was read.
        Assert.Equal(HttpStatusCode.BadRequest, await police.PostAsync($"{page}/perintah", "perintah", [("Input.Text", "lain")]));
        Assert.Empty(desk.Page.QuerySelectorAll("main input[name=_handler]"));
        await police.OpenAsync($"{page}/perintah");
        await police.SendAsync("baca");
        Assert.Contains("Kabag Ops, Polres Lumajang", police.Text, StringComparison.Ordinal);
        using var scan = await police.GetAsync($"{page}/naskah");
        Assert.Equal("attachment", scan.Content.Headers.ContentDisposition?.DispositionType);
        using var kades = await house.EnterAsync("kades");
        Assert.Equal(HttpStatusCode.NotFound, (await kades.GetAsync($"{page}/perintah.pdf")).StatusCode);

        async Task<string> PaperAsync()
        {
            using var pdf = await desk.GetAsync($"{page}/perintah.pdf");
            return Poppler.Run("pdftotext", await pdf.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "-raw", "-", "-");
        }
    }

    [Fact]
    public async Task TheListGoesOutAsItIsFiltered()
    {
        using var desk = await house.EnterAsync("desk");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/tindak-lanjut/unduh?status=Returned"));
        var row = Assert.Single(rows, r => r["Tindak lanjut"] == "Daftar kontak darurat setiap Polsek");
        Assert.Equal(("Pengamanan", "Polres Lumajang", "Dikembalikan", "2", "15"), (row["Jenis"], row["Instansi"], row["Status"], row["Lewat (hari)"], row["Umur (hari)"]));
        Assert.All(rows, r => Assert.Equal("Dikembalikan", r["Status"]));
        Assert.DoesNotContain(Workbooks.Rows(await Workbooks.DownloadAsync(desk, "/tindak-lanjut/unduh")), r => r["Tindak lanjut"].Contains(House.Marker, StringComparison.Ordinal));
    }

    /// <summary>Asks something of an agency over the kabupaten; the item's address.</summary>
    private static async Task<string> AskAsync(Visitor visitor, string title, string owner, params (string, string)[] more)
    {
        await visitor.OpenAsync("/tindak-lanjut/baru");
        var agency = visitor.Page.QuerySelectorAll("select[name='Input.Owner'] option").Single(o => o.TextContent == owner).GetAttribute("value")!;
        await visitor.SendAsync("baru", [("Input.Title", title), ("Input.Owner", agency), ("Input.AreaCode", House.OwnKabupaten), ("Input.Kind", "Guarding"), ("Input.EscalateAfterDays", "7"), .. more]);
        Assert.True(Guid.TryParse(visitor.Address.Segments[^1], out _), visitor.Text);
        return visitor.Address.AbsolutePath;
    }

    private async Task<string?> MoveAsync(Reader reader, Guid item, ActionMove move, ActionFields fields)
    {
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var current = new CurrentReader((_, _) => Task.FromResult(reader), new HttpContextAccessor { HttpContext = new DefaultHttpContext() });
        return await new MoveAction(database, current, new AuditLog(database, current, TimeProvider.System), scope.ServiceProvider.GetRequiredService<OfficeClock>()).RunAsync(item, move, fields, CancellationToken.None);
    }

    private Task<IReadOnlyList<ActionBrief>> PendingAsync(string area) => house.Here.WithAsync((IServiceProvider services) =>
        ActionStore.PendingAsync(services.GetRequiredService<Database>(), AreaSet.Of(area), services.GetRequiredService<OfficeClock>(), CancellationToken.None));

    private async Task<string> EvidenceAsync(string page)
    {
        var id = IdOf(page);
        return $"{page}/bukti/{await house.Here.AskAsync(d => d.Set<ActionEvidence>().Where(e => e.ItemId == id).Select(e => e.Id).SingleAsync())}";
    }

    private Task<ActionItem> ItemAsync(string page) => house.Here.AskAsync(d => d.Set<ActionItem>().AsNoTracking().SingleAsync(i => i.Id == IdOf(page)));

    private static Guid IdOf(string page) => Guid.Parse(page.Split('/')[^1]);

    private static byte[] Picture(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(40, 30);
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // As a phone writes it: held on its side (orientation 6), with a maker and a place in words that would be read.
    private static byte[] WithExif(byte[] jpeg)
    {
        byte[] tiff = [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "RAHASIA -8.1335 113.2221 HP Contoh"u8];
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 0xFF), .. body, .. jpeg[2..]];
    }
}
