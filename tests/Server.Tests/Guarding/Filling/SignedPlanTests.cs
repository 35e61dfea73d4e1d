using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Guarding;
using TigaPilar.Server.Tests.Access;
using TigaPilar.Server.Tests.Shell.Documents;

namespace TigaPilar.Server.Tests.Guarding.Filling;

/// <summary>The Polres shares out, the Kapolsek names, the Kabag Ops checks, the Kapolres signs.</summary>
[Trait("Database", "each")]
public sealed class SignedPlanTests(House house) : IClassFixture<House>
{
    private static int _numbers = 1000;

    [Fact]
    public async Task APlanIsFilledCheckedAndSignedAndOnlyARevisionTakesItsPlace()
    {
        using var ops = await InAsync("kabagops");
        using var chief = await InAsync("kapolres");
        var plan = await MakeAsync(ops);
        await ops.OpenAsync($"/pengamanan/{plan}/kesiapan");
        Assert.Contains("Rancangan", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("pakai");
        // Fewer than the pattern asks for are given with a reason only.
        var first = ops.Page.QuerySelectorAll<IHtmlInputElement>("tbody input").First().Name!;
        await ops.SendAsync("plafon", (first, "1"));
        Assert.Contains("Ada plafon di bawah kebutuhan", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("plafon", (first, "1"), ("Input.Reason", "ditutup BKO Polda"));
        await ops.OpenAsync(ops.Page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        Assert.Contains("ditutup BKO Polda", ops.Text, StringComparison.Ordinal);
        await ops.OpenAsync($"/pengamanan/{plan}/kesiapan");
        await ops.SendAsync("plafon", (first, ""), ("Input.Act", "save"));
        await ops.SendAsync("plafon", ("Input.Act", "need"));
        Assert.Contains("Plafon disimpan.", ops.Text, StringComparison.Ordinal);

        var sheets = ops.Page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(21, sheets.Count);
        foreach (var sheet in sheets)
        {
            await chief.OpenAsync(sheet);
            await FillAsync(chief);
            await chief.SendAsync("kirim");
            Assert.Contains("Diisi, menunggu Kabag Ops", chief.Text, StringComparison.Ordinal);
        }

        await ops.OpenAsync(sheets[0]);
        await ops.SendAsync("kembalikan", ("Input.Reason", "HP Padal belum ada"));
        Assert.Contains("Dikembalikan: HP Padal belum ada", ops.Text, StringComparison.Ordinal);
        await chief.OpenAsync(sheets[0]);
        await chief.SendAsync("kirim");
        foreach (var sheet in sheets)
        {
            await ops.OpenAsync(sheet);
            await ops.SendAsync("periksa");
            Assert.Contains("Siap ditandatangani", ops.Text, StringComparison.Ordinal);
        }

        await ops.OpenAsync($"/pengamanan/{plan}/kesiapan");
        Assert.Contains("Ditandatangani oleh Kapolres", ops.Text, StringComparison.Ordinal);
        Assert.Null(ops.Page.QuerySelector("#kode"));
        await chief.OpenAsync($"/pengamanan/{plan}/kesiapan");
        await chief.SendAsync("tanda-tangan", ("Input.Code", "000000"));
        Assert.Contains("Enam angka itu tidak benar", chief.Text, StringComparison.Ordinal);
        await SignAsync(chief);
        Assert.Contains("Sama dengan saat ditandatangani", chief.Text, StringComparison.Ordinal);
        Assert.Contains("diisi TU", chief.Text, StringComparison.Ordinal);
        await ops.OpenAsync($"/pengamanan/{plan}/kesiapan");
        await ops.SendAsync("nomor", ("Input.Number", "Sprin/00/CONTOH/2026"));
        Assert.Contains("Sprin/00/CONTOH/2026", ops.Text, StringComparison.Ordinal);

        // Agreed to is not yet issued: every print bears KONSEP until the paper with the ink is there, but for the one to be signed.
        Assert.Contains("masih KONSEP", ops.Text, StringComparison.Ordinal);
        Assert.Contains("KONSEP", await PaperAsync(await ops.GetAsync($"/pengamanan/{plan}/cetak/lampiran-sprin.pdf")), StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", await PaperAsync(await ops.GetAsync($"/pengamanan/{plan}/cetak/lampiran-sprin.pdf?naskah=ya")), StringComparison.Ordinal);
        await ops.SendAsync("naskah", [], ("Input.Scan", "sprin.pdf", "MZ this is a program"u8.ToArray()));
        Assert.Contains("bukan PDF", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("naskah", [], ("Input.Scan", "../../sprin.pdf", "%PDF-1.7 naskah"u8.ToArray()));
        Assert.Contains("Sprin terbit", ops.Text, StringComparison.Ordinal);
        var scan = ops.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "sprin.pdf").GetAttribute("href")!;
        Assert.Equal("%PDF-1.7 naskah", await (await ops.GetAsync(scan)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("KONSEP", await PaperAsync(await ops.GetAsync($"/pengamanan/{plan}/cetak/lembar-tugas.pdf?bagian={sheets[0][^36..]}")), StringComparison.Ordinal);

        // By kecamatan: its groups alone, and none where it has none.
        var one = await PaperAsync(await ops.GetAsync($"/pengamanan/{plan}/cetak/lampiran-sprin.pdf?kec=35.08.04"));
        Assert.Contains("Kecamatan Pasirian", one, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMPURSARI", one, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await ops.GetAsync($"/pengamanan/{plan}/cetak/lampiran-sprin.pdf?kec=35.08.99")).StatusCode);

        // A revision is a copy in which one sheet is open again.
        await ops.OpenAsync(sheets[0]);
        await ops.SendAsync("revisi");
        var revision = ops.Address.Segments[2].TrimEnd('/');
        Assert.NotEqual(plan.ToString(), revision);
        var open = ops.Page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Sedang diisi Polsek", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        await ops.OpenAsync(open);
        var man = ops.Page.QuerySelector("#kelompok tbody ul a")!;
        await ops.OpenAsync(man.GetAttribute("href")!);
        var reserve = ops.Page.QuerySelectorAll<IHtmlOptionElement>("#o-ganti option").Last();
        await ops.SendAsync("ganti", ("Input.Reason", "sakit"), ("Input.Substitute", reserve.Value));
        Assert.Contains($"{man.TextContent}: sakit. Diganti {reserve.TextContent}", ops.Text, StringComparison.Ordinal);
        await ops.SendAsync("kirim");
        await chief.OpenAsync(open);
        await chief.SendAsync("periksa");
        Assert.Equal(GuardPlanStage.InForce, await StageAsync(plan));
        await chief.OpenAsync($"/pengamanan/{revision}/kesiapan");
        await SignAsync(chief);
        Assert.Contains("Revisi ke-2", chief.Text, StringComparison.Ordinal);
        Assert.Equal(GuardPlanStage.Superseded, await StageAsync(plan));
    }

    private static async Task<string> PaperAsync(HttpResponseMessage response) =>
        Poppler.Run("pdftotext", await response.Content.ReadAsByteArrayAsync(), "-raw", "-", "-");

    private async Task<Visitor> InAsync(string account)
    {
        var visitor = new Visitor(house.Here.Address);
        await visitor.SignInAsync(house[account]);
        return visitor;
    }

    private static async Task<Guid> MakeAsync(Visitor ops)
    {
        await ops.OpenAsync("/pengamanan/baru");
        await ops.SendAsync("rencana", ("Input.Election", "pemilu-contoh"), ("Input.Area", "35.08"), ("Input.Preset", ""), ("Input.AcrossVillages", "false"), ("Input.FillRawan", "true"), ("Input.NeighbourKilometres", "0"));
        return await ops.ReadyPlanAsync();
    }

    private static async Task FillAsync(Visitor visitor)
    {
        var needed = int.Parse(System.Text.RegularExpressions.Regex.Match(visitor.Text, @"(?<=butuh )\d+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value, CultureInfo.InvariantCulture);
        var lines = string.Join('\n', Enumerable.Range(0, needed + 2).Select(_ => $"Petugas Contoh; Aipda; {Interlocked.Increment(ref _numbers)}; 0800 000 000"));
        await visitor.SendAsync("tambah", ("Input.Part", "Member"), ("Input.Group", ""), ("Input.Lines", lines));
        Assert.Contains("Semua kelompok terisi", visitor.Text, StringComparison.Ordinal);
        await visitor.SendAsync("tambah", ("Input.Part", "Padal"), ("Input.Group", ""), ("Input.Lines", "Padal Contoh; Iptu"));
    }

    private async Task SignAsync(Visitor chief) => await chief.SendAsync("tanda-tangan", ("Input.Code", AccountMaker.CodeAt(house["kapolres"].TotpKey, TimeProvider.System.GetUtcNow())));

    private Task<GuardPlanStage> StageAsync(Guid plan) => house.Here.AskAsync(d => d.Set<GuardPlanRecord>().Where(p => p.Id == plan).Select(p => p.Stage).SingleAsync());
}
