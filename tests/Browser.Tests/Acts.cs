using System.Globalization;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>What people do on more than one page.</summary>
internal static class Acts
{
    public static Task PressAsync(this Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows an invitation that is open and signs in; the key of the authenticator.</summary>
    public static async Task<string> EnterAsync(this Visit visit, string account, string password)
    {
        var key = (await visit.Page.InnerTextAsync("#kunci")).Replace(" ", "", StringComparison.Ordinal);
        await visit.Page.FillAsync("#akun", account);
        await visit.Page.FillAsync("#sandi", password);
        await visit.Page.FillAsync("#ulang", password);
        await visit.Page.FillAsync("#kode", PrintedAccount.DigitsOf(key));
        await visit.Page.ClickAsync("button[type=submit]");
        await visit.ArriveAsync(url => url.EndsWith("/masuk?siap=1", StringComparison.Ordinal));
        await visit.SignInAsync(new PrintedAccount(account, "", password, key));
        return key;
    }

    /// <summary>Brings a file in by the page of imports: looks at what it would do, and applies it.</summary>
    public static async Task ImportAsync(this Visit visit, string kind, byte[] csv, string? picture = null) =>
        await ImportAsync(visit, kind, page => page.SetInputFilesAsync("#berkas", new FilePayload { Name = "daftar.csv", MimeType = "text/csv", Buffer = csv }), picture);

    public static async Task ImportAsync(this Visit visit, string kind, string path, string? picture = null) =>
        await ImportAsync(visit, kind, page => page.SetInputFilesAsync("#berkas", path), picture);

    private static async Task ImportAsync(Visit visit, string kind, Func<IPage, Task> choose, string? picture)
    {
        var page = visit.Page;
        await visit.OpenAsync("/impor");
        await page.CheckAsync($"input[name='Input.Kind'][value='{kind}']");
        await choose(page);
        await page.ClickAsync("main form button[type=submit]");
        var apply = page.GetByRole(AriaRole.Button, new() { Name = "Terapkan", Exact = true });
        await apply.WaitForAsync(new() { Timeout = 60_000 });
        if (picture is not null) await Lampung.Pictures.TakeAsync(visit, picture);
        await apply.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Unggah lagi" }).WaitForAsync(new() { Timeout = 60_000 });
    }
}
