using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Rules;
using TigaPilar.Server.Tests.Access;

namespace TigaPilar.Server.Tests.Guarding.Rules;

/// <summary>Patterns, ways and ties are data of the kabupaten: each plan made afterwards obeys them.</summary>
public sealed class GroundRulesTests(House house) : IClassFixture<House>
{
    [Fact]
    [Trait("Database", "each")]
    public async Task APatternHoldsFromItsDayUntilALaterOneAndIsWithdrawnWithAReason()
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/pengamanan/pola");
        await ops.SendAsync("terbit", ("Input.Preset", "lampung-2024"), ("Input.EffectiveFrom", "2020-01-01"));
        Assert.Contains("kurang rawan: 2 polisi untuk paling banyak 20 TPS", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("pola", ("Input.Class", "KurangRawan"), ("Input.Officers", "3"), ("Input.MaxStations", "4"), ("Input.Linmas", "1,5"), ("Input.EffectiveFrom", "2020-02-01"), ("Input.LegalBasis", "Sprin/1/CONTOH"));
        Assert.Contains("kurang rawan: 3 polisi untuk paling banyak 4 TPS", ops.Text, StringComparison.Ordinal);
        Assert.Contains("Sudah diganti", ops.Text, StringComparison.Ordinal);

        var plan = await MadeAsync(ops, "data");
        var groups = await house.Here.AskAsync(d => d.Set<PlanGroup>().Where(g => g.PlanId == plan).ToListAsync());
        Assert.Contains(groups, g => g.Officers == 3);
        Assert.All(groups.Where(g => g.Officers == 3), g => Assert.InRange(g.Stations, 1, 4));
        // 1,5 Linmas is two whole persons.
        Assert.True(await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.PlanId == plan).AllAsync(s => s.Linmas == 2)));

        await ops.OpenAsync("/pengamanan/pola");
        var own = await house.Here.AskAsync(d => d.Set<PatternEntry>().Where(e => e.Officers == 3).Select(e => e.Id).SingleAsync());
        await ops.SendAsync($"cabut-{own}", ("Input.Reason", ""));
        Assert.Contains("Isi alasan", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync($"cabut-{own}", ("Input.Reason", "salah ketik"));
        Assert.Contains("Dicabut: salah ketik", ops.Text, StringComparison.Ordinal);
        Assert.Contains("kurang rawan: 2 polisi untuk paling banyak 20 TPS", ops.Text, StringComparison.Ordinal);
        // A plan made by it stays what it was.
        Assert.Equal(groups.Count, await house.Here.AskAsync(d => d.Set<PlanGroup>().CountAsync(g => g.PlanId == plan)));
    }

    [Theory]
    [InlineData("Input.Officers", "0", "Polisi: bilangan bulat")]
    [InlineData("Input.MaxStations", "0", "TPS paling banyak: bilangan bulat")]
    [InlineData("Input.MinStations", "99", "TPS paling sedikit")]
    [InlineData("Input.Linmas", "dua", "Linmas per TPS: angka")]
    [InlineData("Input.EffectiveFrom", "", "Isi tanggal")]
    [InlineData("Input.LegalBasis", " ", "Isi dasarnya")]
    public async Task AWrongFieldOfAPatternIsNamedAndNothingKept(string field, string value, string said)
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/pengamanan/pola");
        var before = await house.Here.AskAsync(d => d.Set<PatternEntry>().CountAsync());
        var fields = new Dictionary<string, string> { ["Input.Class"] = "Rawan", ["Input.Officers"] = "2", ["Input.MaxStations"] = "3", ["Input.EffectiveFrom"] = "2021-01-01", ["Input.LegalBasis"] = "Sprin/2/CONTOH", [field] = value };
        await ops.SendAsync("pola", [.. fields.Select(f => (f.Key, f.Value))]);
        Assert.Contains(said, ops.Text, StringComparison.Ordinal);
        Assert.Equal(before, await house.Here.AskAsync(d => d.Set<PatternEntry>().CountAsync()));
    }

    [Fact]
    public async Task APolsekReadsThePatternsOfItsPolresAndEntersNone()
    {
        using var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync("/pengamanan/pola");
        Assert.Equal(HttpStatusCode.OK, polsek.Status);
        Assert.Null(polsek.Page.QuerySelector("#polisi"));
        using var camat = await house.VisitAsync("camat");
        await camat.OpenAsync("/pengamanan/pola");
        Assert.Equal(HttpStatusCode.Forbidden, camat.Status);
    }

    [Fact]
    public async Task TwoStationsSaidToStandApartShareNoGroupInThePlansThatFollow()
    {
        using var ops = await house.VisitAsync("kabagops");
        var plan = await MadeAsync(ops, "");
        var together = (await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.PlanId == plan).ToListAsync())).GroupBy(s => s.Group).First(g => g.Count() >= 3).Select(s => s.StationCode).Order(StringComparer.Ordinal).ToArray();
        var (a, b, c) = (together[0], together[1], together[2]);
        await ops.OpenAsync("/pengamanan/jarak?pemilihan=pemilu-contoh");
        await ops.SendAsync("tautan", ("Input.A", b), ("Input.B", a), ("Input.Together", "false"), ("Input.Reason", "terpisah sungai"));
        Assert.Contains("1 pasang TPS diatur", ops.Text, StringComparison.Ordinal);
        Assert.Contains("terpisah sungai", ops.Text, StringComparison.Ordinal);
        // Who is with both would bring them together.
        await ops.SendAsync("tautan", ("Input.A", a), ("Input.B", c), ("Input.Together", "true"), ("Input.Reason", "satu halaman"));
        await ops.SendAsync("tautan", ("Input.A", b), ("Input.B", c), ("Input.Together", "true"), ("Input.Reason", "satu halaman"));
        Assert.Contains("Bertentangan", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("tautan", ("Input.A", a), ("Input.B", "35.08.99.2001.001"), ("Input.Together", "false"), ("Input.Reason", "x"));
        Assert.Contains("TPS tidak ada di wilayah Anda", ops.Text, StringComparison.Ordinal);

        var next = await MadeAsync(ops, "");
        var groups = await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.PlanId == next).ToDictionaryAsync(s => s.StationCode, s => s.Group));
        Assert.NotEqual(groups[a], groups[b]);
        Assert.Equal(groups[a], groups[c]);
        await ops.OpenAsync("/pengamanan/jarak?pemilihan=pemilu-contoh");
        await ops.SendAsync($"lepas-{a}-{b}");
        await ops.SendAsync($"lepas-{a}-{c}");
        Assert.Contains("0 pasang TPS diatur", ops.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Database", "each")]
    public async Task MinutesBetweenVillagesCountInPlaceOfTheStraightLine()
    {
        using var ops = await house.VisitAsync("kabagops");
        string[] villages = ["35.08.01.2001", "35.08.01.2002"];
        await ops.OpenAsync("/pengamanan/jarak");
        await ops.SendAsync("menit", ("Input.A", villages[1]), ("Input.B", villages[0]), ("Input.Minutes", "2000"));
        Assert.Contains("bilangan bulat 0 sampai 1.440", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("menit", ("Input.A", villages[1]), ("Input.B", villages[0]), ("Input.Minutes", "0"));
        Assert.Contains("1 jarak antardesa diisi", ops.Text, StringComparison.Ordinal);
        var plan = await MadeAsync(ops, "", across: true);
        var page = await (await ops.GetAsync($"/pengamanan/{plan}/plan.html")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches(@"garis lurus dan [1-9][\d.]* menurut menit", page);
        await ops.OpenAsync("/pengamanan/jarak");
        await ops.SendAsync($"hapus-{villages[0]}-{villages[1]}");
        Assert.Contains("0 jarak antardesa diisi", ops.Text, StringComparison.Ordinal);
        using var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync("/pengamanan/jarak");
        await polsek.SendAsync("menit", ("Input.A", villages[1]), ("Input.B", villages[0]), ("Input.Minutes", "7"));
        Assert.Contains("Desa tidak ada di wilayah Anda", polsek.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficersAreWeighedAgainstWaysAndChosenKecamatanByKecamatan()
    {
        using var ops = await house.VisitAsync("kabagops");
        var plan = await MadeAsync(ops, "");
        await ops.OpenAsync($"/pengamanan/{plan}/pilihan");
        var rows = ops.Page.QuerySelectorAll("tbody tr");
        Assert.Equal(21, rows.Length);
        // Where crossing villages saves most.
        var best = rows.MaxBy(r => int.Parse(r.QuerySelectorAll("td")[3].TextContent, CultureInfo.InvariantCulture))!;
        var saved = int.Parse(best.QuerySelectorAll("td")[3].TextContent, CultureInfo.InvariantCulture);
        Assert.True(saved > 0);
        var code = best.QuerySelector<IHtmlInputElement>("input[value=true]")!.Name!;
        var before = await house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == plan).Select(p => p.Officers).SingleAsync());
        await ops.SendAsync("pilihan", (code, "true"));
        var next = await ops.ReadyPlanAsync();
        Assert.Equal(before - saved, await house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == next).Select(p => p.Officers).SingleAsync()));
        await ops.OpenAsync($"/pengamanan/{next}/pilihan");
        Assert.Single(ops.Page.QuerySelectorAll<IHtmlInputElement>("tbody input[value=true]"), i => i.IsChecked);
        using var polsek = await house.VisitAsync("kapolsek");
        await polsek.OpenAsync($"/pengamanan/{plan}/pilihan");
        Assert.Equal(HttpStatusCode.NotFound, polsek.Status);
    }

    [Fact]
    [Trait("Database", "each")]
    public async Task PatternsWaysAndTiesGoOutAsFilesAndComeBackOrAreNamedRowByRow()
    {
        using var ops = await house.VisitAsync("kabagops");
        await ops.OpenAsync("/pengamanan/pola");
        await SendAsync(ops, "berkas", "Kelas,Polisi,TPS paling banyak,Linmas per TPS,Berlaku sejak,Dasar\nRawan,5,5,\"1,5\",2019-03-01,Sprin/9/CONTOH\n");
        var rows = Workbooks.Rows(await Workbooks.DownloadAsync(ops, "/pengamanan/pola/unduh?di=35.08"));
        Assert.Contains(rows, r => (r["Kelas"], r["Polisi"], r["Linmas per TPS"], r["Berlaku sejak"]) == ("rawan", "5", "1.5", "2019-03-01"));
        // As it went out: nothing is added.
        var kept = await house.Here.AskAsync(d => d.Set<PatternEntry>().CountAsync());
        await ops.SendAsync("berkas", [], ("Sent.File", "pola.xlsx", Workbooks.Written(rows)));
        await SendAsync(ops, "berkas", "Kelas,Polisi,TPS paling banyak,Berlaku sejak,Dasar\nRawan,2,4,2019-04-01,Sprin/9/CONTOH\nAman,2,4,2019-04-01,Sprin\nKhusus,2,3,2019-04-01,Sprin\nRawan,0,3,2019-04-01,Sprin\n");
        Assert.Equal(["Baris 3, kolom Kelas, \"Aman\"", "Baris 4, kolom TPS paling banyak, \"3\"", "Baris 5, kolom Polisi, \"0\""], Told(ops));
        Assert.Equal(kept, await house.Here.AskAsync(d => d.Set<PatternEntry>().CountAsync()));
        await ops.SendAsync($"cabut-{await house.Here.AskAsync(d => d.Set<PatternEntry>().Where(e => e.Officers == 5).Select(e => e.Id).SingleAsync())}", ("Input.Reason", "selesai"));

        await ops.OpenAsync("/pengamanan/jarak?pemilihan=pemilu-contoh");
        await SendAsync(ops, "berkas-menit", "kode_desa,kode_desa_lain,menit\n35.08.06.2002,35.08.06.2001,45\n35.08.06.2003,35.08.06.2001,20\n");
        await SendAsync(ops, "berkas-tautan", "kode_tps,kode_tps_lain,aturan,alasan\n35.08.06.2001.001,35.08.06.2001.002,pisah,Sungai contoh\n");
        var book = await Workbooks.DownloadAsync(ops, "/pengamanan/jarak/unduh?pemilihan=pemilu-contoh");
        var ways = Workbooks.Rows(book, "Jarak");
        Assert.Equal(("35.08.06.2002", "45"), ways.Where(w => w["Kode desa"] == "35.08.06.2001").Select(w => (w["Kode desa lain"], w["Menit"])).First());
        Assert.Contains(Workbooks.Rows(book, "Tautan"), t => (t["Kode TPS"], t["Aturan"], t["Alasan"]) == ("35.08.06.2001.001", "pisah", "Sungai contoh"));
        // Blank minutes take the way away.
        ways.Single(w => w["Kode desa lain"] == "35.08.06.2003")["Menit"] = "";
        await ops.SendAsync("berkas-menit", [], ("Sent.File", "jarak.xlsx", Workbooks.Written(ways)));
        Assert.False(await house.Here.AskAsync(d => d.Set<VillageWay>().AnyAsync(w => w.VillageB == "35.08.06.2003")));
        await SendAsync(ops, "berkas-menit", "kode_desa,kode_desa_lain,menit\n35.08.06.2001,35.08.06.2002,30\n35.08.06.2001,35.99.06.2002,30\n35.08.06.2001,35.08.06.2003,dua\n");
        Assert.Equal(["Baris 3, kolom kode_desa_lain, \"35.99.06.2002\"", "Baris 4, kolom menit, \"dua\""], Told(ops));
        Assert.Equal(45, await house.Here.AskAsync(d => d.Set<VillageWay>().Where(w => w.VillageB == "35.08.06.2002").Select(w => w.Minutes).SingleAsync()));
        // What contradicts an earlier tie shows against the others alone: all of the file is refused.
        await SendAsync(ops, "berkas-tautan", "kode_tps,kode_tps_lain,aturan,alasan\n35.08.06.2001.002,35.08.06.2001.003,bersama,Contoh\n35.08.06.2001.003,35.08.06.2001.001,bersama,Contoh\n");
        Assert.Equal(["Baris 3"], Told(ops));
        Assert.Single(await house.Here.AskAsync(d => d.Set<StationTie>().Where(t => t.StationA.CompareTo("35.08.06.") > 0 && t.StationA.CompareTo("35.08.06/") < 0).ToListAsync()));
        await ops.SendAsync("lepas-35.08.06.2001.001-35.08.06.2001.002");
        await ops.SendAsync("hapus-35.08.06.2001-35.08.06.2002");
    }

    private static Task SendAsync(Visitor visitor, string form, string csv) => visitor.SendAsync(form, [], ("Sent.File", "tabel.csv", System.Text.Encoding.UTF8.GetBytes(csv)));

    private static string[] Told(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".notice-bad li").Select(l => l.TextContent.Split(": ")[0])];

    private static async Task<Guid> MadeAsync(Visitor ops, string preset, bool across = false)
    {
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", preset), ("Input.AcrossVillages", across ? "true" : "false"), ("Input.FillRawan", "true"), ("Input.NeighbourKilometres", "0"));
        return await ops.ReadyPlanAsync();
    }
}
