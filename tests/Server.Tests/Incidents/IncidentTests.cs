using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Incidents;
using TigaPilar.Server.Incidents.Bawaslu;
using TigaPilar.Server.Incidents.Intake;
using TigaPilar.Server.Incidents.Triage;
using TigaPilar.Server.Offices;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Territory.Import.Engine;

namespace TigaPilar.Server.Tests.Incidents;

/// <summary>From a note of two fields to "tuntas, dicek oleh": who reports, sorts, answers and checks.</summary>
[Trait("Database", "each")]
public sealed class IncidentTests(House house) : IClassFixture<House>
{
    private const string Sort = "/kejadian/pilah";

    [Fact]
    public async Task ASmallProblemOfAVillageIsSortedByTheCamatAnsweredAndCheckedByAnother()
    {
        var village = await house.EnterAsync("kades");
        await village.OpenAsync("/kejadian/lapor");
        await village.SendAsync("lapor", ("Input.What", "Lampu jalan padam dan ada yang berkumpul minum"), ("Input.Where", "Pertigaan Contoh"));
        Assert.Contains("Sudah diterima", village.Text, StringComparison.Ordinal);
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Where == "Pertigaan Contoh"));
        Assert.Equal((ReportStanding.Report, ReportState.New, 13), (report.Standing, report.State, report.AreaCode.Length));
        // A village sorts nothing, and sees what its own office reported.
        await village.OpenAsync($"{Sort}?laporan={report.Id}");
        Assert.Empty(village.Page.QuerySelectorAll("input[value='jadikan']"));

        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync($"{Sort}?laporan={report.Id}");
        Assert.Contains("Lampu jalan padam", camat.Text, StringComparison.Ordinal);
        var order = await AgencyAsync("Satpol PP Kabupaten Lumajang");
        await camat.SendAsync("jadikan", ("Make.Title", "Minum di pertigaan"), ("Make.Kind", Kind(camat, "Gangguan ketertiban umum")), ("Make.Weight", "Attention"), ("Make.Agency", order.ToString()));
        Assert.Contains("Dijadikan kejadian", camat.Text, StringComparison.Ordinal);
        var incident = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Title == "Minum di pertigaan"));
        var page = $"/kejadian/{incident.Id}";

        var answers = await house.EnterAsync("satpolpp");
        await answers.OpenAsync("/");
        Assert.Contains("Minum di pertigaan", answers.Text, StringComparison.Ordinal);
        await answers.OpenAsync(page);
        await answers.SendAsync("langkah-Accept");
        await answers.SendAsync("langkah-SetOut");
        await answers.SendAsync("langkah-AskSupport", ("Input.Agency", (await AgencyAsync("Polsek Pasirian")).ToString()), ("Input.Note", "Perlu dua anggota"));
        await answers.SendAsync("langkah-Arrive");
        await answers.SendAsync("langkah-Answer");
        Assert.Contains("Isi hasilnya", answers.Text, StringComparison.Ordinal);
        await answers.SendAsync("langkah-Answer", ("Input.Note", "Dibubarkan baik-baik; lampu dilaporkan ke PLN"));
        Assert.Contains("selesai, menunggu dicek", answers.Text, StringComparison.Ordinal);
        // Whoever answered it does not close it, by whatever form is sent.
        Assert.Empty(answers.Page.QuerySelectorAll("input[value='langkah-Close']"));
        await answers.PostAsync(page, "langkah-Close", ("Input.Move", "Close"), ("Input.Note", "Sudah"));
        Assert.Equal(IncidentState.Answered, await StateAsync(incident.Id));
        await camat.OpenAsync(page);
        await camat.SendAsync("langkah-Close", ("Input.Note", "Dilihat di tempat pukul 21.00"));
        Assert.Contains("Tuntas, dicek oleh", camat.Text, StringComparison.Ordinal);
        await village.OpenAsync(page);
        Assert.Contains("Tuntas, dicek oleh", village.Text, StringComparison.Ordinal);
        // What comes back is opened again, and keeps its history.
        await camat.SendAsync("langkah-Reopen", ("Input.Note", "Terulang malam berikutnya"));
        Assert.Contains("dibuka kembali", camat.Text, StringComparison.Ordinal);
        Assert.Equal(IncidentState.Accepted, await StateAsync(incident.Id));
    }

    [Fact]
    public async Task SeveralReportsOfOneThingAreOneIncidentAndOneSentTwiceIsOneReport()
    {
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/kejadian/lapor");
        var id = ((IHtmlInputElement)desk.Page.QuerySelector("input[name='Input.Id']")!).Value;
        (string, string)[] fields = [("Input.What", "Pohon tumbang menutup jalan raya, kendaraan antre"), ("Input.Where", "Jalan Raya Contoh"), ("Input.Area", "35.08.06"), ("Input.Via", "Radio")];
        await desk.SendAsync("lapor", fields);
        await desk.PostAsync("/kejadian/lapor", "lapor", fields.Append(("Input.Id", id)));
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<IncidentReport>().CountAsync(r => r.Where == "Jalan Raya Contoh")));
        await desk.OpenAsync("/kejadian/lapor");
        await desk.SendAsync("lapor", ("Input.What", "ada pohon yg tumbang di jalan raya, kendaraan mengantre panjang"), ("Input.Where", "dekat Jalan Raya Contoh"), ("Input.Area", "35.08.06"), ("Input.Via", "Chat"));
        var reports = await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => r.AreaCode == "35.08.06" && r.Where.Contains("Jalan Raya Contoh")).OrderBy(r => r.At).ToListAsync());
        Assert.All(reports, r => Assert.Equal((ReportChannel.Posko, ReportStanding.EarlyInformation), (r.Channel, r.Standing)));

        await desk.OpenAsync($"{Sort}?laporan={reports[0].Id}");
        Assert.Contains("Bandingkan dengan", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("jadikan", ("Make.Title", "Pohon tumbang di jalan raya"), ("Make.Kind", Kind(desk, "Bencana atau cuaca")), ("Make.Weight", "Notable"), ("Make.Agency", (await AgencyAsync("Satpol PP Kabupaten Lumajang")).ToString()));
        var incident = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Title == "Pohon tumbang di jalan raya"));
        await desk.OpenAsync($"{Sort}?laporan={reports[1].Id}");
        await desk.SendAsync($"gabung-{incident.Id}");
        await desk.OpenAsync($"/kejadian/{incident.Id}");
        Assert.Contains("Laporan tentang kejadian ini (2)", desk.Text, StringComparison.Ordinal);
        // Sorted once: whoever still had it open is told.
        await desk.PostAsync(Sort, "sisihkan", ("Aside.Report", reports[1].Id.ToString()), ("Aside.Reason", "Salah"));
        Assert.Equal(ReportState.Taken, await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => r.Id == reports[1].Id).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task WhatIsOfAnotherAreaIsNeitherReadNorReportedNorSorted()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/kejadian/lapor");
        await camat.SendAsync("lapor", ("Input.What", "Bukan wilayah saya"), ("Input.Where", "Contoh"), ("Input.Area", "35.08.06"));
        Assert.Contains("Pilih wilayah", camat.Text, StringComparison.Ordinal);
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync($"/kejadian/{house.OtherIncident}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
        await desk.OpenAsync(Sort);
        await desk.PostAsync(Sort, "sisihkan", ("Aside.Report", house.OtherIncidentReport.ToString()), ("Aside.Reason", "Bukan urusan kami"));
        Assert.Equal(ReportState.New, await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => r.Id == house.OtherIncidentReport).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task WhoIsNearAndFreeIsOfferedFirstAndWhoIsOnDutyIsRungFromTheIncident()
    {
        var village = await house.EnterAsync("kades");
        await village.OpenAsync("/kejadian/lapor");
        await village.SendAsync("lapor", ("Input.What", "Pagar lapangan roboh"), ("Input.Where", "Lapangan dekat"));
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => r.Where == "Lapangan dekat").Select(r => r.Id).SingleAsync());
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync($"{Sort}?laporan={report}");
        var groups = camat.Page.QuerySelectorAll("#instansi optgroup").Select(g => (Label: g.GetAttribute("label"), Names: g.QuerySelectorAll("option").Select(o => o.TextContent.Trim()).ToList())).ToList();
        Assert.Equal(["Di kecamatan ini", "Yang mencakup tempat ini", "Wilayah lain, yang terdekat dahulu"], groups.Select(g => g.Label));
        Assert.Contains(groups[0].Names, n => n.StartsWith("Polsek Pasirian · ", StringComparison.Ordinal));
        Assert.Contains(groups[1].Names, n => n.StartsWith("Satpol PP Kabupaten Lumajang · ", StringComparison.Ordinal));
        // Those elsewhere with how far they are, from near to far.
        var away = groups[2].Names.Select(n => int.Parse(n.Split(" · ")[1].Split(' ')[0], CultureInfo.InvariantCulture)).ToList();
        Assert.True(away.Count > 10);
        Assert.Equal(away.Order(), away);
        Assert.True(away[0] < 15 && away[^1] > 20, string.Join(", ", away));

        var polsek = await AgencyAsync("Polsek Pasirian");
        var before = OpenOf(groups[0].Names.First(n => n.StartsWith("Polsek Pasirian", StringComparison.Ordinal)));
        await camat.SendAsync("jadikan", ("Make.Title", "Pagar roboh"), ("Make.Kind", Kind(camat, "Gangguan ketertiban umum")), ("Make.Agency", polsek.ToString()));
        var incident = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Title == "Pagar roboh"));
        await camat.OpenAsync($"/kejadian/{incident.Id}");
        Assert.Contains("Posko Desk 24 jam", camat.Page.QuerySelector("#piket-dekat")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(camat.Page.QuerySelectorAll("#piket-dekat a[href^='tel:']"));
        var offered = camat.Page.QuerySelectorAll("#ke-Forward option").Select(o => o.TextContent.Trim()).ToList();
        // Who answers already is not offered; of any other it is told what it has open.
        Assert.DoesNotContain(offered, n => n.StartsWith("Polsek Pasirian", StringComparison.Ordinal));
        await village.OpenAsync("/kejadian/lapor");
        await village.SendAsync("lapor", ("Input.What", "Lampu lapangan mati"), ("Input.Where", "Lapangan dekat"));
        await camat.OpenAsync(Sort);
        Assert.Equal(before + 1, OpenOf(camat.Page.QuerySelectorAll("#instansi option").Select(o => o.TextContent.Trim()).First(n => n.StartsWith("Polsek Pasirian", StringComparison.Ordinal))));

        static int OpenOf(string offered) => offered.EndsWith("bebas", StringComparison.Ordinal) ? 0 : int.Parse(offered.Split(" · ")[^1].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task TwoIncidentsThatAreOneAreMergedAndTakenApartAgainWithBothHistories()
    {
        var desk = await house.EnterAsync("desk");
        var (one, other) = (await MadeAsync(desk, "Kabel listrik putus", "Tikungan Contoh"), await MadeAsync(desk, "Kabel menjuntai di tikungan", "Tikungan Contoh timur"));
        await desk.OpenAsync($"/kejadian/{other}");
        await desk.SendAsync("gabungkan", ("Into", one.ToString()));
        Assert.Contains("Digabungkan ke Kabel listrik putus", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/kejadian/{one}");
        // Both reports tell of it now, from two offices' words or one: the page says how many sources.
        Assert.Contains("Tikungan Contoh timur", desk.Text, StringComparison.Ordinal);
        await desk.OpenAsync($"/kejadian/{other}");
        await desk.SendAsync("uraikan");
        Assert.Null((await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == other))).MergedIntoId);
        foreach (var id in (Guid[])[one, other]) Assert.Equal([StepKind.Made, StepKind.Merged, StepKind.Parted], await house.Here.AskAsync(d => d.Set<IncidentStep>().Where(s => s.IncidentId == id).OrderBy(s => s.Id).Select(s => s.Kind).ToListAsync()));
    }

    [Fact]
    public async Task WhatWasSortedTooFastIsTakenBackAsLongAsNobodyHasAcceptedIt()
    {
        var desk = await house.EnterAsync("desk");
        var first = await MadeAsync(desk, "Plang posko roboh", "Lapangan Contoh");
        Assert.Contains("Dijadikan kejadian dan diteruskan", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("urungkan");
        Assert.Contains("laporan kembali menunggu", desk.Text, StringComparison.Ordinal);
        Assert.Equal("Plang posko roboh", desk.Page.QuerySelector(".said")!.TextContent);
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Where == "Lapangan Contoh"));
        Assert.Equal((ReportState.New, null), (report.State, report.IncidentId));
        Assert.False(await house.Here.AskAsync(d => d.Set<Incident>().AnyAsync(i => i.Id == first)));
        Assert.Equal(["incidents.make", "incidents.unmake"], (await house.Here.AuditAsync()).Where(e => e.Subject == first.ToString()).Select(e => e.Action));
        await desk.OpenAsync($"/kejadian/{first}");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);

        // Sorted again, and back once more from the page of the incident.
        var second = await SortedAsync();
        await desk.OpenAsync($"/kejadian/{second}");
        await desk.SendAsync($"pisah-{report.Id}");
        Assert.Equal($"/kejadian/pilah?laporan={report.Id}", desk.Address.PathAndQuery);

        var third = await SortedAsync();
        var answers = await house.EnterAsync("satpolpp");
        await answers.OpenAsync($"/kejadian/{third}");
        await answers.SendAsync("langkah-Accept");
        await desk.SendAsync("urungkan");
        Assert.Contains("satu-satunya laporan", desk.Text, StringComparison.Ordinal);
        Assert.Equal(IncidentState.Accepted, await StateAsync(third));
        await desk.OpenAsync($"/kejadian/{third}");
        Assert.Empty(desk.Page.QuerySelectorAll($"input[value='pisah-{report.Id}']"));

        async Task<Guid> SortedAsync()
        {
            await desk.OpenAsync($"{Sort}?laporan={report.Id}");
            await desk.SendAsync("jadikan", ("Make.Title", "Plang roboh"), ("Make.Kind", Kind(desk, "Gangguan ketertiban umum")), ("Make.Agency", (await AgencyAsync("Satpol PP Kabupaten Lumajang")).ToString()));
            return await house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Title == "Plang roboh").Select(i => i.Id).SingleAsync());
        }
    }

    [Fact]
    public async Task WhoSortsChangesAWeightWithItsReasonAndOthersDoNot()
    {
        var desk = await house.EnterAsync("desk");
        var id = await MadeAsync(desk, "Tiang miring di jalan kampung", "Gang Contoh");
        var page = $"/kejadian/{id}";
        var before = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        await desk.OpenAsync(page);
        await desk.SendAsync("langkah-Weigh", ("Input.Weight", before.Weight.ToString()), ("Input.Note", "Sama saja"));
        Assert.Contains("Pilih bobot", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync("langkah-Weigh", ("Input.Weight", "Notable"), ("Input.Note", "Kabel sudah di jalan"));
        Assert.Contains("bobot diubah", desk.Text, StringComparison.Ordinal);
        Assert.Contains("Menonjol: Kabel sudah di jalan", desk.Text, StringComparison.Ordinal);
        var after = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        Assert.Equal((IncidentWeight.Notable, before.State, before.StateAt), (after.Weight, after.State, after.StateAt));

        var army = await house.EnterAsync("danramil");
        await army.PostAsync(page, "langkah-Weigh", ("Input.Move", "Weigh"), ("Input.Weight", "Ordinary"), ("Input.Note", "Biasa saja"));
        Assert.Equal(IncidentWeight.Notable, await house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Id == id).Select(i => i.Weight).SingleAsync()));
    }

    [Fact]
    public async Task HowNearADisturbanceIsSayThePoliceAloneWithTheReason()
    {
        var desk = await house.EnterAsync("desk");
        var id = await MadeAsync(desk, "Dua kelompok berkumpul di lapangan", "Lapangan tahap");
        var page = $"/kejadian/{id}";
        // Neither the Desk nor the army, by whatever form is sent.
        await desk.OpenAsync(page);
        Assert.Empty(desk.Page.QuerySelectorAll("#tahap"));
        foreach (var other in (Visitor[])[desk, await house.EnterAsync("pasiops")])
        {
            await other.PostAsync(page, "langkah-Stage", ("Input.Move", "Stage"), ("Input.Stage", "Actual"), ("Input.Note", "Menurut saya"));
            Assert.Null(await StageAsync());
        }

        var ops = await house.EnterAsync("kabagops");
        await ops.OpenAsync(page);
        await ops.SendAsync("langkah-Stage", ("Input.Stage", "Threshold"));
        Assert.Contains("Isi alasan", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("langkah-Stage", ("Input.Stage", "Threshold"), ("Input.Note", "Sudah saling dorong"));
        Assert.Contains("AG, ambang gangguan", ops.Text, StringComparison.Ordinal);
        Assert.Contains("AG: Sudah saling dorong", ops.Text, StringComparison.Ordinal);
        Assert.Contains("Kabag Ops", ops.Page.QuerySelectorAll("tbody tr")[^1].TextContent, StringComparison.Ordinal);
        await ops.SendAsync("langkah-Stage", ("Input.Stage", "Threshold"), ("Input.Note", "Tetap"));
        Assert.Contains("Pilih tahap yang lain", ops.Text, StringComparison.Ordinal);
        // It goes down again too, and changes no clock and no weight.
        var before = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        await ops.SendAsync("langkah-Stage", ("Input.Stage", "Potential"), ("Input.Note", "Bubar sendiri"));
        var after = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        Assert.Equal((DisturbanceStage.Potential, before.Weight, before.State, before.SolveBy), (after.Stage, after.Weight, after.State, after.SolveBy));
        await desk.OpenAsync("/kejadian");
        Assert.Contains(desk.Page.QuerySelectorAll("tbody tr"), r => r.TextContent.Contains("Dua kelompok", StringComparison.Ordinal) && r.TextContent.Contains("· PG ·", StringComparison.Ordinal));

        Task<DisturbanceStage?> StageAsync() => house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Id == id).Select(i => i.Stage).SingleAsync());
    }

    [Fact]
    public async Task AClockThatRunsOutIsSaidInTheHistoryAndRaisesNoWeight()
    {
        var desk = await house.EnterAsync("desk");
        var id = await MadeAsync(desk, "Jembatan bambu retak", "Jembatan Contoh");
        var before = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        Assert.Null(before.EscalatedAt);
        await house.Here.AskAsync(async d =>
        {
            await using var transaction = await d.BeginWriteAsync(default);
            Assert.True(await EscalateLate.MarkAsync(d, before.AnswerBy.AddSeconds(1), default) >= 1);
            Assert.Equal(0, await EscalateLate.MarkAsync(d, before.AnswerBy.AddSeconds(2), default));
            await transaction.CommitAsync(default);
            return 0;
        });
        var after = await house.Here.AskAsync(d => d.Set<Incident>().SingleAsync(i => i.Id == id));
        Assert.Equal((before.Weight, before.State), (after.Weight, after.State));
        await desk.OpenAsync($"/kejadian/{id}");
        Assert.Contains("diangkat ke Desk dan Polres", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACitizensContactIsSealedOpenedByTheDeskAloneInTheLogAndDeletedOnItsDay()
    {
        var citizen = new Visitor(house.Here.Address);
        await citizen.OpenAsync("/lapor");
        await citizen.SendAsync("lapor", ("Input.What", "Tiang gapura miring"), ("Input.Where", "Gapura timur"), ("Input.Area", "35.08.06"), ("Input.Contact", "0812-0000-0999"));
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Where == "Gapura timur"));
        Assert.DoesNotContain("0999", report.SealedContact!, StringComparison.Ordinal);
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync($"{Sort}?laporan={report.Id}");
        await desk.SendAsync("jadikan", ("Make.Title", "Gapura miring"), ("Make.Kind", Kind(desk, "Lain-lain")));
        var page = $"/kejadian/{await house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Title == "Gapura miring").Select(i => i.Id).SingleAsync())}";
        await desk.OpenAsync(page);
        Assert.DoesNotContain("0999", desk.Text, StringComparison.Ordinal);
        await desk.SendAsync($"kontak-{report.Id}");
        Assert.Contains("0812-0000-0999", desk.Text, StringComparison.Ordinal);
        Assert.Equal(1, await house.Here.AskAsync(d => d.Set<AuditEntry>().CountAsync(e => e.Action == "incidents.contact" && e.Subject == report.Id.ToString())));
        var police = await house.EnterAsync("kabagops");
        await police.OpenAsync(page);
        Assert.Empty(police.Page.QuerySelectorAll($"input[value='kontak-{report.Id}']"));
        await house.Here.AskAsync(d => Server.Incidents.Public.ForgetContacts.DeleteAsync(d, report.ContactUntil!.Value.AddMinutes(1), default));
        Assert.Null((await house.Here.AskAsync(d => d.Set<IncidentReport>().SingleAsync(r => r.Id == report.Id))).SealedContact);
    }

    [Fact]
    public async Task OfACaseAtBawasluOnlyNumberKindAndDeadlineAreKeptAndOthersSeeACount()
    {
        var camat = await house.EnterAsync("camat");
        await camat.OpenAsync("/kejadian/bawaslu");
        await camat.SendAsync("tanda-terima", ("Input.Number", "012/LP/CONTOH"), ("Input.Kind", "Crime"), ("Input.ReceivedOn", TimeProvider.System.GetUtcNow().AddHours(7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("012/LP/CONTOH", camat.Text, StringComparison.Ordinal);
        var desk = await house.EnterAsync("desk");
        await desk.OpenAsync("/kejadian/bawaslu");
        Assert.DoesNotContain("012/LP/CONTOH", desk.Text, StringComparison.Ordinal);
        Assert.Contains("tindak pidana pemilihan 1", desk.Text, StringComparison.Ordinal);
        var bawaslu = await house.EnterAsync("bawaslu");
        await bawaslu.OpenAsync("/kejadian/bawaslu");
        await bawaslu.SendAsync($"selesai-{await house.Here.AskAsync(d => d.Set<BawasluReceipt>().Where(r => r.Number == "012/LP/CONTOH").Select(r => r.Id).SingleAsync())}");
        Assert.Contains("Selesai", bawaslu.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ElectionKind.Pilkada, "2024-11-27", "2024-12-02")]
    [InlineData(ElectionKind.Pemilu, "2024-02-14", "2024-03-14")]
    public void BawaslusClockIsThatOfTheElection(ElectionKind kind, string received, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), HandlingClock.LastDay(kind, DateOnly.Parse(received, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void OfAPastedChatTheWordsStayAndTheWritersGo() => Assert.Equal(
        "TPS 3 belum buka\nKPPS baru 4 orang: nunggu 3 lagi",
        ChatText.WithoutSenders("[27/11/24 07.12.05] Contoh Babin: TPS 3 belum buka\n27/11/2024 07.13 - Contoh Babin: KPPS baru 4 orang: nunggu 3 lagi"));

    private async Task<Guid> MadeAsync(Visitor desk, string what, string where)
    {
        await desk.OpenAsync("/kejadian/lapor");
        await desk.SendAsync("lapor", ("Input.What", what), ("Input.Where", where), ("Input.Area", "35.08.06"), ("Input.Via", "Telephone"));
        var report = await house.Here.AskAsync(d => d.Set<IncidentReport>().Where(r => r.Where == where).Select(r => r.Id).SingleAsync());
        await desk.OpenAsync($"{Sort}?laporan={report}");
        await desk.SendAsync("jadikan", ("Make.Title", what), ("Make.Kind", Kind(desk, "Jalan, jembatan, atau listrik")));
        return await house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Title == what).Select(i => i.Id).SingleAsync());
    }

    private static string Kind(Visitor visitor, string name) => visitor.Page.QuerySelectorAll("select[name='Make.Kind'] option").OfType<IHtmlOptionElement>().Single(o => o.Text.Split(" →")[0] == name).Value;

    private Task<Guid> AgencyAsync(string name) => house.Here.AskAsync(d => d.Set<Agency>().Where(a => a.Name == name).Select(a => a.Id).SingleAsync());

    private Task<IncidentState> StateAsync(Guid id) => house.Here.AskAsync(d => d.Set<Incident>().Where(i => i.Id == id).Select(i => i.State).SingleAsync());
}
