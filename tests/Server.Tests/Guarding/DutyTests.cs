using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Guarding.Duty;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Guarding;

/// <summary>TNI and Satpol PP name their people; the Dandim and the Kasatpol PP sign; the police reads.</summary>
[Trait("Database", "each")]
public sealed class DutyTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task TheDandimsPaperListsWhoWasEnteredAndIsKonsepUntilHeSigns()
    {
        using var ops = await InAsync("pasiops");
        using var dandim = await InAsync("dandim");
        var list = await BeginAsync(ops, "bko", "pilkada-tni");
        await ops.SendAsync("tambah", ("Input.Lines", "Panji Contoh; Serda; 3199 0001; Koramil Senduro; PPK Senduro; H-1 sampai H; 0800 000 777\nBagas Contoh"));
        Assert.Equal(2, ops.Page.QuerySelectorAll("tbody tr").Length);
        await ops.SendAsync("tambah", ("Input.Lines", "Orang Lain; Serda; 31990001"));
        Assert.Contains("Nomor 31990001 sudah ada dalam daftar. Tidak ada yang disimpan.", ops.Text, StringComparison.Ordinal);
        // What goes out comes back with one corrected and one more.
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(ops, $"{list}/daftar.xlsx"));
        rows[0]["Pangkat"] = "Sertu";
        rows.Add(new(rows[1], StringComparer.Ordinal) { ["Nama"] = "Yudha Contoh" });
        await ops.SendAsync("berkas", [], ("Sent.File", "bko.xlsx", Workbooks.Written(rows)));
        Assert.Equal(3, ops.Page.QuerySelectorAll("tbody tr").Length);
        await ops.SendAsync("berkas", [], ("Sent.File", "bko.csv", Encoding.UTF8.GetBytes("nama;nrp;hp\nSatu Contoh;abc;\nDua Contoh;;1\n")));
        Assert.Equal(2, ops.Page.QuerySelectorAll(".notice-bad li").Length);
        var paper = await PaperAsync(ops, list);
        Assert.Contains("KONSEP", paper, StringComparison.Ordinal);
        Assert.Contains("KOMANDO DISTRIK MILITER 0821 LUMAJANG", paper, StringComparison.Ordinal);
        Assert.Contains("diisi TU", paper, StringComparison.Ordinal);
        Assert.All(["Panji Contoh", "Sertu", "3199 0001", "Koramil Senduro", "PPK Senduro", "Bagas Contoh", "Yudha Contoh"], w => Assert.Contains(w, paper, StringComparison.Ordinal));

        // The Pasi Ops enters and does not sign; the Dandim does, by his second factor.
        await ops.OpenAsync(list);
        Assert.Null(ops.Page.QuerySelector("#kode"));
        await dandim.OpenAsync(list);
        await dandim.SendAsync("tanda-tangan", ("Input.Code", "000000"));
        Assert.Contains("Enam angka itu tidak benar", dandim.Text, StringComparison.Ordinal);
        // Who is named after he looked is not signed for.
        await ops.SendAsync("tambah", ("Input.Lines", "Guntur Contoh"));
        await dandim.SendAsync("tanda-tangan", ("Input.Code", Code("dandim")));
        Assert.Contains("Daftar diubah orang lain", dandim.Text, StringComparison.Ordinal);
        await dandim.OpenAsync(list);
        await dandim.SendAsync("tanda-tangan", ("Input.Code", Code("dandim")));
        Assert.Contains("Plh Dandim, Kodim 0821 Lumajang", dandim.Text, StringComparison.Ordinal);
        await ops.OpenAsync(list);
        await ops.SendAsync("nomor", ("Input.Number", "Sprin/00/CONTOH"));
        paper = await PaperAsync(ops, list);
        Assert.DoesNotContain("KONSEP", paper, StringComparison.Ordinal);
        Assert.Contains("Sprin/00/CONTOH", paper, StringComparison.Ordinal);
        Assert.Contains("Satria Contoh", paper, StringComparison.Ordinal);

        // A revision takes its place when it is signed, and not before.
        await ops.OpenAsync(list);
        await ops.SendAsync("revisi");
        var revision = ops.Address.AbsolutePath;
        Assert.NotEqual(list, revision);
        await ops.SendAsync("tambah", ("Input.Lines", "Lesmana Contoh"));
        Assert.Equal(DutyState.InForce, await StateAsync(list));
        await dandim.OpenAsync(revision);
        await dandim.SendAsync("tanda-tangan", ("Input.Code", Code("dandim")));
        Assert.Equal((DutyState.Superseded, DutyState.InForce), (await StateAsync(list), await StateAsync(revision)));
    }

    [Fact]
    public async Task TheHeadOfSatpolPpSignsItsListAndNoOtherHeadDoes()
    {
        using var satpol = await InAsync("satpolpp");
        var list = await BeginAsync(satpol, "satpol", "pilkada-satpol");
        await satpol.SendAsync("tambah", ("Input.Lines", "Tirta Contoh; II/c; 19850101 201001 1 001; Satpol PP; Kec. Pasirian; H 06.00"));
        using var bupati = await InAsync("bupati");
        await bupati.OpenAsync(list);
        Assert.Null(bupati.Page.QuerySelector("#kode"));
        await satpol.OpenAsync(list);
        await satpol.SendAsync("tanda-tangan", ("Input.Code", Code("satpolpp")));
        var paper = await PaperAsync(satpol, list);
        Assert.DoesNotContain("KONSEP", paper, StringComparison.Ordinal);
        Assert.Contains("NIP", paper, StringComparison.Ordinal);
        Assert.Contains("198501012010011001", paper, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignedListRefusesEachWayOfChangingIt()
    {
        using var ops = await InAsync("pasiops");
        var list = await BeginAsync(ops, "bko", "pilkada-tetap");
        await ops.SendAsync("tambah", ("Input.Lines", "Satya Contoh"));
        using var dandim = await InAsync("dandim");
        await dandim.OpenAsync(list);
        await dandim.SendAsync("tanda-tangan", ("Input.Code", Code("dandim")));
        Assert.Equal(DutyState.InForce, await StateAsync(list));
        var id = Guid.Parse(list.Split('/')[^1]);
        var person = await house.Here.AskAsync(d => d.Set<DutyMember>().Where(m => m.RollId == id).Select(m => m.Id).SingleAsync());
        var before = await house.DigestAsync();
        foreach (var (form, fields) in new (string, (string, string)[])[]
        {
            ("tambah", [("Input.Lines", "Orang Lain")]), ("berkas", []), ("ubah", [("Input.Name", "Lain"), ("Input.Version", "1")]), ("hapus", []), ("tanda-tangan", [("Input.Code", Code("dandim"))]),
        })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await dandim.PostAsync($"{list}?orang={person}", form, fields));
        }

        // Nor does a use case, whatever page it were called from: by the Kodim, on what is signed.
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Server.Storage.Database>();
        var reader = new Reader(Guid.CreateVersion7(), "Pasi Ops", [new HeldOffice(Guid.CreateVersion7(), "Pasi Ops", OfficeRole.Tni, AreaSet.Of(House.OwnKabupaten))]);
        var current = new CurrentReader((_, _) => Task.FromResult(reader), new HttpContextAccessor { HttpContext = new DefaultHttpContext() });
        var names = new NameDuty(database, new OpenDuty(database, current, new AuditLog(database, current, TimeProvider.System)));
        var line = DutyLines.One("Orang Lain", null, null, null, null, null, null).Person!;
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal("AlreadySigned", (await names.AddAsync(DutyDesk.Tni, id, [line], again: true, cancel))?.Key);
        Assert.Equal("AlreadySigned", await names.ChangeAsync(DutyDesk.Tni, id, person, line, 1, cancel));
        Assert.Equal("AlreadySigned", await names.RemoveAsync(DutyDesk.Tni, id, person, cancel));
        Assert.Equal("NotYours", await names.RemoveAsync(DutyDesk.SatpolPp, id, person, cancel));
        Assert.Equal(before, await house.DigestAsync());
    }

    [Fact]
    public async Task EachAgencyReadsAndWritesItsOwnAndThePoliceReadsBoth()
    {
        using var police = await InAsync("kabagops");
        foreach (var list in (string[])[$"/bko/{house.OwnBko}", $"/satpol/{house.OwnSatpolPp}"])
        {
            await police.OpenAsync(list);
            Assert.Contains("Contoh", police.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
            Assert.Empty(police.Page.QuerySelectorAll("main form[method=post]"));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync("desk")).GetAsync($"/bko/{house.OwnBko}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync("pasiops")).GetAsync($"/satpol/{house.OwnSatpolPp}")).Status);
        // A list of the one is not found under the address of the other.
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("kabagops")).GetAsync($"/bko/{house.OwnSatpolPp}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("pasiops")).GetAsync($"/bko/{house.OwnSatpolPp}/daftar.pdf")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await house.SignedInAsync("danramil")).GetAsync($"/bko/{house.OwnBko}")).Status);
        // The two lists are the 'assigned' of their agencies.
        await police.OpenAsync("/kekuatan?pemilihan=pemilu-contoh");
        Assert.Equal("6", police.Page.QuerySelectorAll("#angka tbody tr").Single(r => r.QuerySelector("th")!.TextContent == "TNI").Children[5].TextContent.Trim());
    }

    [Fact]
    public async Task SixtyDaysAfterVotingDayTheirNumbersGoAndWhatWasSignedStillIsTheSame()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Server.Storage.Database>();
        var day = await database.Set<Server.Elections.Election>().Where(e => e.Code == "pemilu-contoh").Select(e => e.VotingDay!.Value).SingleAsync(cancel);
        await using var undone = await database.Database.BeginTransactionAsync(cancel);
        var roll = await database.Set<DutyRoll>().SingleAsync(r => r.Id == house.OwnBko, cancel);
        var signed = await SignDuty.DigestAsync(database, roll, cancel);
        await ForgetPhones.DeleteAsync(database, day.AddDays(60), cancel);
        Assert.True(await database.Set<DutyMember>().AnyAsync(m => m.RollId == roll.Id && m.Phone != null, cancel));
        await ForgetPhones.DeleteAsync(database, day.AddDays(61), cancel);
        Assert.False(await database.Set<DutyMember>().AnyAsync(m => m.RollId == roll.Id && m.Phone != null, cancel));
        Assert.Equal(signed, await SignDuty.DigestAsync(database, roll, cancel));
        await undone.RollbackAsync(cancel);
    }

    // A list of an election of its own, so that tests leave one another alone; its address.
    private async Task<string> BeginAsync(Visitor visitor, string path, string election)
    {
        var id = await house.Here.AskAsync(async d =>
        {
            await Server.Elections.Contract.ElectionStore.AddAsync(d, election, election, Server.Elections.Contract.ElectionKind.Pilkada, new DateOnly(2031, 11, 26), House.OwnKabupaten, ["Bupati"], [], CancellationToken.None);
            return await Server.Elections.Contract.ElectionQueries.IdOfAsync(d, election, CancellationToken.None);
        });
        await visitor.OpenAsync($"/{path}");
        await visitor.SendAsync("mulai", ("Input.For", $"{id}-{House.OwnKabupaten}"));
        Assert.StartsWith($"/{path}/", visitor.Address.AbsolutePath, StringComparison.Ordinal);
        return visitor.Address.AbsolutePath;
    }

    private static async Task<string> PaperAsync(Visitor visitor, string list)
    {
        using var response = await visitor.GetAsync($"{list}/daftar.pdf");
        return string.Join(' ', Poppler.Run("pdftotext", await response.Content.ReadAsByteArrayAsync(), "-raw", "-", "-").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private string Code(string account) => AccountMaker.CodeAt(house[account].TotpKey, TimeProvider.System.GetUtcNow());

    private Task<DutyState> StateAsync(string list)
    {
        var id = Guid.Parse(list.Split('/')[^1]);
        return house.Here.AskAsync(d => d.Set<DutyRoll>().Where(r => r.Id == id).Select(r => r.State).SingleAsync());
    }

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }
}
