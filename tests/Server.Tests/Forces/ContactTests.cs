using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contacts;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>Whom one rings at a station: entered by the village, rung by the Polsek, printed on the group's sheet.</summary>
[Trait("Database", "each")]
public sealed class ContactTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task AVillageNamesItsHeadsOfKppsByTheNumberOfTheStation()
    {
        var head = await house.SignedInAsync("kades");
        await SaveAsync(head, "1; 1. Wati  Ketua Contoh; 0800 000-9001\nTPS 2\tHadi Ketua Contoh");
        var kept = await OfAsync("35.08.04.2001");
        Assert.Equal(new KppsContact("Wati Ketua Contoh", "08000009001", false), kept["35.08.04.2001.001"]);
        Assert.Equal(new KppsContact("Hadi Ketua Contoh", null, false), kept["35.08.04.2001.002"]);
    }

    [Theory]
    [InlineData("35.08.04.2002.001; Orang Contoh; 0800000001", "Baris 1", "tidak ada TPS")]
    [InlineData("1; Orang Contoh; 0800000001\n1; Lain Contoh; 0800000002", "Baris 2", "dua kali")]
    [InlineData("1; Orang Contoh; bukan nomor", "Baris 1", "HP")]
    [InlineData("1; Orang Contoh; 0800000001; Lagi", "Baris 1", "yang diharapkan")]
    [InlineData("999; Orang Contoh", "Baris 1", "tidak ada TPS")]
    public async Task OneWrongLineIsNamedAndNothingIsKept(string lines, string where, string what)
    {
        var before = await OfAsync("35.08.04");
        var answer = (await SaveAsync(await house.SignedInAsync("kades"), lines)).Page().QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains(where, answer, StringComparison.Ordinal);
        Assert.Contains(what, answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await OfAsync("35.08.04"));
    }

    [Fact]
    public async Task AnEmptyListIsToldAndNotSwallowed() =>
        Assert.Contains("paling sedikit satu baris", (await SaveAsync(await house.SignedInAsync("kades"), " \n")).Body, StringComparison.Ordinal);

    [Fact]
    public async Task APolsekMarksWhomItRangAndAnotherNumberIsRungAnew()
    {
        const string station = "35.08.04.2003.001";
        var desk = await house.SignedInAsync("satpolpp");
        await SaveAsync(desk, $"{station}; Karto Ketua Contoh; 0800000301");
        var polsek = await house.SignedInAsync("kapolsek");
        await MarkAsync(polsek, station, "ya");
        Assert.True((await OfAsync(station))[station].Reached);
        Assert.Contains("Sudah dihubungi", (await polsek.GetAsync("/kontak?status=sudah&cari=Karto")).Body, StringComparison.OrdinalIgnoreCase);
        await SaveAsync(desk, $"{station}; Karto Ketua Contoh; 0800000302");
        Assert.False((await OfAsync(station))[station].Reached);
    }

    [Fact]
    public async Task SeveralWhoEnterTheSameStationAtOnceAreAllHeard()
    {
        const string station = "35.08.04.2005.001";
        var desk = await house.SignedInAsync("satpolpp");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(desk, $"{station}; Serentak Contoh; 080000060{i}")));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal("Serentak Contoh", (await OfAsync(station))[station].Name);
    }

    [Fact]
    public async Task NobodyEntersOrMarksWhatLiesElsewhere()
    {
        await SaveAsync(await house.SignedInAsync("satpolpp"), "35.08.01.2001.001; Rini Ketua Contoh; 0800000401");
        var polsek = await house.SignedInAsync("kapolsek");
        var answer = await SaveAsync(polsek, "35.08.01.2001.001; Orang Lain; 0800000402");
        Assert.Contains("tidak ada TPS", answer.Body, StringComparison.Ordinal);
        await MarkAsync(polsek, "35.08.01.2001.001", "ya");
        Assert.Equal(new KppsContact("Rini Ketua Contoh", "0800000401", false), (await OfAsync("35.08.01"))["35.08.01.2001.001"]);
        Assert.DoesNotContain("Rini Ketua", (await polsek.GetAsync("/kontak")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync("bawaslu")).GetAsync("/kontak")).Status);
    }

    [Fact]
    public async Task TheListGoesOutWithEveryStationAndComesBackFilledIn()
    {
        using var head = await house.VisitAsync("kades");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(head, "/kontak/unduh"));
        Assert.All(rows, r => Assert.StartsWith("35.08.04.2001.", r["Kode TPS"], StringComparison.Ordinal));
        (rows[3]["Ketua KPPS"], rows[3]["HP"]) = ("Dari Berkas Contoh", "0800 000 9104");
        await head.OpenAsync("/kontak");
        await head.SendAsync("berkas", [], ("Sent.File", "kontak.xlsx", Workbooks.Written(rows)));
        Assert.Equal(new KppsContact("Dari Berkas Contoh", "08000009104", false), (await OfAsync("35.08.04.2001"))[rows[3]["Kode TPS"]]);
        Assert.Contains(await house.Here.AskAsync(d => d.Set<Server.Shell.Audit.AuditEntry>().Select(e => e.Action).ToListAsync()), a => a == "stationcontact.download");

        var before = await OfAsync("35.08.04");
        await head.SendAsync("berkas", [], ("Sent.File", "kontak.csv", System.Text.Encoding.UTF8.GetBytes(
            "kode_tps,nama,hp\n35.08.04.2001.001,Benar Contoh,0800000001\n35.08.04.2002.001,Lain Contoh,\n35.08.04.2001.002,Salah Contoh,dua\n35.08.04.2001.001,Lagi Contoh,\n")));
        var told = head.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(["Baris 3", "Baris 4", "Baris 5"], told.Select(t => t[..7]));
        Assert.Contains("kolom kode_tps, \"35.08.04.2002.001\": tidak ada TPS dengan kode itu di wilayah Anda", told[0], StringComparison.Ordinal);
        Assert.Contains("kolom hp, \"dua\"", told[1], StringComparison.Ordinal);
        Assert.Equal(before, await OfAsync("35.08.04"));
    }

    [Fact]
    public async Task SixtyDaysAfterVotingDayContactsAreDeletedAndNotBefore()
    {
        const string station = "35.08.02.2001.001";
        await SaveAsync(await house.SignedInAsync("satpolpp"), $"{station}; Eko Ketua Contoh; 0800000501");
        var day = await house.Here.AskAsync(d => d.Set<Server.Elections.Election>().Where(e => e.Code == "pemilu-contoh").Select(e => e.VotingDay!.Value).SingleAsync());
        await using var scope = house.Here.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Server.Storage.Database>();
        var cancel = TestContext.Current.CancellationToken;
        await using var undone = await database.Database.BeginTransactionAsync(cancel);
        // Within a transaction that is taken back, so that other tests keep theirs.
        Assert.Equal(0, await ForgetContacts.DeleteAsync(database, day.AddDays(ElectionQueries.PhonesKeptDays), cancel));
        Assert.True(await ForgetContacts.DeleteAsync(database, day.AddDays(ElectionQueries.PhonesKeptDays + 1), cancel) > 0);
        Assert.False(await database.Set<StationContact>().AnyAsync(c => c.StationCode == station, cancel));
        await undone.RollbackAsync(cancel);
    }

    private static Task<Answer> MarkAsync(Caller caller, string station, string act) => PostAsync(caller, "hubungi", ("Reach.Chosen", station), ("Reach.Act", act));

    private static Task<Answer> SaveAsync(Caller caller, string lines) => PostAsync(caller, "kontak", ("Input.Lines", lines));

    private static async Task<Answer> PostAsync(Caller caller, string form, params (string Key, string Value)[] fields)
    {
        var sent = (await caller.GetAsync("/kontak")).Forms()[form].Where(f => fields.All(x => x.Key != f.Key));
        return await caller.PostAsync("/kontak", [.. sent, .. fields.Select(f => new KeyValuePair<string, string>(f.Key, f.Value))]);
    }

    private async Task<Dictionary<string, KppsContact>> OfAsync(string area) => await house.Here.AskAsync(async d =>
        await StationContacts.OfAsync(d, await d.Set<Server.Elections.Election>().Where(e => e.Code == "pemilu-contoh").Select(e => e.Id).SingleAsync(), AreaSet.Of(area), CancellationToken.None));
}
