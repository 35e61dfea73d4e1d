using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding.Filling;

/// <summary>A sheet goes out as a file with its open places and comes back filled in; the other tables of a plan go out.</summary>
[Trait("Database", "each")]
public sealed class OfficerFileTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheSheetThatGoesOutIsFilledInAndTakenBack()
    {
        var (address, sheet) = await AddAsync(groups: 3);
        using var polsek = await InAsync("kapolsek");
        var file = await Workbooks.DownloadAsync(polsek, $"{address}/unduh");
        Assert.Equal(["Personel", "Kelompok", "TPS"], Workbooks.Sheets(file));
        var rows = Workbooks.Rows(file, "Personel");
        // Two a group: one stands there, five places are open.
        Assert.Equal((6, "Orang Pertama"), (rows.Count, rows[0]["Nama"]));
        Assert.Equal(("K003", "Anggota", ""), (rows[5]["Kelompok"], rows[5]["Tugas"], rows[5]["Nama"]));
        Assert.Equal(3, Workbooks.Rows(file, "TPS").Count);
        rows[0]["HP"] = "081200000009";
        (rows[2]["Nama"], rows[2]["NRP"]) = ("Bima Contoh", "01020003");
        (rows[5]["Nama"], rows[5]["Pangkat"]) = ("=Sari Contoh", "Aipda");
        rows.Add(new(rows[1], StringComparer.Ordinal) { ["Kelompok"] = "", ["Tugas"] = "Padal", ["Nama"] = "Padal Contoh" });
        await SendAsync(polsek, address, Workbooks.Written(rows), "lembar.xlsx");
        var men = await MenAsync(sheet);
        Assert.Equal(4, men.Count);
        Assert.Equal(("081200000009", 1), (men["Orang Pertama"].Phone, men["Orang Pertama"].Group));
        Assert.Equal(("01020003", 2), (men["Bima Contoh"].ServiceNumber, men["Bima Contoh"].Group));
        Assert.Equal(("Aipda", 3), (men["=Sari Contoh"].Rank, men["=Sari Contoh"].Group));
        Assert.Equal(OfficerPart.Padal, men["Padal Contoh"].Part);
        // Once more, as it comes out now: nobody is added.
        var again = Workbooks.Rows(await Workbooks.DownloadAsync(polsek, $"{address}/unduh"), "Personel");
        await SendAsync(polsek, address, Workbooks.Written(again), "lembar.xlsx");
        Assert.Equal(4, (await MenAsync(sheet)).Count);
    }

    [Fact]
    public async Task EachWrongCellIsNamedAndNobodyIsAdded()
    {
        var (address, sheet) = await AddAsync(groups: 2);
        using var polsek = await InAsync("kapolsek");
        await SendAsync(polsek, address, Encoding.UTF8.GetBytes("Nama,NRP,HP,Kelompok,Tugas\nBenar Contoh,1,,K001,Anggota\n,2,,,\nSalah Contoh,abc,12,K009,Kapten\n"), "lembar.csv");
        var told = polsek.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(["Baris 3", "Baris 4", "Baris 4", "Baris 4"], told.Select(t => t[..7]));
        Assert.Contains(told, t => t.Contains("kolom Kelompok, \"K009\": bukan kelompok Polsek ini; diharapkan seperti K001", StringComparison.Ordinal));
        Assert.Contains(told, t => t.Contains("kolom Tugas, \"Kapten\": diharapkan Anggota, Padal, atau Cadangan", StringComparison.Ordinal));
        Assert.Single(await MenAsync(sheet));
    }

    [Fact]
    public async Task AManStandsOnceAndIsNotMovedByAFile()
    {
        var (address, sheet) = await AddAsync(groups: 2);
        using var polsek = await InAsync("kapolsek");
        await SendAsync(polsek, address, Encoding.UTF8.GetBytes("Nama,NRP\nSatu Contoh,5\nDua Contoh,0 5\nTiga Contoh,05\n"), "lembar.csv");
        Assert.Contains("sudah ada dalam rencana ini", polsek.Text, StringComparison.Ordinal);
        await SendAsync(polsek, address, Encoding.UTF8.GetBytes("Nama,Kelompok\nOrang Pertama,K002\nBaru Contoh,K002\n"), "lembar.csv");
        Assert.Contains("Orang Pertama sudah ada di kelompok lain", polsek.Text, StringComparison.Ordinal);
        Assert.Single(await MenAsync(sheet));
    }

    [Fact]
    public async Task ASheetOfAnotherPolsekIsNotDownloadedAndOneThatIsClosedTakesNoFile()
    {
        var (other, _) = await AddAsync(area: "35.08.06");
        using var polsek = await InAsync("kapolsek");
        using var refused = await polsek.GetAsync($"{other}/unduh");
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        var (signed, sheet) = await AddAsync(stage: GuardPlanStage.InForce);
        await polsek.OpenAsync(signed);
        Assert.Null(polsek.Page.QuerySelector("input[type=file]"));
        await polsek.OpenAsync($"/pengamanan/{house.OwnPlan}/polsek/{house.OwnSheet}");
        Assert.Equal(HttpStatusCode.BadRequest, await polsek.PostAsync(signed, "berkas"));
        Assert.Single(await MenAsync(sheet));
    }

    [Fact]
    public async Task ReadinessAndTheOrderGoOutWithWhatTheReaderMaySee()
    {
        var (address, _) = await AddAsync(groups: 2);
        var plan = address.Split("/polsek/")[0];
        using var chief = await InAsync("kapolres");
        var row = Assert.Single(Workbooks.Rows(await Workbooks.DownloadAsync(chief, $"{plan}/kesiapan/unduh")));
        Assert.Equal(("Polsek Contoh", "2", "4", "1", "3"), (row["Polsek"], row["TPS"], row["Butuh"], row["Terisi"], row["Kurang"]));
        var order = await Workbooks.DownloadAsync(chief, $"{plan}/cetak/lampiran-sprin.xlsx");
        Assert.Equal("Orang Pertama", Assert.Single(Workbooks.Rows(order, "Personel"))["Nama"]);
        Assert.Equal(["35.08.04.2001.001", "35.08.04.2001.002"], Workbooks.Rows(order, "TPS").Select(r => r["Kode TPS"]));
        // A Polsek has its own part, not the whole.
        using var polsek = await InAsync("kapolsek");
        Assert.Single(Workbooks.Rows(await Workbooks.DownloadAsync(polsek, $"{plan}/kesiapan/unduh")));
        using var whole = await polsek.GetAsync($"{plan}/cetak/lampiran-sprin.xlsx");
        Assert.Equal(HttpStatusCode.NotFound, whole.StatusCode);
        var part = await Workbooks.DownloadAsync(polsek, $"{plan}/cetak/lampiran-sprin.xlsx?bagian={address.Split('/')[^1]}");
        Assert.Single(Workbooks.Rows(part, "Personel"));
        Assert.NotEmpty(await house.Here.AskAsync(d => d.Set<Server.Shell.Audit.AuditEntry>().Where(e => e.Action == "guardplan.print").ToListAsync()));
    }

    private static async Task SendAsync(Visitor visitor, string address, byte[] file, string name)
    {
        await visitor.OpenAsync(address);
        await visitor.SendAsync("berkas", [], ("Sent.File", name, file));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private Task<Dictionary<string, GuardOfficer>> MenAsync(Guid sheet) => house.Here.AskAsync(d => d.Set<GuardOfficer>().AsNoTracking().Where(o => o.SheetId == sheet).ToDictionaryAsync(o => o.Name!));

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }

    private async Task<(string Address, Guid Sheet)> AddAsync(int groups = 1, string area = "35.08.04", GuardPlanStage stage = GuardPlanStage.InUse) => await house.Here.AskAsync(async d =>
    {
        var (plan, sheet) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var own = await d.Set<GuardPlanRecord>().AsNoTracking().SingleAsync(p => p.Id == house.OwnPlan);
        var version = await d.Set<GuardPlanRecord>().MaxAsync(p => p.Version) + 1;
        d.Add(new GuardPlanRecord { Id = plan, ElectionId = own.ElectionId, AreaCode = own.AreaCode, Version = version, CreatedAt = own.CreatedAt, Request = "{}", State = GuardPlanState.Ready, Stage = stage });
        d.Add(new PolsekSheet { Id = sheet, PlanId = plan, Name = "Polsek Contoh", Areas = area, Quota = 20 });
        for (var g = 1; g <= groups; g++)
        {
            d.Add(new PlanGroup { PlanId = plan, Number = g, SheetId = sheet, Pattern = default, Officers = 2, Stations = 1, VillageCode = $"{area}.2001" });
            d.Add(new PlanStation { PlanId = plan, StationCode = $"{area}.2001.{g:D3}", Group = g, Linmas = 2 });
        }

        d.Add(new GuardOfficer { Id = Guid.CreateVersion7(), PlanId = plan, SheetId = sheet, Part = OfficerPart.Member, Group = 1, Name = "Orang Pertama" });
        await d.SaveChangesAsync();
        return ($"/pengamanan/{plan}/polsek/{sheet}", sheet);
    });
}
