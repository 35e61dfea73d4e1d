using System.Globalization;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>Where something happened is tapped on a map, or read from the device, and written into the field as numbers.</summary>
[Collection(InOneBrowser.Name)]
public sealed class PlaceOnMapTests(Chromium chromium)
{
    [Fact]
    public async Task TheMapOfAReportComesWhenItIsOpenedAndWritesThePlaceThatIsTapped()
    {
        await using var visit = await chromium.SignedInAsync("camat");
        await visit.Page.Context.GrantPermissionsAsync(["geolocation"]);
        await visit.Page.Context.SetGeolocationAsync(new() { Latitude = -8.2101f, Longitude = 113.1202f, Accuracy = 12 });
        await visit.OpenAsync("/kejadian/lapor");
        // A phone that sends two lines loads no map for them.
        Assert.False(await visit.Page.EvaluateAsync<bool>("performance.getEntriesByType('resource').some(r => r.name.includes('maplibre'))"));
        await visit.Page.ClickAsync("details:has(#titik) > summary");
        await Assertions.Expect(visit.Page.Locator("area-map .legend")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visit.Page.Locator("area-map canvas").ClickAsync();
        var place = await visit.Page.InputValueAsync("#titik");
        var numbers = place.Split(", ").Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        Assert.True(numbers is [> -8.4 and < -8.0, > 112.9 and < 113.4], place);

        await visit.Page.ClickAsync("[data-locate]");
        await Assertions.Expect(visit.Page.Locator("#titik")).ToHaveValueAsync("-8.210100, 113.120200");
        await Assertions.Expect(visit.Page.Locator("output")).ToHaveTextAsync("± 12 m");
        await visit.Page.FillAsync("#apa", "Pohon tumbang menutup jalan");
        await visit.Page.FillAsync("#dimana", "Jalan desa Contoh");
        await visit.Page.SelectOptionAsync("#wilayah", new SelectOptionValue { Index = 1 });
        await visit.Page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(visit.Page.Locator("main .notice-good")).ToBeVisibleAsync();
        visit.AssertQuiet();
    }
}
