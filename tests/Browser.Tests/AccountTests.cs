namespace TigaPilar.Browser.Tests;

/// <summary>How people come into an installation.</summary>
[Collection(InOneBrowser.Name)]
public sealed class AccountTests(Chromium chromium)
{
    private const string Password = "kata sandi yang panjang";

    [Fact]
    public async Task WhoIsInvitedMakesAnAccountAndSignsIn()
    {
        await using var admin = await chromium.SignedInAsync("admin");
        await admin.OpenAsync("/akun?cari=Ketua%20DPRD");
        await admin.Page.ClickAsync("main tbody button[value=invite]");
        var link = await admin.Page.InnerTextAsync("#tautan");
        admin.AssertQuiet();
        await using var invited = await chromium.VisitAsync();
        await invited.OpenAsync(new Uri(link).AbsolutePath);
        await invited.Page.FillAsync("#akun", "ketuadprd");
        await MakeAsync(invited, "ketuadprd");
        await invited.OpenAsync("/hak-akses");
        Assert.Contains("Ketua DPRD", await invited.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        invited.AssertQuiet();
    }

    [Fact]
    public async Task TheAddressOnTheConsoleMakesTheAdministrator()
    {
        await using var empty = await Served.StartEmptyAsync();
        Assert.NotNull(empty.FirstRun);
        await using var first = await chromium.VisitAsync(empty.Site);
        Assert.Equal(200, await first.OpenAsync(empty.FirstRun.AbsolutePath));
        await first.Page.FillAsync("#orang", "Rekaan Pertama");
        await first.Page.FillAsync("#kabupaten", "35.08");
        await first.Page.FillAsync("#akun", "pertama");
        await MakeAsync(first, "pertama");
        await first.OpenAsync("/wilayah/35.08");
        Assert.Contains("Lumajang", await first.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        Assert.Equal(404, await first.OpenAsync(empty.FirstRun.AbsolutePath));
    }

    // Fills both factors, reading the key as one types it into an app, and signs in.
    private static async Task MakeAsync(Visit visit, string name)
    {
        var key = (await visit.Page.InnerTextAsync("#kunci")).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.FillAsync("#sandi", Password);
        await visit.Page.FillAsync("#ulang", Password);
        await visit.Page.FillAsync("#kode", PrintedAccount.DigitsOf(key));
        await visit.Page.ClickAsync("button[type=submit]");
        await visit.ArriveAsync(url => url.EndsWith("/masuk?siap=1", StringComparison.Ordinal));
        await visit.SignInAsync(new PrintedAccount(name, "", Password, key));
    }
}
