using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>A sample whose offices change hands, apart from the one that all others look at.</summary>
public sealed class ChangingSample : IAsyncLifetime
{
    public Served Served { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Served = await Served.StartAsync();

    public ValueTask DisposeAsync() => Served.DisposeAsync();
}

/// <summary>What one sees follows from the office held today, and on which phone. Each test takes an office of its own.</summary>
[Collection(InOneBrowser.Name)]
public sealed class OfficeHoldingTests(Chromium chromium, ChangingSample sample) : IClassFixture<ChangingSample>
{
    private const string Password = "kata sandi yang panjang";

    [Fact]
    public async Task ABupatiOnCampaignLeaveIsOutAtOnceAndThePjsComesInByAnInvitation()
    {
        var served = sample.Served;
        await using var regent = await SignedInAsync(served, "bupati");
        await regent.OpenAsync("/forum");
        await using var admin = await SignedInAsync(served, "admin");
        await OpenOfficeAsync(admin, "Bupati");
        await admin.Page.ClickAsync("main details summary");
        await admin.Page.SelectOptionAsync("#cuti-jenis", "Campaign");
        await admin.Page.FillAsync("#cuti-sampai", TimeProvider.System.GetUtcNow().AddDays(60).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await admin.Page.FillAsync("#cuti-ganti", "Pengganti Contoh");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Mulai cuti" }).ClickAsync();
        await admin.Page.Locator("[role=status]").WaitForAsync();
        Assert.Contains("cuti kampanye sampai", await admin.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        // The page that was open leads out by itself.
        await regent.ArriveAsync(url => url.Contains("/masuk", StringComparison.Ordinal));

        await admin.OpenAsync("/akun?cari=Pengganti");
        await admin.Page.ClickAsync("main tbody button[value=invite]");
        var link = new Uri(await admin.Page.InnerTextAsync("#tautan"));
        await using var standIn = await chromium.VisitAsync(served.Site);
        await standIn.OpenAsync(link.AbsolutePath);
        var key = (await standIn.Page.InnerTextAsync("#kunci")).Replace(" ", "", StringComparison.Ordinal);
        await standIn.Page.FillAsync("#akun", "pjs.bupati");
        await standIn.Page.FillAsync("#sandi", Password);
        await standIn.Page.FillAsync("#ulang", Password);
        await standIn.Page.FillAsync("#kode", PrintedAccount.DigitsOf(key));
        await standIn.Page.ClickAsync("button[type=submit]");
        await standIn.ArriveAsync(url => url.EndsWith("/masuk?siap=1", StringComparison.Ordinal));
        await standIn.SignInAsync(new PrintedAccount("pjs.bupati", "", Password, key));
        await standIn.OpenAsync("/hak-akses");
        Assert.Contains("Pjs Bupati", await standIn.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(200, await standIn.OpenAsync("/forum"));
        standIn.AssertQuiet();
        admin.AssertQuiet();
    }

    [Fact]
    public async Task AVillageHeadComesInByLinkAndPinAndALostPhoneSeesNothing()
    {
        var served = sample.Served;
        await using var admin = await SignedInAsync(served, "admin");
        await admin.OpenAsync("/instansi?cari=Desa%20Tegalrejo");
        await admin.Page.ClickAsync("main tbody th a");
        await admin.Page.FillAsync("#nama", "Kepala Contoh");
        await admin.Page.ClickAsync("form:has(#nama) button[type=submit]");
        await admin.Page.Locator("[role=status]").WaitForAsync();
        await admin.OpenAsync("/akun?cari=Kepala%20Contoh");
        await admin.Page.ClickAsync("main tbody button[value=invite]");
        var link = new Uri(await admin.Page.InnerTextAsync("#tautan"));

        await using var phone = await chromium.VisitAsync(served.Site, width: 390);
        await phone.OpenAsync(link.AbsolutePath);
        Assert.Null(await phone.OverflowAsync());
        Assert.Empty(await phone.HindrancesAsync());
        await phone.Page.FillAsync("#pin", "123456");
        await phone.Page.FillAsync("#pin-ulang", "123456");
        await phone.Page.ClickAsync("form:has(#pin) button[type=submit]");
        await phone.Page.Locator("[role=alert]").WaitForAsync();
        await phone.Page.FillAsync("#pin", "193746");
        await phone.Page.FillAsync("#pin-ulang", "193746");
        await phone.Page.ClickAsync("form:has(#pin) button[type=submit]");
        await phone.PledgeAsync();
        Assert.Equal(200, await phone.OpenAsync("/tps"));

        await phone.Page.ClickAsync("details.menu summary");
        await phone.Page.ClickAsync("form[action='/keluar'] button");
        await phone.Page.Locator("#pin").WaitForAsync();
        Assert.Equal(0, await phone.Page.Locator("#sandi").CountAsync());
        Assert.Null(await phone.OverflowAsync());
        Assert.Empty(await phone.HindrancesAsync());
        await phone.Page.FillAsync("#pin", "193746");
        await phone.Page.ClickAsync("form:has(#pin) button[type=submit]");
        await phone.PledgeAsync();
        Assert.Equal(200, await phone.OpenAsync("/tps"));

        await admin.OpenAsync("/akun?cari=Kepala%20Contoh");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "HP hilang: cabut" }).ClickAsync();
        await admin.Page.Locator("[role=status]").WaitForAsync();
        // The lost phone shows the way in and no more, without anybody touching it.
        await phone.ArriveAsync(url => url.Contains("/masuk", StringComparison.Ordinal));
        await phone.OpenAsync("/tps");
        Assert.StartsWith("/masuk", phone.Path, StringComparison.Ordinal);
        Assert.Equal(0, await phone.Page.Locator("#pin").CountAsync());
        phone.AssertQuiet();
        admin.AssertQuiet();
    }

    [Fact]
    public async Task AKapolsekWhoRetiresSeesNothing()
    {
        var served = sample.Served;
        await using var chief = await SignedInAsync(served, "kapolsek");
        Assert.Equal(200, await chief.OpenAsync("/tps"));
        await using var admin = await SignedInAsync(served, "admin");
        await OpenOfficeAsync(admin, "Polsek Pasirian");
        await admin.Page.FillAsync("#nama", "Pengganti Contoh");
        await admin.Page.FillAsync("#pangkat", "AKP");
        await admin.Page.ClickAsync("form:has(#nama) button[type=submit]");
        await admin.Page.Locator("[role=status]").WaitForAsync();
        Assert.Contains("Pengganti Contoh", await admin.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        // The list that was open goes by itself.
        await chief.Page.Locator("main table").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        foreach (var path in (string[])["/tps", "/", "/pengamanan", "/forum", "/orang"]) Assert.Equal(403, await chief.OpenAsync(path));
    }

    private async Task<Visit> SignedInAsync(Served served, string account)
    {
        var visit = await chromium.VisitAsync(served.Site);
        await visit.SignInAsync(served[account]);
        return visit;
    }

    // By the list, as a reader gets there.
    private static async Task OpenOfficeAsync(Visit visit, string words)
    {
        await visit.OpenAsync($"/instansi?cari={Uri.EscapeDataString(words)}");
        await visit.Page.ClickAsync("main tbody th a");
        await visit.ArriveAsync(url => url.Contains("/jabatan/", StringComparison.Ordinal));
    }
}
