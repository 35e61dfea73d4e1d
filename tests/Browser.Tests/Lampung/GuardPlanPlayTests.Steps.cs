using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests.Lampung;

/// <summary>What the play does more than once.</summary>
public sealed partial class GuardPlanPlayTests
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);

    private sealed record Sent
    {
        public string? Path { get; init; }

        public byte[]? Bytes { get; init; }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task PressAsync(Visit visit, string button) => visit.PressAsync(button);

    private async Task<Visit> VisitAsync(int width = 1440)
    {
        var visit = await chromium.VisitAsync(_served.Site, width);
        _visits.Add(visit);
        return visit;
    }

    // The administrator makes the link, the invited follows it and chooses both factors.
    private async Task<Visit> InvitedAsync(string person, string account)
    {
        var visit = await VisitAsync();
        await visit.OpenAsync((await LinkAsync(person)).AbsolutePath);
        await CredentialsAsync(visit, account);
        return visit;
    }

    private async Task<Uri> LinkAsync(string person)
    {
        await _admin.OpenAsync($"/akun?cari={person}");
        await PressAsync(_admin, "Undang");
        return new Uri(await _admin.Page.InnerTextAsync("#tautan"));
    }

    private async Task CredentialsAsync(Visit visit, string account) => _keys[account] = await visit.EnterAsync(account, Password);

    private static Task ImportAsync(Visit visit, string kind, Sent file, string? picture = null) =>
        file.Path is { } path ? visit.ImportAsync(kind, path, picture) : visit.ImportAsync(kind, file.Bytes!, picture);

    private static async Task OwnSheetAsync(Visit visit, string sector)
    {
        await visit.Page.ClickAsync("nav.rail a[href='/pengamanan']");
        await visit.Page.Locator("main li a", new() { HasText = sector }).ClickAsync();
        await visit.Page.Locator("#kelompok").WaitForAsync();
    }

    private static async Task SheetAsync(Visit visit, string readiness, string sector)
    {
        if (visit.Path != readiness) await visit.OpenAsync(readiness);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = sector, Exact = true }).ClickAsync();
        await visit.Page.Locator("#kelompok").WaitForAsync();
    }

    // Pastes as many lines as the sheet says that it needs, some more for the reserve, and its Padal.
    private static async Task NamesAsync(Visit visit, int sector, int reserve, string? picture = null)
    {
        var page = visit.Page;
        var needed = int.Parse(Needed().Match(await page.InnerTextAsync(".answer")).Groups["needed"].Value, CultureInfo.InvariantCulture);
        await page.FillAsync("#nama-nama", Kabupaten.Men(sector, needed + reserve));
        if (picture is not null) await visit.TakeAsync(picture);
        await PressAsync(visit, "Tambahkan");
        await page.Locator(".answer", new() { HasText = "Semua kelompok terisi." }).WaitForAsync();
        await page.Locator("details:has(#nama-nama) > summary").ClickAsync();
        await page.SelectOptionAsync("#bagian", "Padal");
        await page.FillAsync("#nama-nama", Kabupaten.Padal(sector));
        await PressAsync(visit, "Tambahkan");
        await page.Locator("dl.facts", new() { HasText = "Padal" }).First.WaitForAsync();
    }

    // Downloads the sheet as a spreadsheet, fills its empty places and sends it back.
    private static async Task FileAsync(Visit visit, int sector)
    {
        var page = visit.Page;
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Excel", Exact = true }).ClickAsync());
        var filled = Spreadsheet.Fill(await File.ReadAllBytesAsync(await download.PathAsync()), Kabupaten.Men(sector, 500).Split('\n'), Kabupaten.Padal(sector));
        await page.SetInputFilesAsync("#berkas", new FilePayload { Name = download.SuggestedFilename, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = filled });
        await PressAsync(visit, "Ambil dari berkas");
        await page.Locator(".answer", new() { HasText = "Semua kelompok terisi." }).WaitForAsync();
    }

    private static async Task<byte[]> PaperAsync(Visit visit, ILocator link)
    {
        var address = await link.First.GetAttributeAsync("href");
        var answer = await visit.Page.Context.APIRequest.GetAsync(new Uri(new Uri(visit.Page.Url), address).ToString());
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        return await answer.BodyAsync();
    }

    private void Told(string step) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,6:0.0} s  {step}"));

    [GeneratedRegex(@"butuh (?<needed>\d+) personel", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Needed();
}
