using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>Reports come faster than a hand goes to a mouse.</summary>
[Collection(InOneBrowser.Name)]
public sealed class SortDeskTests(Chromium chromium)
{
    [Fact]
    public async Task AReportBecomesAnIncidentByALetterOfItsKindAndEnterAndIsTakenBackByAButton()
    {
        await using var desk = await chromium.SignedInAsync("desk");
        await desk.OpenAsync("/kejadian/pilah");
        var waiting = await desk.Page.Locator("#antrean tbody tr").CountAsync();
        await desk.Page.FocusAsync("#jenis");
        // Nothing is chosen yet: Enter is the browser's own, and sends nothing.
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("/kejadian/pilah", desk.Path);

        await desk.Page.FocusAsync("#jenis");
        await desk.Page.Keyboard.PressAsync("g");
        Assert.NotEqual("", await desk.Page.InputValueAsync("#jenis"));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.Locator(".notice-good")).ToContainTextAsync("Dijadikan kejadian dan diteruskan. Laporan berikutnya di bawah.");
        await Assertions.Expect(desk.Page.Locator("#antrean tbody tr")).ToHaveCountAsync(waiting - 1);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Urungkan" }).ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".notice-good")).ToContainTextAsync("laporan kembali menunggu");
        await Assertions.Expect(desk.Page.Locator("#antrean tbody tr")).ToHaveCountAsync(waiting);
        desk.AssertQuiet();
    }
}
