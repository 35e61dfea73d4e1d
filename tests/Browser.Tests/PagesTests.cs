using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>The pages as their users work with them.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PagesTests(Chromium chromium)
{
    [Fact]
    public async Task TheMapOfTheKabupatenIsDrawn()
    {
        await using var visit = await chromium.SignedInAsync("desk");
        Assert.Equal(200, await visit.OpenAsync("/wilayah/35.08"));
        await MapAsync(visit);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task TheMapOutlivesTheWayToAnotherPageAndIsDrawnAgain()
    {
        await using var visit = await chromium.SignedInAsync("desk");
        await visit.OpenAsync("/wilayah/35.08");
        await MapAsync(visit);
        // What is set on the document is gone where the browser loads a page anew.
        await visit.Page.EvaluateAsync("document.marked = true");
        await visit.Page.ClickAsync("main table a[href^='/wilayah/35.08.']");
        await visit.ArriveAsync(url => url.Contains("/wilayah/35.08.", StringComparison.Ordinal));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.marked === true"), "The page was loaded anew instead of being swapped.");
        await MapAsync(visit);
        Assert.Equal(1, await visit.Page.Locator("area-map").CountAsync());
        // A reader of the screen hears the new title.
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeFocusedAsync();
        await visit.Page.GoBackAsync();
        await visit.ArriveAsync(url => url.EndsWith("/wilayah/35.08", StringComparison.Ordinal));
        await MapAsync(visit);
        visit.AssertQuiet();
    }

    [Fact]
    public async Task TheLeadersPageIsOneSheetOfPaper()
    {
        await using var visit = await chromium.SignedInAsync("desk");
        await visit.OpenAsync("/lembar-pimpinan");
        var pdf = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            await visit.Page.PdfAsync(new() { Path = pdf, PreferCSSPageSize = true, PrintBackground = true });
            using var read = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdfinfo", [pdf]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var facts = await read.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Matches(@"Pages:\s+1\n", facts);
            Assert.Contains("(A4)", facts, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(pdf);
        }
    }

    [Fact]
    public async Task TheListOfStationsIsFilteredSortedAndTurned()
    {
        await using var visit = await chromium.SignedInAsync("kpu");
        await visit.OpenAsync("/tps");
        Assert.Contains("3.322", await visit.Page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Equal(50, await visit.Page.Locator("main tbody tr").CountAsync());
        var first = await visit.Page.InnerTextAsync("main tbody tr:first-child th");
        await visit.Page.ClickAsync(".pager a[rel=next]");
        await visit.ArriveAsync(url => url.Contains("halaman=2", StringComparison.Ordinal));
        // The address changes at once, what is shown when it has come.
        await Assertions.Expect(visit.Page.Locator("main tbody tr:first-child th")).Not.ToHaveTextAsync(first);
        await visit.Page.ClickAsync("main thead a[href*='urut=-kode']");
        await visit.ArriveAsync(url => url.Contains("urut=-kode", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator("main thead th[aria-sort=descending]")).ToHaveCountAsync(1);
        await visit.Page.FillAsync("input[name=cari]", "pasirian");
        await visit.Page.PressAsync("input[name=cari]", "Enter");
        await visit.ArriveAsync(url => url.Contains("cari=pasirian", StringComparison.Ordinal));
        await Assertions.Expect(visit.Page.Locator(".answer")).Not.ToContainTextAsync("3.322");
        var villages = await visit.Page.Locator("main tbody tr td:nth-child(2)").AllInnerTextsAsync();
        Assert.NotEmpty(villages);
        Assert.All(villages, v => Assert.Contains("Pasirian", v, StringComparison.OrdinalIgnoreCase));
        // All of it stands in the address: a colleague who opens it sees the same.
        await using var colleague = await chromium.SignedInAsync("kpu");
        await colleague.OpenAsync(visit.Path);
        Assert.Equal(await visit.Page.InnerTextAsync("main tbody"), await colleague.Page.InnerTextAsync("main tbody"));
        visit.AssertQuiet();
    }

    [Fact]
    public async Task TheKeyboardGoesToTheSearchAndThroughTheList()
    {
        await using var visit = await chromium.SignedInAsync("kpu");
        await visit.OpenAsync("/tps");
        var keys = visit.Page.Keyboard;
        await keys.PressAsync("/");
        Assert.Equal("cari", await visit.Page.EvaluateAsync<string>("document.activeElement.name"));
        await visit.Page.EvaluateAsync("document.activeElement.blur()");
        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("j");
        var second = await visit.Page.GetAttributeAsync("main tbody tr:nth-child(2) a", "href");
        Assert.Equal(second, await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await keys.PressAsync("Enter");
        await visit.ArriveAsync(url => url.EndsWith(second!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhoListensBeginsAtTheTitleAndMaySkipTheRail()
    {
        await using var visit = await chromium.SignedInAsync("kpu");
        await visit.OpenAsync("/tps");
        Assert.Equal("H1", await visit.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        await visit.Page.Locator("a.skip").FocusAsync();
        Assert.True(await visit.Page.Locator("a.skip").IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ArriveAsync(url => url.EndsWith("/tps#isi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheHeadOfOperationsMakesAGuardPlanAndSeesItInTheFrame()
    {
        await using var visit = await chromium.SignedInAsync("kabagops");
        await visit.OpenAsync("/pengamanan");
        await visit.Page.ClickAsync("a.btn-primary[href='/pengamanan/baru']");
        await visit.ArriveAsync(url => url.EndsWith("/pengamanan/baru", StringComparison.Ordinal));
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForSelectorAsync("iframe.plan-frame", new() { Timeout = 120_000 });
        var plan = visit.Page.FrameLocator("iframe.plan-frame");
        await plan.Locator("h1").First.WaitForAsync();
        Assert.Contains("3.322", await plan.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        var address = visit.Path;
        visit.AssertQuiet();
        // Its address is of no use to an office that may not.
        await using var desk = await chromium.SignedInAsync("desk");
        Assert.Equal(403, await desk.OpenAsync(address));
        Assert.Equal(403, await desk.OpenAsync($"{address}/plan.html"));
        await using var sector = await chromium.SignedInAsync("kapolsek");
        Assert.Equal(404, await sector.OpenAsync(address));
    }

    [Fact]
    public async Task ThePictureForTheReadme()
    {
        // Written where one asks for it: TIGAPILAR_PICTURE=docs/images/peta.png ./test ThePicture
        var file = Environment.GetEnvironmentVariable("TIGAPILAR_PICTURE");
        await using var visit = await chromium.SignedInAsync("desk");
        await visit.OpenAsync("/wilayah/35.08");
        await MapAsync(visit);
        var picture = await visit.Page.ScreenshotAsync();
        Assert.NotEmpty(picture);
        if (string.IsNullOrEmpty(file)) return;
        var path = Path.GetFullPath(file, Repository.Root);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, picture, TestContext.Current.CancellationToken);
    }

    // The canvas lies in a shadow, and is drawn once something on it is no longer blank.
    private static async Task MapAsync(Visit visit)
    {
        await visit.Page.Locator("area-map canvas").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        var box = await visit.Page.Locator("area-map canvas").BoundingBoxAsync();
        Assert.True(box is { Width: > 300, Height: > 300 }, $"The map is {box?.Width} by {box?.Height}.");
    }
}
