using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>A village head with a cheap phone and a weak signal.</summary>
[Collection(InASlowHand.Name)]
public sealed class LinmasTests(Chromium chromium)
{
    [Fact]
    public async Task AVillageHeadAddsSixNamesOnASlowPhone()
    {
        await using var phone = await chromium.SignedInAsync("kades", width: 390);
        var page = phone.Page;
        await phone.SlowAsync();
        Assert.Equal(200, await phone.OpenAsync("/linmas"));
        Assert.Contains("Sudah 4, kurang", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        Assert.Null(await phone.OverflowAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambah nama" }).ClickAsync();
        await page.Locator("#nama").WaitForAsync();
        for (var i = 1; i <= 6; i++)
        {
            await page.FillAsync("#nama", $"Tambahan {i} Contoh");
            await page.FillAsync("#tahun", "1990");
            await page.GetByRole(AriaRole.Button, new() { Name = "Simpan", Exact = true }).ClickAsync();
            await page.GetByText($"Tambahan {i} Contoh sudah disimpan.").WaitForAsync();
            Assert.Equal("", await page.InputValueAsync("#nama"));
        }

        Assert.Contains("Sudah 10", await page.InnerTextAsync(".answer"), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Selesai" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tambahan 6 Contoh" }).WaitForAsync();
        Assert.Contains("Dibaca oleh:", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(await phone.HindrancesAsync());
        phone.AssertQuiet();
    }
}
