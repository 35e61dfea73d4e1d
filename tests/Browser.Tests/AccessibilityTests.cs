using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>No page shuts anybody out, in either language, at a desk or in a hand. In a browser of its own, beside the others.</summary>
public sealed class AccessibilityTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Beside what the rails lead to: pages behind a link of those.
    private static readonly (string Account, string Path)[] More =
    [
        ("admin", "/jabatan/baru"), ("desk", "/wilayah/35.08"), ("desk", "/wilayah/35.08.01"), ("desk", "/wilayah?cari=sari"), ("desk", "/tps?cari=tidakada"),
        ("kpu", "/pemilihan/baru"), ("kpu", "/pemilihan/pemilu-contoh"), ("kpu", "/pemilihan/pemilu-contoh/ubah"), ("kabagops", "/pengamanan/baru"), ("kabagops", "/pengamanan/jarak"), ("kabagops", "/pengamanan/pola"), ("kabagops", "/kelas/pemilu-contoh/35.08.04.2001.001"),
        ("admin", "/pilar"), ("admin", "/wilayah/muat"), ("admin", "/yurisdiksi/baru"), ("admin", "/impor/riwayat"), ("admin", "/jejak/kepala"), ("desk", "/tps/pemilu-contoh/35.08.01.2001.001"),
        ("desk", "/hak-akses"), ("desk", "/batas"), ("desk", "/akun"), ("desk", "/tidak/ada"), ("", "/masuk"), ("", "/batas"),
        ("admin", "/orang"), ("admin", "/orang?cari=susianto"), ("desk", "/forum/baru"), ("desk", "/ikrar"),
        ("desk", "/impor"), ("desk", "/cari"), ("admin", "/cari?q=pasiran"), ("desk", "/cari?q=tidakadaitu"), ("kpu", "/kalender"), ("kpu", "/kalender?bulan=2030-02"),
        ("desk", "/tindak-lanjut/instansi-saya"), ("kades", "/tindak-lanjut/instansi-saya"), ("desk", "/tindak-lanjut/rencana"), ("desk", "/tindak-lanjut/kontribusi"), ("desk", "/tindak-lanjut/baru"),
        ("desk", "/rapat/baru"), ("kades", "/pesan/baru"), ("desk", "/kesiapan-instansi/saya"), ("", "/aturan"), ("kades", "/aturan/linmas-di-tps"),
        ("desk", "/laporan"), ("camat", "/laporan"), ("desk", "/laporan/anev"), ("desk", "/laporan/jadwal"), ("desk", "/laporan/jadwal/Kecamatan"), ("desk", "/laporan/formulir"), ("desk", "/lembar-pimpinan"),
        ("desk", "/desk"), ("desk", "/piket"), ("desk", "/piket/baru"), ("desk", "/sosialisasi"), ("desk", "/sosialisasi/cakupan"), ("desk", "/sosialisasi/cakupan?kec=35.08.04"), ("desk", "/sosialisasi/baru"),
        ("desk", "/kejadian/pilah"), ("desk", "/kejadian/lapor"), ("kades", "/kejadian/lapor"), ("desk", "/kejadian/laporan"), ("desk", "/kejadian/bawaslu"), ("", "/lapor"), ("", "/lapor/status"),
        ("desk", "/hari-h"), ("desk", "/hari-h?pemilihan=pilkada-contoh&pukul=0730"), ("desk", "/hari-h?pemilihan=pilkada-contoh"), ("desk", "/hari-h/lapsit?pemilihan=pilkada-contoh&pukul=0940"), ("desk", "/hari-h/catat?pemilihan=pilkada-contoh&cari=selok+1"), ("kpu", "/hari-h/kotak?pemilihan=pilkada-contoh"),
        ("kabagops", "/hari-h/anev?pemilihan=pilkada-contoh"), ("desk", "/hari-h/pengaturan?pemilihan=pilkada-contoh"), ("kabagops", "/hari-h/padal?pemilihan=pilkada-contoh"), ("dprd", "/hari-h/dinding?pemilihan=pilkada-contoh&pukul=0940"),
    ];

    // Lists, and with each the page of its first row, and one behind that: what bears an id is reached as a reader reaches it.
    private static readonly (string Account, string Path, string Behind)[] Lists =
    [
        ("admin", "/impor/riwayat", "/urung"), ("admin", "/instansi", ""), ("admin", "/orang", ""), ("desk", "/forum", ""), ("kabagops", "/pengamanan", "/pembuka"), ("kabagops", "/pengamanan", "/kesiapan"), ("kabagops", "/pengamanan", "/pindah"), ("kabagops", "/pengamanan", "/konsumsi"), ("kabagops", "/pengamanan", "/beda"),
        ("desk", "/tindak-lanjut?cari=poskamling", ""), ("desk", "/tindak-lanjut?status=Reported", "/perintah"),
        ("desk", "/rapat", "/undangan"), ("desk", "/rapat", "/hadir"), ("desk", "/rapat?cari=Pemetaan", "/notulen"), ("kades", "/rapat", ""), ("desk", "/piket", "/susun"), ("desk", "/sosialisasi?status=Held", ""), ("desk", "/sosialisasi?status=Planned", "/ubah"), ("desk", "/pesan?kotak=terkirim", ""), ("kades", "/pesan", ""), ("desk", "/laporan", ""),
        ("desk", "/kejadian", ""),
    ];

    // Pages that no list leads to, by a link of another.
    private static readonly (string Account, string Path, string Link)[] Links = [("desk", "/desk", ".topbar a[href$='/ubah']"), ("desk", "/piket", "main .task a[href^='/piket/giliran/']")];

    /// <summary>Each page as it is at a desk, in the dark, and in a hand: opened once and made narrow there, as by turning a phone.</summary>
    [Theory]
    [InlineData("id")]
    [InlineData("en")]
    public async Task NoPageHasASeriousHindranceOrIsWiderThanItsWindow(string language)
    {
        var found = new List<string>();
        foreach (var group in (await PagesAsync()).GroupBy(p => p.Account, StringComparer.Ordinal))
        {
            await using var visit = group.Key.Length == 0 ? await chromium.VisitAsync() : await chromium.SignedInAsync(group.Key);
            // A colour on its way to another has the contrast of neither.
            await visit.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
            await visit.OpenAsync($"/bahasa/{language}?kembali=/batas");
            foreach (var (account, path) in group)
            {
                await visit.Page.SetViewportSizeAsync(1440, 900);
                await visit.OpenAsync(path);
                Assert.Equal(language, await visit.Page.GetAttributeAsync("html", "lang"));
                if (language == "id")
                {
                    found.AddRange((await LookAsync(visit)).Select(h => $"{account} {path}, desk: {h}"));
                    await visit.Page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'dark'");
                    found.AddRange((await visit.HindrancesAsync("color-contrast")).Select(h => $"{account} {path}, dark: {h}"));
                    await visit.Page.EvaluateAsync("document.documentElement.dataset.bsTheme = 'light'");
                }
                // In the other language the words alone differ, and with them the width; that each has a text is a rule of its own.
                else if (await visit.OverflowAsync() is { } overflow) found.Add($"{account} {path}, desk: {overflow}");
                await visit.Page.SetViewportSizeAsync(390, 844);
                if (language == "id") found.AddRange((await LookAsync(visit)).Select(h => $"{account} {path}, phone: {h}"));
                else if (await visit.OverflowAsync() is { } wide) found.Add($"{account} {path}, phone: {wide}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private async Task<HashSet<(string Account, string Path)>> PagesAsync()
    {
        var pages = More.ToHashSet();
        foreach (var account in (string[])["admin", "kabagops"])
        {
            await using var visit = await chromium.SignedInAsync(account);
            await visit.OpenAsync("/");
            foreach (var href in await visit.RailAsync()) pages.Add((account, href));
        }

        foreach (var (account, path, behind) in Lists)
        {
            await using var visit = await chromium.SignedInAsync(account);
            await visit.OpenAsync(path);
            if (path == "/pengamanan" && await visit.Page.Locator("tbody a").CountAsync() == 0) await PlanAsync(visit);
            var first = (await visit.Page.Locator("tbody a").First.GetAttributeAsync("href"))!;
            pages.UnionWith([(account, first), (account, first + behind)]);
        }

        foreach (var (account, path, link) in Links)
        {
            await using var visit = await chromium.SignedInAsync(account);
            await visit.OpenAsync(path);
            pages.Add((account, (await visit.Page.Locator(link).First.GetAttributeAsync("href"))!));
        }

        return pages;
    }

    private static async Task<IEnumerable<string>> LookAsync(Visit visit) =>
        await visit.OverflowAsync() is { } overflow ? (await visit.HindrancesAsync()).Append(overflow) : await visit.HindrancesAsync();

    // The plan is a page of its own, in Indonesian alone, as it is printed.
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task ThePlansOwnPageHasNoSeriousHindranceEither(int width)
    {
        await using var visit = await chromium.SignedInAsync("kabagops", width);
        await visit.OpenAsync("/pengamanan");
        if (await visit.Page.Locator("tbody a").CountAsync() == 0) await PlanAsync(visit);
        var plan = await visit.Page.Locator("tbody a").First.GetAttributeAsync("href");
        Assert.Equal(200, await visit.OpenAsync($"{plan}/plan.html"));
        var found = (await LookAsync(visit)).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task PlanAsync(Visit visit)
    {
        await visit.OpenAsync("/pengamanan/baru");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.Locator("iframe").WaitForAsync();
        await visit.OpenAsync("/pengamanan");
    }
}
