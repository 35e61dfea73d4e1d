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
[Trait("Database", "each")]
public sealed class GroundRulesTests(House house) : IClassFixture<House>
{
    [Fact]
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
    public async Task MinutesBetweenVillagesCountInPlaceOfTheStraightLine()
    {
        using var ops = await house.VisitAsync("kabagops");
        var villages = await house.Here.AskAsync(d => d.Set<PlanStation>().Where(s => s.StationCode.CompareTo("35.08.01.") > 0 && s.StationCode.CompareTo("35.08.02") < 0).Select(s => s.StationCode.Substring(0, 13)).Distinct().OrderBy(v => v).Take(2).ToListAsync());
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

    private static async Task<Guid> MadeAsync(Visitor ops, string preset, bool across = false)
    {
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", preset), ("Input.AcrossVillages", across ? "true" : "false"), ("Input.FillRawan", "true"), ("Input.NeighbourKilometres", "0"));
        return await ops.ReadyPlanAsync();
    }
}
