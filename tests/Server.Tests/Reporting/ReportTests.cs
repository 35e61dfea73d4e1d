using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Reporting;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Documents.Templates;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Reporting;

/// <summary>Reports through the pages: NIHIL, late and missing ones, corrections, what comes by telephone, what is put together, superiors' forms, anev.</summary>
[Trait("Database", "each")]
public sealed class ReportTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheCamatSaysNihilWithOneTouchAndTheDeskSeesWhoIsSilent()
    {
        var (schedule, slot) = await AskAsync(ReportLevel.Kecamatan, TimeSpan.FromMinutes(10));
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync($"/laporan?jadwal={schedule}&waktu={slot.Code}");
        Assert.Contains("0 dari 21 kecamatan sudah melapor", desk.Text, StringComparison.Ordinal);
        Assert.Contains("21 belum ada kabar", desk.Text, StringComparison.Ordinal);

        var camat = await house.VisitAsync("camat");
        await camat.OpenAsync("/");
        Assert.Contains("belum dikirim", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync("laporan");
        Assert.Contains("Sudah diterima", camat.Text, StringComparison.Ordinal);
        Assert.Contains("Aman, NIHIL", camat.Text, StringComparison.Ordinal);
        Assert.Contains("Kejadian menonjol: NIHIL.", camat.Text, StringComparison.Ordinal);
        // The same touch a second time is the same report.
        var first = camat.Address.AbsolutePath;
        await camat.PostAsync(Form(schedule, slot.Code, await AgencyAsync("Kecamatan Pasirian")), "laporan", ("Input.Nihil", "true"), ("Input.Seen", "0"));
        Assert.Equal(1, await CountAsync(schedule, slot));

        // A correction is a version beside it, and the report was in time all the same.
        await camat.OpenAsync(Form(schedule, slot.Code, null));
        await camat.SendAsync("laporan", ("Input.Nihil", "false"), ("Input.Situation", "Hujan lebat sejak subuh."), ("Input.Entries[0].What", "Longsor kecil"), ("Input.Entries[0].Where", "Dusun Contoh"), ("Input.Entries[0].Weight", "Notable"), ("Input.Tomorrow", "Patroli malam\nCek poskamling"));
        Assert.Contains("Longsor kecil", camat.Text, StringComparison.Ordinal);
        await camat.OpenAsync(first);
        Assert.Contains("Sudah ada versi yang lebih baru", camat.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/laporan?jadwal={schedule}&waktu={slot.Code}");
        Assert.Contains("1 dari 21 kecamatan sudah melapor, 0 NIHIL", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("terlambat", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Menonjol", desk.Text, StringComparison.Ordinal);

        // What came by telephone is taken down by who asked, and by nobody else.
        var tempeh = await AgencyAsync("Kecamatan Tempeh");
        await camat.OpenAsync(Form(schedule, slot.Code, tempeh));
        Assert.Equal(HttpStatusCode.NotFound, camat.Status);
        await desk.OpenAsync(Form(schedule, slot.Code, tempeh));
        await desk.SendAsync("laporan", ("Input.Nihil", "true"));
        Assert.Contains("Pilih lewat apa", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("laporan", ("Input.Nihil", "true"), ("Input.Via", "Radio"));
        Assert.Contains("lewat HT", desk.Text, StringComparison.Ordinal);

        // Put together: the parts stay, and one that comes later is told.
        await desk.OpenAsync($"/laporan/rekap?jadwal={schedule}&waktu={slot.Code}");
        await desk.SendAsync("rekap", ("Input.Situation", "Situasi kabupaten terkendali."));
        Assert.Contains("Rekap tersimpan", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Kepada Yth. Bupati Lumajang.", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Kecamatan Pasirian: Longsor kecil, Dusun Contoh", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync(Form(schedule, slot.Code, tempeh));
        await desk.SendAsync("laporan", ("Input.Situation", "Listrik padam satu jam."), ("Input.Via", "Telephone"));
        await desk.OpenAsync($"/laporan/rekap?jadwal={schedule}&waktu={slot.Code}");
        Assert.Contains("1 laporan masuk atau berubah", desk.Text, StringComparison.Ordinal);
        Assert.Contains("belum masuk rekap", desk.Text, StringComparison.Ordinal);

        // The superior's form is filled from it.
        using var file = await desk.GetAsync($"/laporan/rekap/formulir/{house.OwnForm}?jadwal={schedule}&waktu={slot.Code}");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Empty(OfficeTemplate.FieldsOf(await file.Content.ReadAsByteArrayAsync()));
        using var table = await desk.GetAsync($"/laporan/unduh?jadwal={schedule}&waktu={slot.Code}");
        Assert.EndsWith("spreadsheetml.sheet", table.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);

        // Anev: what was planned is told the next day, by whose plan it is, and why not where it was not.
        var plan = await house.Here.AskAsync(d => d.Set<DayPlan>().SingleAsync(p => p.What == "Patroli malam"));
        Assert.Equal(slot.Day.AddDays(1), plan.Day);
        await house.Here.AskAsync(d => d.Set<DayPlan>().Where(p => p.Id == plan.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Day, slot.Day)));
        var review = $"/laporan/anev?tanggal={slot.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        await desk.OpenAsync(review);
        Assert.Empty(desk.Page.QuerySelectorAll($"input[value='hasil-{plan.Id}']"));
        await camat.OpenAsync(review);
        await camat.SendAsync($"hasil-{plan.Id}", ("Told.Carried", "false"));
        Assert.Contains("Isi sebab tidak terlaksana", camat.Text, StringComparison.Ordinal);
        await camat.SendAsync($"hasil-{plan.Id}", ("Told.Carried", "false"), ("Told.Note", "Jalan tertutup longsor"));
        Assert.Contains("Jalan tertutup longsor", camat.Text, StringComparison.Ordinal);
        await desk.OpenAsync("/lembar-pimpinan");
        Assert.Contains("Longsor kecil, Dusun Contoh", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReportAfterTheGraceIsLateAndSoMuchIsSaid()
    {
        var (schedule, slot) = await AskAsync(ReportLevel.Agency, TimeSpan.FromMinutes(95));
        var order = await house.VisitAsync("satpolpp");
        await order.OpenAsync(Form(schedule, slot.Code, null));
        await order.SendAsync("laporan", ("Input.Situation", "Dua regu siaga."));
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync($"/laporan?jadwal={schedule}&waktu={slot.Code}");
        Assert.Matches("terlambat 9[5-9] menit", desk.Text);

        // An hour that is still far off is not reported yet, one that is none not at all.
        await SetAsync(schedule, Now.AddHours(5));
        var ahead = Slot(Now.AddHours(5));
        await order.OpenAsync(Form(schedule, ahead.Code, null));
        await order.SendAsync("laporan", ("Input.Nihil", "true"));
        Assert.Contains("Belum waktunya", order.Text, StringComparison.Ordinal);
        await order.OpenAsync(Form(schedule, Slot(Now.AddHours(4)).Code, null));
        Assert.Equal(HttpStatusCode.NotFound, order.Status);

        // What happens between two hours is reported at once; sent twice it is one.
        await order.OpenAsync($"/laporan/kirim?jadwal={schedule}&waktu=khusus");
        var once = order.Page.QuerySelector("input[name='Input.Once']")!.GetAttribute("value")!;
        await order.SendAsync("laporan");
        Assert.Contains("sekurangnya satu kejadian", order.Text, StringComparison.Ordinal);
        await order.SendAsync("laporan", ("Input.Entries[0].What", "Baliho roboh"), ("Input.Entries[0].Where", "Jalan Contoh"), ("Input.Entries[0].Weight", "Ordinary"));
        Assert.Contains("Laporan khusus", order.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await order.OpenAsync($"/laporan/kirim?jadwal={schedule}&waktu=khusus");
        await order.PostAsync($"/laporan/kirim?jadwal={schedule}&waktu=khusus", "laporan", ("Input.Once", once), ("Input.Entries[0].What", "Baliho roboh"), ("Input.Entries[0].Where", "Jalan Contoh"), ("Input.Entries[0].Weight", "Ordinary"));
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<SituationReport>().CountAsync(r => r.ScheduleId == schedule && r.Minute == null)));
    }

    [Fact]
    public async Task VillagesAreNeverAskedAndThePolicesReportsAreThePolices()
    {
        var village = await house.VisitAsync("kades");
        await village.OpenAsync("/laporan");
        Assert.Equal(HttpStatusCode.Forbidden, village.Status);
        var (schedule, slot) = await AskAsync(ReportLevel.Polsek, TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(await house.Here.AskAsync(async d => await ReportScope.ReportersAsync(d, await d.Set<ReportSchedule>().SingleAsync(s => s.Id == schedule), CancellationToken.None)), r => r.AreaCode.Length > 8);
        var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync(Form(schedule, slot.Code, null));
        await polsek.SendAsync("laporan", ("Input.Situation", "Rahasia dapur Polsek"));
        var report = await house.Here.AskAsync(d => d.Set<SituationReport>().SingleAsync(r => r.Situation == "Rahasia dapur Polsek"));
        var desk = await house.VisitAsync("desk");
        foreach (var path in (string[])[$"/laporan/{report.Id}", $"/laporan/unduh?jadwal={schedule}&waktu={slot.Code}", $"/laporan/rekap?jadwal={schedule}&waktu={slot.Code}"])
        {
            using var answer = await desk.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, answer.StatusCode));
        }

        await desk.OpenAsync($"/laporan?jadwal={schedule}&waktu={slot.Code}");
        Assert.DoesNotContain("Polsek", desk.Text, StringComparison.Ordinal);
        var chief = await house.VisitAsync("kabagops");
        await chief.OpenAsync($"/laporan/{report.Id}");
        Assert.Contains("Rahasia dapur Polsek", chief.Text, StringComparison.Ordinal);
        // The Desk's schedule is not the Polres's to change, and the other way round.
        foreach (var (who, level, status) in ((string, string, HttpStatusCode)[])[("kabagops", "Kecamatan", HttpStatusCode.NotFound), ("desk", "Polsek", HttpStatusCode.NotFound), ("satpolpp", "Kecamatan", HttpStatusCode.NotFound), ("camat", "Kecamatan", HttpStatusCode.NotFound), ("desk", "Agency", HttpStatusCode.OK)])
        {
            var visitor = await house.EnterAsync(who);
            await visitor.OpenAsync($"/laporan/jadwal/{level}");
            Assert.Equal((who, level, status), (who, level, visitor.Status));
        }
    }

    [Fact]
    public async Task ANewRhythmHoldsFromTomorrowAndOneThatContradictsItselfIsRefused()
    {
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/laporan/jadwal/Agency");
        (string, string)[] sound = [("Input.Name", "Laporan instansi"), ("Input.Grace", "45"), ("Input.Closing", "Aman."), ("Input.Routine.Every", "Monthly"), ("Input.Routine.On", "1"), ("Input.Routine.Times", "10.00")];
        await desk.SendAsync("jadwal", [.. sound, ("Input.Phases[0].From", "-7"), ("Input.Phases[0].To", "0"), ("Input.Phases[0].Every", "Daily"), ("Input.Phases[0].Times", "20.00"), ("Input.Phases[1].From", "0"), ("Input.Phases[1].To", "3"), ("Input.Phases[1].Every", "Daily"), ("Input.Phases[1].Times", "9, 24.00")]);
        Assert.Contains("Masa 2: Bertumpuk dengan masa lain", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("jadwal", [.. sound, ("Input.Phases[0].From", "-7"), ("Input.Phases[0].To", "-1"), ("Input.Phases[0].Every", "Daily"), ("Input.Phases[0].Times", "jam delapan")]);
        Assert.Contains("Masa 1: Jam ditulis seperti", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("jadwal", [.. sound, ("Input.Phases[1].From", "0"), ("Input.Phases[1].To", "3"), ("Input.Phases[1].Every", "Daily"), ("Input.Phases[1].Times", "9, 24.00")]);
        Assert.Contains("09.00, 23.59", desk.Text, StringComparison.Ordinal);
        var rhythms = await house.Here.AskAsync(d => d.Set<ReportRhythm>().Where(r => d.Set<ReportSchedule>().Any(s => s.Id == r.ScheduleId && s.AreaCode == House.OwnKabupaten && s.Level == ReportLevel.Agency)).OrderBy(r => r.ValidFrom).ToListAsync());
        Assert.Equal(DateOnly.FromDateTime(Now.DateTime).AddDays(1), rhythms[^1].ValidFrom);
        Assert.Equal(2, rhythms.Count);
    }

    [Fact]
    public async Task AFormWithAFieldThatNobodyKnowsIsRefusedByItsName()
    {
        var chief = await house.VisitAsync("kabagops");
        await chief.OpenAsync("/laporan/formulir");
        await chief.SendAsync("formulir", [("Input.Name", "Formulir Polda")], ("Input.File", "polda.docx", OfficeFiles.Word("{{tanggal}} {{jumlah_massa}}")));
        Assert.Contains("{{jumlah_massa}}", chief.Text, StringComparison.Ordinal);
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<StoredFile>().CountAsync(f => f.Name == "polda.docx")));
        await chief.SendAsync("formulir", [("Input.Name", "Formulir Polda")], ("Input.File", "polda.docx", "PK\u0003\u0004 bukan"u8.ToArray()));
        Assert.Equal(0, await house.Here.AskAsync(d => d.Set<ReportForm>().CountAsync(f => f.Name == "Formulir Polda")));
        await chief.SendAsync("formulir", [("Input.Name", "Formulir Polda")], ("Input.File", "polda.docx", OfficeFiles.Word("{{tanggal}}")));
        Assert.Contains("Formulir Polda", chief.Text, StringComparison.Ordinal);
        // It is the agency's alone.
        var form = await house.Here.AskAsync(d => d.Set<ReportForm>().SingleAsync(f => f.Name == "Formulir Polda"));
        var desk = await house.VisitAsync("desk");
        await desk.OpenAsync("/laporan/formulir");
        Assert.DoesNotContain("Formulir Polda", desk.Text, StringComparison.Ordinal);
        await desk.PostAsync("/laporan/formulir", $"hapus-{form.Id}", ("Gone.Id", form.Id.ToString()));
        await chief.SendAsync($"hapus-{form.Id}");
        Assert.Equal((0, 0), await house.Here.AskAsync(async d => (await d.Set<ReportForm>().CountAsync(f => f.Id == form.Id), await d.Set<StoredFile>().CountAsync(f => f.Id == form.FileId))));
    }

    private DateTimeOffset Now => house.Here.Services.GetService(typeof(OfficeClock)) is OfficeClock clock ? clock.Now : throw new InvalidOperationException();

    private static string Form(Guid schedule, string slot, Guid? agency) => $"/laporan/kirim?jadwal={schedule}&waktu={slot}{(agency is null ? "" : $"&instansi={agency}")}";

    private static ReportSlot Slot(DateTimeOffset at) => new(DateOnly.FromDateTime(at.DateTime), new TimeOnly(at.Hour, at.Minute));

    private Task<Guid> AgencyAsync(string name) => house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Name == name).Select(a => a.Id).SingleAsync());

    private Task<int> CountAsync(Guid schedule, ReportSlot slot) => house.Here.AskAsync(d => d.Set<SituationReport>().CountAsync(r => r.ScheduleId == schedule && r.Day == slot.Day && r.Minute == slot.Minute));

    // The sample's schedule, so that its last hour was so long ago.
    private async Task<(Guid Schedule, ReportSlot Slot)> AskAsync(ReportLevel level, TimeSpan ago)
    {
        var schedule = await house.Here.AskAsync(d => d.Set<ReportSchedule>().Where(s => s.AreaCode == House.OwnKabupaten && s.Level == level).Select(s => s.Id).SingleAsync());
        var at = Now - ago;
        await SetAsync(schedule, at);
        return (schedule, Slot(at));
    }

    private Task<int> SetAsync(Guid schedule, DateTimeOffset at)
    {
        var content = SlotCalendar.Write(new Rhythm(new(null, null, Frequency.Daily, 0, [Slot(at).Time]), []));
        return house.Here.AskAsync(d => d.Set<ReportRhythm>().Where(r => r.ScheduleId == schedule).ExecuteUpdateAsync(s => s.SetProperty(r => r.Content, content)));
    }
}
