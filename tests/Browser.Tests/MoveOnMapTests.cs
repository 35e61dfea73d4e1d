using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>The head of operations moves a station by clicking on the map.</summary>
[Collection(InOneBrowser.Name)]
public sealed class MoveOnMapTests(Chromium chromium)
{
    [Fact]
    public async Task AStationClickedOnTheMapIsMovedByAButtonOfThePanel()
    {
        await using var visit = await chromium.SignedInAsync("kabagops");
        await visit.OpenAsync("/pengamanan/baru");
        await visit.Page.ClickAsync("main button[type=submit]");
        await visit.Page.WaitForSelectorAsync("iframe.plan-frame", new() { Timeout = 120_000 });
        var plan = visit.Path;

        await visit.OpenAsync($"{plan}/pindah");
        await visit.Page.EvaluateAsync("document.marked = true");
        await ClickStationAsync(visit);
        await visit.ArriveAsync(url => url.Contains("/pindah?tps=", StringComparison.Ordinal));
        var station = visit.Path[^17..];
        await Assertions.Expect(visit.Page.Locator("area-map")).ToHaveAttributeAsync("data-chosen", station);
        // The map stays where it is while the panel beside it changes.
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.marked === true"));
        Assert.Equal(station, await visit.Page.InputValueAsync("input[name=tps]"));

        // The last choice is a group of its own, which the rules allow to every station that is not alone.
        var choices = visit.Page.Locator("button[name='Choice.Group']");
        Assert.InRange(await choices.CountAsync(), 1, 9);
        await choices.Last.ClickAsync();
        await visit.Page.WaitForSelectorAsync("iframe.plan-frame", new() { Timeout = 120_000 });
        Assert.NotEqual(plan, visit.Path);
        await visit.OpenAsync($"{visit.Path}/beda");
        Assert.Contains(station, await visit.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        visit.AssertQuiet();
    }

    // What is under the pointer is said beside it: the first station that is, going out from the middle.
    private static async Task ClickStationAsync(Visit visit)
    {
        var canvas = visit.Page.Locator("area-map canvas");
        await canvas.WaitForAsync(new() { State = WaitForSelectorState.Visible });
        await Assertions.Expect(visit.Page.Locator("area-map .legend")).ToBeVisibleAsync();
        var box = (await canvas.BoundingBoxAsync())!;
        for (var (far, turn) = (0f, 0); far < box.Height / 2; (far, turn) = (far + 1.5f, turn + 1))
        {
            var (x, y) = (box.X + (box.Width / 2) + (far * MathF.Cos(turn)), box.Y + (box.Height / 2) + (far * MathF.Sin(turn)));
            await visit.Page.Mouse.MoveAsync(x, y);
            var tip = visit.Page.Locator("area-map .tip");
            if (!await tip.IsVisibleAsync() || !(await tip.InnerTextAsync()).StartsWith("TPS", StringComparison.Ordinal)) continue;
            await visit.Page.Mouse.ClickAsync(x, y);
            return;
        }

        throw new InvalidOperationException("No station was found on the map.");
    }
}
