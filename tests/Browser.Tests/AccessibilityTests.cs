using System.Text.Json;

namespace TigaPilar.Browser.Tests;

/// <summary>No page shuts anybody out, in either language, at a desk or in a hand.</summary>
[Collection(InOneBrowser.Name)]
public sealed class AccessibilityTests(Chromium chromium)
{
    // Beside what the rails lead to: pages behind a link of those.
    private static readonly (string Account, string Path)[] More =
    [
        ("admin", "/jabatan/baru"), ("desk", "/wilayah/35.08"), ("desk", "/wilayah/35.08.01"), ("desk", "/wilayah?cari=sari"), ("desk", "/tps?cari=tidakada"),
        ("kpu", "/pemilihan/baru"), ("kpu", "/pemilihan/pemilu-contoh"), ("kpu", "/pemilihan/pemilu-contoh/ubah"), ("kabagops", "/pengamanan/baru"),
        ("admin", "/pilar"), ("admin", "/wilayah/muat"), ("admin", "/yurisdiksi/baru"), ("admin", "/impor/riwayat"), ("desk", "/tps/pemilu-contoh/35.08.01.2001.001"),
        ("desk", "/hak-akses"), ("desk", "/batas"), ("desk", "/akun"), ("desk", "/tidak/ada"), ("", "/masuk"), ("", "/batas"),
        ("admin", "/orang"), ("admin", "/orang?cari=susianto"), ("desk", "/forum/baru"), ("desk", "/ikrar"),
        ("desk", "/impor"), ("desk", "/cari"), ("admin", "/cari?q=pasiran"), ("desk", "/cari?q=tidakadaitu"), ("kpu", "/kalender"), ("kpu", "/kalender?bulan=2030-02"),
    ];

    // Lists, and with each the page of its first row: what bears an id is reached as a reader reaches it.
    private static readonly (string Account, string Path)[] Lists = [("admin", "/impor/riwayat"), ("admin", "/instansi"), ("admin", "/orang"), ("desk", "/forum"), ("kabagops", "/pengamanan")];

    [Theory]
    [InlineData("id", 390)]
    [InlineData("en", 1440)]
    public async Task NoPageHasASeriousHindranceOrIsWiderThanItsWindow(string language, int width)
    {
        var found = new List<string>();
        var pages = More.ToHashSet();
        foreach (var account in (string[])["admin", "kabagops"])
        {
            await using var visit = await chromium.SignedInAsync(account);
            await visit.OpenAsync("/");
            foreach (var href in await visit.RailAsync()) pages.Add((account, href));
        }

        foreach (var (account, path) in Lists)
        {
            await using var visit = await chromium.SignedInAsync(account);
            await visit.OpenAsync(path);
            if (path == "/pengamanan" && await visit.Page.Locator("tbody a").CountAsync() == 0) await PlanAsync(visit);
            pages.Add((account, (await visit.Page.Locator("tbody a").First.GetAttributeAsync("href"))!));
        }

        foreach (var group in pages.GroupBy(p => p.Account, StringComparer.Ordinal))
        {
            await using var visit = group.Key.Length == 0 ? await chromium.VisitAsync(width: width) : await chromium.SignedInAsync(group.Key, width);
            await visit.OpenAsync($"/bahasa/{language}?kembali=/batas");
            foreach (var (account, path) in group)
            {
                await visit.OpenAsync(path);
                Assert.Equal(language, await visit.Page.GetAttributeAsync("html", "lang"));
                found.AddRange((await HindrancesAsync(visit)).Select(h => $"{account} {path}: {h}"));
                if (await visit.OverflowAsync() is { } overflow) found.Add($"{account} {path}: {overflow}");
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

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
        var found = (await HindrancesAsync(visit)).ToList();
        if (await visit.OverflowAsync() is { } overflow) found.Add(overflow);
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task PlanAsync(Visit visit)
    {
        await visit.OpenAsync("/pengamanan/baru");
        await visit.Page.ClickAsync("main form button[type=submit]");
        await visit.Page.Locator("iframe").WaitForAsync();
        await visit.OpenAsync("/pengamanan");
    }

    private static async Task<IEnumerable<string>> HindrancesAsync(Visit visit)
    {
        // Through the debugger, since the page's own policy lets no script in that is not the site's.
        var axe = await File.ReadAllTextAsync(Repository.Path("src", "Browser", "node_modules", "axe-core", "axe.min.js"));
        await visit.Page.EvaluateAsync(axe);
        var result = await visit.Page.EvaluateAsync<JsonElement>("axe.run(document, { resultTypes: ['violations'] })");
        return
        [
            .. from violation in result.GetProperty("violations").EnumerateArray()
               where violation.GetProperty("impact").GetString() is "serious" or "critical"
               let nodes = violation.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString())
               select $"{violation.GetProperty("impact").GetString()} {violation.GetProperty("id").GetString()}: {string.Join(" | ", nodes)}",
        ];
    }
}
