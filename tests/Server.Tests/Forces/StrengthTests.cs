using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Territory;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Forces;

/// <summary>Strength by unit: what is had, needed, assigned and present, and who may say so.</summary>
[Trait("Database", "each")]
public sealed class StrengthTests(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("pilkada-2018", 1872, "Kebutuhan Linmas 3.744: lebih 2.114.")]
    [InlineData("pemilu-2019", 3281, "Kebutuhan Linmas 6.562: kurang 704.")]
    public async Task TheLinmasOfThePressAreHeldAgainstTheStationsOfTheirYear(string election, int stations, string said)
    {
        await AddElectionAsync(election, stations);
        using var desk = await InAsync("desk");
        await desk.OpenAsync($"/kekuatan?pemilihan={election}");
        Assert.Contains(said, desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsOverwrittenTheLastThatWasSaidCountsAndAStaleFormIsTold()
    {
        var unit = await AddUnitAsync("satpolpp", ForceAgency.Skd, "SKD Contoh", "35.08.05");
        using var one = await InAsync("satpolpp");
        using var other = await InAsync("desk");
        await one.OpenAsync($"/kekuatan/{unit}");
        await one.SendAsync("angka", ("Input.Count[Patrol]", "kurang lebih 5.690"), ("Input.HoldsOn", "2026-03-06"), ("Input.Election", ""));
        Assert.Contains("SKD ±5.690", one.Text, StringComparison.Ordinal);
        await other.OpenAsync($"/kekuatan/{unit}");
        await one.SendAsync("angka", ("Input.Count[Patrol]", "5940"), ("Input.HoldsOn", "2026-03-07"), ("Input.Election", ""));
        await other.SendAsync("angka", ("Input.Count[Patrol]", "1"), ("Input.HoldsOn", "2026-03-08"), ("Input.Election", ""));
        Assert.Contains("Orang lain mengubah satuan ini", other.Text, StringComparison.Ordinal);
        // For one election it may be another number; elsewhere the general one holds on.
        await other.OpenAsync($"/kekuatan/{unit}?pemilihan=pemilu-contoh");
        await other.SendAsync("angka", ("Input.Count[Patrol]", "100"), ("Input.HoldsOn", "2026-03-08"), ("Input.Election", "pemilu-contoh"));
        Assert.Contains("SKD 100", other.Text, StringComparison.Ordinal);
        Assert.Equal(["5690", "5940", "100"], (await FiguresAsync(unit)).Select(f => $"{f.Count}"));
        await other.SendAsync("angka", ("Input.Count[Patrol]", "1,5"), ("Input.HoldsOn", "2026-03-08"), ("Input.Election", ""));
        Assert.Contains("Angka harus bulat", other.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await FiguresAsync(unit)).Count);
        await other.OpenAsync($"/kekuatan/{unit}");
        await other.SendAsync("akhiri");
        await other.OpenAsync("/kekuatan");
        Assert.DoesNotContain("SKD Contoh", other.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("satpolpp", "Polsek Pasirian")]
    [InlineData("pasiops", "Polsek Pasirian")]
    [InlineData("kabagops", "Satpol PP Kabupaten Lumajang")]
    [InlineData("kabagops", "Kodim 0821 Lumajang")]
    [InlineData("satpolpp", "Batalyon 527")]
    public async Task AnAgencyWritesNoFigureOfAnother(string who, string name)
    {
        var unit = await house.Here.AskAsync(d => d.Set<ForceUnit>().SingleAsync(u => u.Name == name));
        var own = who == "satpolpp" ? "Satlinmas Kabupaten Lumajang" : who == "pasiops" ? "Kodim 0821 Lumajang" : "Polres Lumajang";
        var mine = await house.Here.AskAsync(d => d.Set<ForceUnit>().Where(u => u.Name == own).Select(u => u.Id).SingleAsync());
        using var visitor = await InAsync(who);
        await visitor.OpenAsync($"/kekuatan/{unit.Id}");
        Assert.Contains(unit.Name, visitor.Page.Title, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main form[method=post]"));
        // The form of the own unit, sent to the address of the other.
        await visitor.OpenAsync($"/kekuatan/{mine}");
        var before = await FiguresAsync(unit.Id);
        Assert.Equal(HttpStatusCode.BadRequest, await visitor.PostAsync($"/kekuatan/{unit.Id}", "angka", ("Input.Count[Stations]", "9"), ("Input.HoldsOn", "2026-11-01"), ("Input.Version", $"{unit.Version}")));
        // A new unit of another's agency, and a file that names one.
        await visitor.OpenAsync("/kekuatan/baru");
        await visitor.SendAsync("satuan", ("Input.Agency", $"{unit.Agency}"), ("Input.Name", "Satuan Orang Lain"), ("Input.Home", ""));
        Assert.Contains("hanya diisi oleh instansinya sendiri", visitor.Text, StringComparison.Ordinal);
        await FileAsync(visitor, $"instansi,satuan,asal,penggunaan,jumlah\n{StrengthWords.Written(unit.Agency)},{name},,Pam TPS,9\n");
        Assert.Contains("diisi oleh instansinya sendiri", visitor.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before.Count, (await FiguresAsync(unit.Id)).Count);
    }

    [Fact]
    public async Task AKapolsekWritesHisOwnPolsekAndFindsNoOther()
    {
        using var chief = await InAsync("kapolsek");
        await chief.OpenAsync("/kekuatan");
        Assert.Contains("Polsek Pasirian", chief.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Satlinmas Kabupaten", chief.Text, StringComparison.Ordinal);
        var other = await house.Here.AskAsync(d => d.Set<ForceUnit>().Where(u => u.Name == "Polsek Senduro").Select(u => u.Id).SingleAsync());
        await chief.OpenAsync($"/kekuatan/{other}");
        Assert.Equal(HttpStatusCode.NotFound, chief.Status);
        await chief.OpenAsync($"/kekuatan/{house.OwnUnit}");
        await chief.SendAsync("angka", ("Input.Count[Objects]", "0"), ("Input.Count[Stations]", await CountAsync(house.OwnUnit, ForceUse.Stations)), ("Input.Count[Post]", await CountAsync(house.OwnUnit, ForceUse.Post)), ("Input.HoldsOn", "2026-11-01"), ("Input.Election", ""));
        Assert.Contains("Tersimpan.", chief.Text, StringComparison.Ordinal);
        foreach (var none in (string[])["kpu", "bawaslu", "camat", "kades", "dprd", "admin"])
            Assert.Equal(HttpStatusCode.Forbidden, (await (await house.SignedInAsync(none)).GetAsync("/kekuatan")).Status);
    }

    [Fact]
    public async Task WhatGoesOutComesBackAndAWrongCellIsNamedWithNothingKept()
    {
        using var army = await InAsync("pasiops");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(army, "/kekuatan/unduh?pemilihan=pemilu-contoh&jenis=xlsx&milik=ya"));
        Assert.All(rows, r => Assert.Equal("TNI", r["Instansi"]));
        Assert.Contains(rows, r => (r["Satuan"], r["Penggunaan"], r["Jumlah"], r["Diperbantukan ke"]) == ("Batalyon 527", "BKO", "70", "Polres Lumajang"));
        await FileAsync(army, Workbooks.Written(rows));
        Assert.Contains("Angka disimpan: 0.", army.Text, StringComparison.Ordinal);
        rows.Add(new(rows[0], StringComparer.Ordinal) { ["Satuan"] = "Koramil Pasirian", ["Asal"] = "Koramil Pasirian", ["Penggunaan"] = "Patroli", ["Jumlah"] = "±6", ["Kurang lebih"] = "", ["Diperbantukan ke"] = "" });
        await FileAsync(army, Workbooks.Written(rows));
        Assert.Contains("Angka disimpan: 1.", army.Text, StringComparison.Ordinal);
        var before = await house.Here.AskAsync(d => d.Set<ForceFigure>().CountAsync());
        await FileAsync(army, Encoding.UTF8.GetBytes("Instansi;Satuan;Asal;Penggunaan;Jumlah;Kepada\nTNI;Koramil Pasirian;Koramil Pasirian;Patroli;7;\nTNI;Koramil Senduro;Koramil Lain;Patroli;banyak;\nTNI;Kodim 0821 Lumajang;;BKO;5;\n"), "kekuatan.csv");
        var told = army.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent).ToList();
        Assert.Equal(3, told.Count);
        Assert.StartsWith("Baris 3, kolom Asal, \"Koramil Lain\":", told[0], StringComparison.Ordinal);
        Assert.StartsWith("Baris 3, kolom Jumlah, \"banyak\":", told[1], StringComparison.Ordinal);
        Assert.StartsWith("Baris 4, kolom Kepada", told[2], StringComparison.Ordinal);
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<ForceFigure>().CountAsync()));
    }

    private static Task FileAsync(Visitor visitor, string csv) => FileAsync(visitor, Encoding.UTF8.GetBytes(csv), "kekuatan.csv");

    private static async Task FileAsync(Visitor visitor, byte[] file, string name = "kekuatan.xlsx")
    {
        await visitor.OpenAsync("/kekuatan/baru");
        await visitor.SendAsync("berkas", [("Sent.Election", "")], ("Sent.File", name, file));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
    }

    private async Task<Guid> AddUnitAsync(string who, ForceAgency agency, string name, string home)
    {
        using var visitor = await InAsync(who);
        await visitor.OpenAsync("/kekuatan/baru");
        await visitor.SendAsync("satuan", ("Input.Agency", $"{agency}"), ("Input.Name", name), ("Input.Home", home));
        return Guid.Parse(visitor.Address.Segments[^1]);
    }

    private async Task<string> CountAsync(Guid unit, ForceUse use) => $"{(await FiguresAsync(unit)).Last(f => f.Use == use).Count}";

    private async Task<List<ForceFigure>> FiguresAsync(Guid unit) =>
        [.. (await house.Here.AskAsync(d => d.Set<ForceFigure>().AsNoTracking().Where(f => f.UnitId == unit).ToListAsync())).OrderBy(f => f.At).ThenBy(f => f.Id)];

    // Stations of a year, shared out over the villages of the sample.
    private Task<int> AddElectionAsync(string code, int stations) => house.Here.AskAsync(async d =>
    {
        await ElectionStore.AddAsync(d, code, code, ElectionKind.Pilkada, new DateOnly(2018, 6, 27), House.OwnKabupaten, ["Bupati"], [], CancellationToken.None);
        var election = (await ElectionQueries.IdOfAsync(d, code, CancellationToken.None))!.Value;
        var villages = await d.Set<Area>().Where(a => a.Code.StartsWith("35.08.") && a.Code.Length == 13).Select(a => a.Code).OrderBy(c => c).ToListAsync();
        for (var i = 0; i < stations; i++) d.Add(new Station { ElectionId = election, Code = $"{villages[i % villages.Count]}.{i / villages.Count + 1:D3}" });
        return await d.SaveChangesAsync();
    });

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }
}
