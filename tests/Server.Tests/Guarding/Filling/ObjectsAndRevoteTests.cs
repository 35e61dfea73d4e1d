using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Guarding.Filling;

/// <summary>What is guarded beside the stations of voting day: objects, and stations that vote again.</summary>
[Trait("Database", "each")]
public sealed class ObjectsAndRevoteTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AStoreIsFilledAndPrintedLikeAGroupAndItsMenStandInReserveWhenItIsTakenAway()
    {
        using var ops = await house.VisitAsync("kabagops");
        var sheet = $"/pengamanan/{house.OwnPlan}/polsek/{house.OwnSheet}";
        await ops.OpenAsync(sheet);
        await ops.SendAsync("objek", ("Input.Name", "Gudang PPK Pasirian"), ("Input.Kecamatan", "35.08.04"), ("Input.Officers", "0"), ("Input.Hours", "24 jam"));
        Assert.Contains("Personel: bilangan bulat 1 sampai 500", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("objek", ("Input.Name", "Gudang PPK Pasirian"), ("Input.Kecamatan", "35.08.04"), ("Input.Officers", "2"), ("Input.Hours", "24 jam, H-3 sampai H+4"));
        Assert.Contains("O002", ops.Text, StringComparison.Ordinal);
        Assert.Contains("Gudang PPK Pasirian, 24 jam, H-3 sampai H+4", ops.Text, StringComparison.Ordinal);
        await ops.OpenAsync($"/pengamanan/{house.OwnPlan}/kesiapan");
        await ops.SendAsync("plafon", (ops.Page.QuerySelectorAll<IHtmlInputElement>("tbody input").First().Name!, "9"));

        // The Kapolsek fills it as he fills a group; adding and taking away is the Polres's.
        using var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync(sheet);
        Assert.Null(polsek.Page.QuerySelector("#nama-objek"));
        await polsek.SendAsync("tambah", ("Input.Part", "Member"), ("Input.Group", "2"), ("Input.Lines", "Penjaga Gudang Contoh; Bripka; 91000001\nPenjaga Malam Contoh; Bripda; 91000002"));
        Assert.Contains("Penjaga Gudang Contoh", polsek.Text, StringComparison.Ordinal);
        var annex = Poppler.Run("pdftotext", await (await ops.GetAsync($"/pengamanan/{house.OwnPlan}/cetak/lampiran-sprin.pdf")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "-layout", "-", "-");
        Assert.Contains("O002", annex, StringComparison.Ordinal);
        Assert.Contains("Penjaga Gudang", annex, StringComparison.Ordinal);
        // An object is no group of stations.
        Assert.Contains("1 kelompok, 1 TPS, 3 personel", annex, StringComparison.Ordinal);
        var task = Poppler.Run("pdftotext", await (await ops.GetAsync($"/pengamanan/{house.OwnPlan}/cetak/lembar-tugas.pdf")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "-layout", "-", "-");
        Assert.Contains("LEMBAR TUGAS KELOMPOK O002", task, StringComparison.Ordinal);

        await ops.OpenAsync(sheet);
        await ops.SendAsync("objek-2");
        Assert.DoesNotContain("O002", ops.Text, StringComparison.Ordinal);
        Assert.Equal(2, await house.Here.AskAsync(d => d.Set<GuardOfficer>().CountAsync(o => o.PlanId == house.OwnPlan && o.Part == OfficerPart.Reserve && o.Group == null)));
    }

    [Fact]
    public async Task ARevoteHasAPlanOfItsOwnForItsStationsAndLeavesThatOfVotingDayInUse()
    {
        using var ops = await house.VisitAsync("kabagops");
        var codes = await house.Here.AskAsync(d => d.Set<Server.Territory.Station>().Where(s => s.Code.CompareTo("35.08.04.") > 0 && s.Code.CompareTo("35.08.05") < 0).Select(s => s.Code).Distinct().OrderBy(c => c).Take(3).ToListAsync());
        var day = TimeProvider.System.GetUtcNow().AddDays(200).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await StartAsync(ops, day, "");
        Assert.Contains("Untuk PSU isi hari dan TPS-nya.", ops.Text, StringComparison.Ordinal);
        await StartAsync(ops, "2020-01-01", codes[0]);
        Assert.Contains("PSU dilaksanakan setelah", ops.Text, StringComparison.Ordinal);
        await StartAsync(ops, day, $"{codes[0]} 35.08.99.2001.001");
        Assert.Contains("35.08.99.2001.001", ops.Text, StringComparison.Ordinal);

        await StartAsync(ops, day, string.Join('\n', codes));
        var plan = await ops.ReadyPlanAsync();
        Assert.Equal(codes, await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.PlanId == plan).OrderBy(s => s.StationCode).Select(s => s.StationCode).ToListAsync()));
        await ops.OpenAsync($"/pengamanan/{plan}/kesiapan");
        await ops.SendAsync("pakai");
        Assert.Equal([GuardPlanStage.InUse, GuardPlanStage.InUse], await house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == plan || p.Id == house.OwnPlan).Select(p => p.Stage).ToListAsync()));
        var annex = Poppler.Run("pdftotext", await (await ops.GetAsync($"/pengamanan/{plan}/cetak/lampiran-sprin.pdf")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), "-raw", "-", "-");
        Assert.Contains("PSU Pemilu contoh", annex, StringComparison.Ordinal);
        await ops.OpenAsync("/pengamanan");
        Assert.Contains("PSU ", ops.Text, StringComparison.Ordinal);
    }

    private static async Task StartAsync(Visitor ops, string day, string stations)
    {
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", ""), ("Input.AcrossVillages", "true"), ("Input.FillRawan", "true"),
            ("Input.NeighbourKilometres", "0"), ("Input.RevoteOn", day), ("Input.Stations", stations));
    }
}
