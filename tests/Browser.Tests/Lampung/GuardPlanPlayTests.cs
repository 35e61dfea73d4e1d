using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using TigaPilar.Server.Tests;

namespace TigaPilar.Browser.Tests.Lampung;

/// <summary>
/// From an empty installation to the signed order of a real kabupaten of 4,071 stations, by what its people see and press
/// alone. docs/guide/rencana-lampung-tengah.md tells it with the pictures taken here.
/// </summary>
[Collection(InAPlay.Name)]
public sealed partial class GuardPlanPlayTests(Chromium chromium, ITestOutputHelper output)
{
    private const string Password = "kata sandi yang panjang";
    private const string Election = "pemilu-contoh";
    private static readonly int Trimurjo = Array.FindIndex(Kabupaten.Sectors, s => s.Name == "Polsek Trimurjo");
    private static readonly int Punggur = Array.FindIndex(Kabupaten.Sectors, s => s.Name == "Polsek Punggur");
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Visit> _visits = [];
    private Served _served = null!;
    private Visit _admin = null!;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Date);

    [Fact]
    public async Task AKabupatenComesFromNothingToItsSignedOrder()
    {
        string villages = SharedData.File("lampung-tengah-villages.csv"), outlines = SharedData.File("lampung-tengah-desa.geojson"), stations = SharedData.File("lampung-tengah-tps-2024.csv");
        _served = await Served.StartEmptyAsync();
        try
        {
            await BeginAsync(villages, outlines);
            var kpu = await InvitedAsync("Kirana", "kpu");
            await ElectionAsync(kpu, stations);
            var chief = await InvitedAsync("Bagas", "kapolres");
            var operations = await InvitedAsync("Galih", "kabagops");
            await PatternsAsync(operations);
            var readiness = await PlanAsync(operations);
            await FillAsync(operations, readiness);
            await CheckAsync(operations, readiness);
            await SignAsync(chief, operations, readiness);
            await ReleaseAsync(operations, readiness);
            await LinmasAsync();
            foreach (var visit in _visits) visit.AssertQuiet();
        }
        finally
        {
            foreach (var visit in _visits) await visit.DisposeAsync();
            await _served.DisposeAsync();
        }
    }

    // The administrator: first run, areas, commands, offices.
    private async Task BeginAsync(string villages, string outlines)
    {
        _admin = await VisitAsync();
        await _admin.OpenAsync(_served.FirstRun!.AbsolutePath);
        await _admin.Page.FillAsync("#orang", "Admin Contoh");
        await CredentialsAsync(_admin, "admin");
        await _admin.OpenAsync("/wilayah/muat");
        await _admin.Page.FillAsync("input[name=cari]", Kabupaten.Code);
        await PressAsync(_admin, "Cari");
        await _admin.Page.Locator("main tr", new() { HasText = "Lampung Tengah" }).GetByRole(AriaRole.Button).ClickAsync();
        await _admin.ArriveAsync(url => url.EndsWith($"/wilayah/{Kabupaten.Code}", StringComparison.Ordinal));
        await ImportAsync(_admin, "Villages", new() { Path = villages });
        await ImportAsync(_admin, "Boundaries", new() { Path = outlines });
        await CommandAsync(Kabupaten.Polres, "Polres", null, Kabupaten.Code);
        foreach (var (name, kecamatan) in Kabupaten.Sectors) await CommandAsync(name, "Polsek", Kabupaten.Polres, Kabupaten.Codes(kecamatan));
        await _admin.OpenAsync("/yurisdiksi");
        await _admin.TakeAsync("lampung-satuan");
        await ImportAsync(_admin, "Offices", new() { Bytes = Kabupaten.Offices });
        Told("administrator");
    }

    private async Task CommandAsync(string name, string kind, string? above, string areas)
    {
        await _admin.OpenAsync("/yurisdiksi/baru");
        await _admin.Page.FillAsync("#nama", name);
        await _admin.Page.SelectOptionAsync("#tingkat", kind);
        if (above is not null) await _admin.Page.SelectOptionAsync("#atas", new SelectOptionValue { Label = above });
        await _admin.Page.FillAsync("#wilayah", areas);
        await PressAsync(_admin, "Simpan");
        await _admin.ArriveAsync(url => url.EndsWith("/yurisdiksi", StringComparison.Ordinal));
    }

    private async Task ElectionAsync(Visit kpu, string stations)
    {
        await kpu.OpenAsync("/pemilihan/baru");
        await kpu.Page.FillAsync("#nama", "Pemilu Contoh");
        await kpu.Page.FillAsync("#kode", Election);
        await kpu.Page.SelectOptionAsync("#jenis", "Pemilu");
        await kpu.Page.SelectOptionAsync("#status", "Running");
        await kpu.Page.FillAsync("#hari", Day(Today.AddDays(7)));
        await kpu.Page.CheckAsync($"input[name='Input.Areas'][value='{Kabupaten.Code}']");
        await PressAsync(kpu, "Simpan");
        await kpu.ArriveAsync(url => url.EndsWith($"/pemilihan/{Election}", StringComparison.Ordinal));
        await ImportAsync(kpu, "Stations", new() { Path = stations }, "lampung-impor");
        await kpu.OpenAsync("/tps");
        Assert.Contains("4.071 TPS", await kpu.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Told("KPU");
    }

    private async Task PatternsAsync(Visit operations)
    {
        await operations.OpenAsync("/pengamanan/pola");
        await operations.Page.SelectOptionAsync("#terbit", "lampung-2024");
        await operations.Page.FillAsync("#sejak-terbit", Day(Today.AddDays(-30)));
        await PressAsync(operations, "Pakai pola ini");
        await operations.Page.Locator("main > [role=status]").WaitForAsync();
        await operations.Page.SelectOptionAsync("#kelas", "KurangRawan");
        await operations.Page.FillAsync("#polisi", "2");
        await operations.Page.FillAsync("#maks", "12");
        await operations.Page.FillAsync("#sejak", Day(Today));
        await operations.Page.FillAsync("#dasar", "Sprin/Contoh/2026");
        await PressAsync(operations, "Tambah pola");
        await operations.Page.GetByText("2 polisi untuk paling banyak 12 TPS").WaitForAsync();
        await operations.TakeAsync("lampung-pola");
        Told("pola");
    }

    private async Task<string> PlanAsync(Visit operations)
    {
        var page = operations.Page;
        await operations.OpenAsync("/pengamanan");
        await page.ClickAsync("main a[href='/pengamanan/baru']");
        await page.CheckAsync("input[name='Input.AcrossVillages'][value=true]");
        await operations.TakeAsync("lampung-rencana-baru");
        await PressAsync(operations, "Susun rencana");
        var open = page.GetByRole(AriaRole.Link, new() { Name = "Isi dan tanda tangani" });
        await open.WaitForAsync(new() { Timeout = 120_000 });
        await page.FrameLocator("iframe.plan-frame").GetByText("355 kelompok").First.WaitForAsync();
        await operations.TakeAsync("lampung-rencana");
        await open.ClickAsync();
        await PressAsync(operations, "Pakai rencana ini");
        await PressAsync(operations, "Isi yang kosong sesuai kebutuhan");
        await page.GetByText("Plafon disimpan.").WaitForAsync();
        Assert.Contains("4.071 TPS · 355 kelompok · 710 personel.", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal(Kabupaten.Sectors.Length, await page.Locator("main tbody tr").CountAsync());
        await operations.TakeAsync("lampung-plafon");
        Told("rencana");
        return operations.Path;
    }

    private async Task FillAsync(Visit operations, string readiness)
    {
        // Two Polsek fill their own sheets, of which one is sent back.
        var trimurjo = await InvitedAsync("Tegar", "kapolsek.trimurjo");
        await OwnSheetAsync(trimurjo, "Polsek Trimurjo");
        await NamesAsync(trimurjo, Trimurjo, reserve: 1, picture: "lampung-isi");
        await trimurjo.Page.Locator("#kelompok").WaitForAsync();
        await trimurjo.TakeAsync("lampung-lembar");
        await PressAsync(trimurjo, "Kirim ke Kabag Ops");
        await trimurjo.Page.GetByText("Diisi, menunggu Kabag Ops").WaitForAsync();
        var punggur = await InvitedAsync("Puspa", "kapolsek.punggur");
        await OwnSheetAsync(punggur, "Polsek Punggur");
        await NamesAsync(punggur, Punggur, reserve: 0);
        await PressAsync(punggur, "Kirim ke Kabag Ops");
        await punggur.Page.GetByText("Diisi, menunggu Kabag Ops").WaitForAsync();

        await SheetAsync(operations, readiness, "Polsek Trimurjo");
        await operations.Page.FillAsync("#alasan", "Anggota 03 sakit, mohon diganti");
        await PressAsync(operations, "Kembalikan ke Polsek");
        // The Kapolsek sees it without touching anything; the man falls out and one of the reserve takes his place.
        await trimurjo.Page.GetByText("Anggota 03 sakit, mohon diganti").WaitForAsync();
        await trimurjo.TakeAsync("lampung-dikembalikan");
        await trimurjo.Page.GetByRole(AriaRole.Link, new() { Name = "Aipda Anggota 03 Contoh" }).ClickAsync();
        await trimurjo.Page.FillAsync("#o-sebab", "sakit");
        var reserve = await trimurjo.Page.Locator("#o-ganti option").Nth(1).InnerTextAsync();
        await trimurjo.Page.SelectOptionAsync("#o-ganti", new SelectOptionValue { Label = reserve });
        await trimurjo.TakeAsync("lampung-ganti", "#orang");
        await PressAsync(trimurjo, "Ganti personel");
        await trimurjo.Page.GetByText($"sakit. Diganti {reserve}").WaitForAsync();
        await PressAsync(trimurjo, "Kirim ke Kabag Ops");
        await trimurjo.Page.GetByText("Diisi, menunggu Kabag Ops").WaitForAsync();
        Told("dua Kapolsek");

        // For the others the Polres fills them itself; who fills does not check.
        var clerk = await InvitedAsync("Ratna", "paur");
        for (var sector = 0; sector < Kabupaten.Sectors.Length; sector++)
        {
            if (sector == Trimurjo || sector == Punggur) continue;
            await SheetAsync(clerk, readiness, Kabupaten.Sectors[sector].Name);
            // One by the file that was downloaded, the others by pasting.
            if (sector == 0) await FileAsync(clerk, sector);
            else await NamesAsync(clerk, sector, reserve: 0);
            await PressAsync(clerk, "Kirim ke Kabag Ops");
            await clerk.Page.GetByText("Diisi, menunggu Kabag Ops").WaitForAsync();
        }

        Told("semua lembar");
    }

    private async Task CheckAsync(Visit operations, string readiness)
    {
        await operations.OpenAsync(readiness);
        Assert.Contains("Semua kelompok terisi.", await operations.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        foreach (var (name, _) in Kabupaten.Sectors)
        {
            await SheetAsync(operations, readiness, name);
            await PressAsync(operations, "Sudah diperiksa, siap ditandatangani");
            await operations.Page.Locator("main .badge-good").First.WaitForAsync();
        }

        await operations.OpenAsync(readiness);
        Assert.Equal(Kabupaten.Sectors.Length, await operations.Page.GetByText("Siap ditandatangani", new() { Exact = true }).CountAsync());
        await operations.TakeAsync("lampung-kesiapan");
        Told("diperiksa");
    }

    private async Task SignAsync(Visit chief, Visit operations, string readiness)
    {
        await chief.OpenAsync("/");
        await chief.Page.ClickAsync($"main a[href='{readiness}']");
        await chief.Page.FillAsync("#kode", PrintedAccount.DigitsOf(_keys["kapolres"]));
        await chief.TakeAsync("lampung-tanda-tangan", "#kode");
        await PressAsync(chief, "Tanda tangani");
        await chief.Page.GetByText("Sama dengan saat ditandatangani.").WaitForAsync();

        var page = operations.Page;
        await operations.OpenAsync(readiness);
        await page.FillAsync("#nomor", "Sprin/1/Contoh/2026");
        await PressAsync(operations, "Simpan nomor");
        await page.Locator("dd", new() { HasText = "Sprin/1/Contoh/2026" }).WaitForAsync();
        await operations.TakeAsync("lampung-naskah", "#naskah");
        var paper = await PaperAsync(operations, page.GetByRole(AriaRole.Link, new() { Name = "Cetak naskah untuk ditandatangani" }));
        await SheetAsync(operations, readiness, "Polsek Trimurjo");
        foreach (var (link, words) in new[] { ("Cetak Lampiran Sprin", "Anggota 04 Contoh"), ("Cetak Lembar Tugas", "Anggota 04 Contoh"), ("Cetak Kartu Kontak TPS", $"Padal {Trimurjo:D2} Contoh") })
        {
            var said = Pictures.Words(await PaperAsync(operations, page.GetByRole(AriaRole.Link, new() { Name = link })));
            Assert.Contains(words, said, StringComparison.Ordinal);
            Assert.Contains("KONSEP", said, StringComparison.Ordinal);
        }

        await operations.OpenAsync(readiness);
        await page.SetInputFilesAsync("#naskah", new FilePayload { Name = "sprin-bertanda-tangan.pdf", MimeType = "application/pdf", Buffer = paper });
        await PressAsync(operations, "Unggah naskah");
        await page.GetByText("Sprin terbit, berlaku.").WaitForAsync();
        var order = await PaperAsync(operations, page.GetByRole(AriaRole.Link, new() { Name = "Cetak Lampiran Sprin" }));
        Pictures.Take(order, "lampung-lampiran");
        var issued = Pictures.Words(order);
        Assert.DoesNotContain("KONSEP", issued, StringComparison.Ordinal);
        Assert.Contains("Sprin/1/Contoh/2026", issued, StringComparison.Ordinal);
        // Whoever fell ill is not on it.
        Assert.DoesNotContain($"Anggota 03 Contoh {Trimurjo:D2}", issued, StringComparison.Ordinal);
        Told("ditandatangani");
    }

    private async Task ReleaseAsync(Visit operations, string readiness)
    {
        await operations.OpenAsync(readiness);
        await PressAsync(operations, "Kirim ringkasan ke Desk");
        await operations.Page.GetByText("Ringkasan sudah diterima Desk.").WaitForAsync();
        var desk = await InvitedAsync("Tirta", "desk");
        await desk.OpenAsync("/ringkasan-pam");
        Assert.Contains("4.071 TPS · 355 kelompok · 710 personel.", await desk.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal(403, (await desk.Page.Context.APIRequest.GetAsync(new Uri(_served.Site, readiness).ToString())).Status);
        await desk.TakeAsync("lampung-ringkasan");
        Told("Desk");
    }

    private async Task LinmasAsync()
    {
        var link = await LinkAsync("Wulan");
        var phone = await VisitAsync(390);
        var page = phone.Page;
        await phone.SlowAsync();
        await phone.OpenAsync(link.AbsolutePath);
        await page.FillAsync("#pin", "193746");
        await page.FillAsync("#pin-ulang", "193746");
        await PressAsync(phone, "Simpan PIN dan masuk");
        await phone.PledgeAsync();
        await phone.OpenAsync("/linmas");
        Assert.Contains("Butuh 24 orang", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambah nama" }).ClickAsync();
        await page.Locator("#nama").WaitForAsync();
        Told("Linmas, sebelum nama pertama");
        for (var i = 1; i <= 6; i++)
        {
            await page.FillAsync("#nama", $"Warga {i} Contoh");
            await page.FillAsync("#tahun", "1990");
            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan", Exact = true }).ClickAsync();
            await page.GetByText($"Warga {i} Contoh sudah disimpan.").WaitForAsync();
        }

        var answer = await page.InnerTextAsync(".answer");
        Assert.Contains("Sudah 6, kurang 18", answer, StringComparison.Ordinal);
        Assert.Null(await phone.OverflowAsync());
        await phone.TakeAsync("lampung-linmas");
        Told("Linmas");
    }
}
