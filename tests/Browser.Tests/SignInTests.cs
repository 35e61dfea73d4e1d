using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>Every sample account signs in by the page and finds in the rail what the matrix gives its office, and no more.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SignInTests(Chromium chromium)
{
    // Where each item of the rail leads, and what it takes to see it.
    private static readonly (string Href, string Subject, string Right)[] Items =
    [
        ("/", "home", "r"), ("/hari-h", "votingday", "r"), ("/hari-h/kotak", "boxchain", "r"), ("/hari-h/dinding", "votingdaycounts", "r"), ("/kejadian", "incidents", "r"), ("/tindak-lanjut", "actions", "r"), ("/laporan", "reports", "r"), ("/wilayah", "areas", "r"), ("/rapat", "meetings", "r"), ("/pesan", "messages", "r"), ("/kesiapan-instansi", "readiness", "r"), ("/pengamanan", "guardplan", "r"), ("/ringkasan-pam", "guardsummary", "r"), ("/linmas", "linmas", "r"), ("/kontak", "stationcontact", "r"), ("/kekuatan", "strength", "r"), ("/tps", "stations", "r"), ("/kelas", "stationclass", "r"), ("/rekap-kelas", "classtotals", "r"), ("/tanda-bawaslu", "indicatorflag", "r"), ("/bko", "bkolist", "r"), ("/satpol", "satpollist", "r"), ("/pemilihan", "elections", "r"), ("/kalender", "elections", "r"),
        ("/instansi", "offices", "r"), ("/forum", "forums", "r"), ("/desk", "forums", "r"), ("/piket", "roster", "r"), ("/aturan", "rules", "r"), ("/sosialisasi", "outreach", "r"), ("/impor", "stations", "w"), ("/yurisdiksi", "jurisdictions", "r"), ("/akun", "accounts", "w"), ("/jejak", "audit", "r"),
    ];

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["/hari-h/kotak"] = "/hari-h", ["/hari-h/dinding"] = "/hari-h", ["/desk"] = "/forum", ["/piket"] = "/forum", ["/sosialisasi"] = "/rapat", ["/pesan"] = "/rapat", ["/aturan"] = "/rapat", ["/kesiapan-instansi"] = "/rapat", ["/ringkasan-pam"] = "/pengamanan", ["/rekap-kelas"] = "/kelas", ["/tanda-bawaslu"] = "/kelas", ["/bko"] = "/kekuatan", ["/satpol"] = "/kekuatan",
    };

    public static TheoryData<string, string> Accounts => new()
    {
        { "admin", "administrator" }, { "desk", "desk" }, { "satpolpp", "desk" }, { "kpu", "kpu" }, { "bawaslu", "bawaslu" }, { "dprd", "reader" },
        { "camat", "camat" }, { "kades", "villagehead" }, { "kabagops", "polri" }, { "kapolres", "polri" }, { "kapolsek", "polri" }, { "pasiops", "tni" }, { "dandim", "tni" }, { "danyon", "tni" },
        { "danramil", "tni" }, { "bupati", "desk" }, { "pengadilan", "reader" }, { "kejaksaan", "reader" },
    };

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task EveryOfficeSeesInTheRailWhatTheMatrixGivesIt(string account, string column)
    {
        await using var visit = await chromium.SignedInAsync(account);
        await visit.OpenAsync("/");
        var given = Items.Where(i => Cell(i.Subject, column).Contains(i.Right, StringComparison.Ordinal)).Select(i => i.Href).ToArray();
        // What is a part of another page is a tab there for whoever sees that page.
        var expected = given.Where(href => !(Parts.TryGetValue(href, out var whole) && given.Contains(whole))).ToArray();
        var rail = await visit.RailAsync();
        Assert.Equal(expected, rail);
        foreach (var part in given.Except(rail, StringComparer.Ordinal))
        {
            await visit.OpenAsync(Parts[part]);
            await Assertions.Expect(visit.Page.Locator($".tabs a[href='{part}'], .tabs a[href^='{part}?']")).ToHaveCountAsync(1);
        }

        // What is not in the rail is not behind its address either. Asked with the browser's session, and not drawn: that is looked at elsewhere.
        foreach (var href in Items.Select(i => i.Href)) Assert.Equal((href, given.Contains(href) ? 200 : 403), (href, await visit.StatusAsync(href)));
    }

    [Fact]
    public void EveryPrintedAccountIsTried() =>
        Assert.Equal(
            chromium.Served.Accounts.Select(a => a.Name).Order(StringComparer.Ordinal),
            Accounts.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public async Task TheLanguageIsChosenAndStays()
    {
        await using var visit = await chromium.SignedInAsync("desk");
        await visit.OpenAsync("/tps");
        Assert.Equal("id", await visit.Page.GetAttributeAsync("html", "lang"));
        await visit.Page.ClickAsync("details.menu summary");
        await visit.Page.ClickAsync("details.menu a[href^='/bahasa/en']");
        await visit.ArriveAsync(url => url.EndsWith("/tps", StringComparison.Ordinal));
        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
        await visit.OpenAsync("/wilayah");
        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task ADeskDoesNotOpenTheGuardPlan()
    {
        await using var visit = await chromium.SignedInAsync("desk");
        Assert.Equal(403, await visit.OpenAsync("/pengamanan"));
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
        Assert.Equal(403, await visit.OpenAsync("/pengamanan/baru"));
    }

    private static string Cell(string subject, string column)
    {
        var rows = File.ReadLines(Repository.Path("src", "Server", "Shell", "Access", "access-matrix.csv")).Select(l => l.Split(',')).ToList();
        return rows.Single(r => r[0] == subject)[Array.IndexOf(rows[0], column)];
    }
}
