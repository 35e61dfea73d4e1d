using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>What one does, another sees without touching anything.</summary>
[Collection(InOneBrowser.Name)]
public sealed class LiveTests(Chromium chromium)
{
    private const string Station = "/tps/pemilu-contoh/35.08.04.2001.002";

    [Fact]
    public async Task AStationThatTheKpuMovesShowsInTheListThatAKapolsekHasOpen()
    {
        await using var police = await chromium.SignedInAsync("kapolsek");
        await police.OpenAsync("/tps?cari=35.08.04.2001");
        // A second tab of the same browser follows by the stream of the first.
        var tab = await police.Page.Context.NewPageAsync();
        await tab.GotoAsync(Station);
        await using var kpu = await chromium.SignedInAsync("kpu");
        await kpu.OpenAsync(Station);
        var place = $"Balai Contoh {Guid.NewGuid():N}"[..20];
        await kpu.Page.FillAsync("#tempat", place);
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await police.Page.GetByText(place).WaitForAsync();
        await tab.GetByText(place).First.WaitForAsync();
        Assert.Equal(1, await police.Page.Locator("tr.came").CountAsync());
        police.AssertQuiet();
    }

    [Fact]
    public async Task WhatSomebodyTypesIsNotSweptAwayByWhatAnotherSaves()
    {
        await using var one = await chromium.SignedInAsync("desk");
        await one.OpenAsync(Station);
        await one.Page.FillAsync("#tempat", "belum disimpan");
        await using var kpu = await chromium.SignedInAsync("kpu");
        await kpu.OpenAsync(Station);
        await kpu.Page.SelectOptionAsync("#status", "Surveyed");
        await kpu.Page.FillAsync("#tempat", "Sekolah Contoh");
        await kpu.Page.GetByRole(AriaRole.Button, new() { Name = "Simpan" }).ClickAsync();
        await kpu.Page.Locator(".notice[role=status]").WaitForAsync();
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.Equal("belum disimpan", await one.Page.InputValueAsync("#tempat"));
    }

    [Fact]
    public async Task TheAnswerToOnesOwnFormStaysWhenThePageIsReadAnew()
    {
        await using var police = await chromium.SignedInAsync("kabagops");
        await police.OpenAsync("/pengamanan/pola");
        await police.Page.FillAsync("#sejak-terbit", "2045-01-01");
        // What one saves is told to oneself too, and the whole page is a live part.
        await police.Page.RunAndWaitForResponseAsync(
            () => police.Page.GetByRole(AriaRole.Button, new() { Name = "Pakai pola ini" }).ClickAsync(),
            answer => answer.Request.Method == "GET" && answer.Url.EndsWith("/pengamanan/pola", StringComparison.Ordinal));
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        Assert.Equal(1, await police.Page.Locator("main > [role=status]").CountAsync());
        police.AssertQuiet();
    }
}
