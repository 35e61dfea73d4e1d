using System.Text.Json;
using System.Globalization;
using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>Somebody at a page. What the browser complained of, and whom it asked, is kept.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly Uri _site;
    private readonly List<string> _complaints = [];
    private readonly List<string> _elsewhere = [];

    private Visit(IPage page, Uri site) => (Page, _site) = (page, site);

    public IPage Page { get; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    public static async Task<Visit> NewAsync(IBrowserContext context, Uri site)
    {
        context.SetDefaultTimeout(90_000);
        var page = await context.NewPageAsync();
        var visit = new Visit(page, site);
        page.Console += (_, message) => { if (message.Type is "error" or "warning" && !IsOfTheGpu(message.Text)) visit._complaints.Add($"{visit.Path}: {message.Text}"); };
        page.PageError += (_, error) => visit._complaints.Add($"{visit.Path}: {error}");
        context.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is "http" or "https" or "ws" or "wss" && asked.Authority != site.Authority) visit._elsewhere.Add(request.Url);
        };
        return visit;
    }

    public async Task<int> OpenAsync(string path)
    {
        var answer = await Page.GotoAsync(new Uri(_site, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
        return answer?.Status ?? 0;
    }

    /// <summary>What the server answers for an address in this session, on whatever page of it one arrives; nothing is drawn. 401 where it asks to sign in.</summary>
    public async Task<int> StatusAsync(string path)
    {
        var answer = await Page.APIRequest.GetAsync(new Uri(_site, path).ToString());
        return new Uri(answer.Url).AbsolutePath.StartsWith("/masuk", StringComparison.Ordinal) ? 401 : answer.Status;
    }

    public async Task SignInAsync(PrintedAccount account)
    {
        for (var attempt = 0; ; attempt++)
        {
            await OpenAsync("/masuk");
            await Page.FillAsync("#nama", account.Name);
            await Page.FillAsync("#sandi", account.Password);
            await Page.ClickAsync("button[type=submit]");
            // Thirty attempts a minute are let through from one address; all of ours come from one.
            try
            {
                await Page.Locator("#kode").WaitForAsync(new() { Timeout = 5_000 });
                break;
            }
            catch (TimeoutException) when (attempt < 4)
            {
                await Task.Delay(TimeSpan.FromSeconds(20));
            }
        }

        await Page.FillAsync("#kode", account.Digits);
        await Page.ClickAsync("button[type=submit]");
        await PledgeAsync();
    }

    /// <summary>3G as the browser's own tools have it: 400 kbit/s and 400 ms.</summary>
    public async Task SlowAsync()
    {
        var debugger = await Page.Context.NewCDPSessionAsync(Page);
        await debugger.SendAsync("Network.enable");
        await debugger.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 400, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 50_000 });
    }

    /// <summary>Arrives at the first page; on the way there, the first time, gives the pledge.</summary>
    public async Task PledgeAsync()
    {
        await ArriveAsync(url => url == _site.ToString() || url.Contains("/ikrar", StringComparison.Ordinal));
        if (Path.StartsWith("/ikrar", StringComparison.Ordinal)) await Page.ClickAsync("main button.btn-primary");
        await ArriveAsync(url => url == _site.ToString());
    }

    /// <summary>
    /// Waits until the page of that address is there and loaded. The driver's own wait for 'load' misses the event when it
    /// fires between the look and the listening, so the page is asked.
    /// </summary>
    public async Task ArriveAsync(Func<string, bool> address)
    {
        for (var patience = 0; patience < 1800; patience++)
        {
            try
            {
                if (address(Page.Url) && await Page.EvaluateAsync<string>("document.readyState") == "complete" && address(Page.Url)) return;
            }
            catch (PlaywrightException)
            {
                // The page went away while it was asked: the next one is coming.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        throw new TimeoutException($"Still at {Page.Url} after 90 s.");
    }

    /// <summary>Where the rail leads, in its order.</summary>
    public async Task<string[]> RailAsync() =>
        await Page.EvalOnSelectorAllAsync<string[]>("nav.rail ul a", "links => links.map(a => a.getAttribute('href'))");

    /// <summary>That no page complained and nobody else was asked for anything.</summary>
    public void AssertQuiet()
    {
        Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
        Assert.True(_elsewhere.Count == 0, string.Join('\n', _elsewhere));
    }

    /// <summary>What makes the page wider than the window, in words; null where nothing does.</summary>
    public async Task<string?> OverflowAsync() => await Page.EvaluateAsync<string?>("""
        () => {
          const room = document.documentElement.clientWidth, wide = document.documentElement.scrollWidth;
          if (wide <= room) return null;
          const scrolls = e => { for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
          const past = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > room + 1 && !scrolls(e));
          return `${wide - room} px wider than the window: ` + past.slice(0, 3).map(e => e.outerHTML.slice(0, 90).replace(/\s+/g, ' ')).join(' | ');
        }
        """);

    /// <summary>What axe-core calls serious or critical on the page, by all of its rules or by one.</summary>
    public async Task<IReadOnlyList<string>> HindrancesAsync(string? rule = null)
    {
        // Through the debugger, since the page's own policy lets no script in that is not the site's.
        if (!await Page.EvaluateAsync<bool>("!!window.axe"))
            await Page.EvaluateAsync(await File.ReadAllTextAsync(Repository.Path("src", "Browser", "node_modules", "axe-core", "axe.min.js")));
        // Without its preload, which fetches what only its rules for sounds and films read.
        var result = await Page.EvaluateAsync<JsonElement>(
            "rule => axe.run(document, { resultTypes: ['violations'], preload: false, ...(rule ? { runOnly: [rule] } : {}) })", rule);
        return
        [
            .. from violation in result.GetProperty("violations").EnumerateArray()
               where violation.GetProperty("impact").GetString() is "serious" or "critical"
               let nodes = violation.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString())
               select $"{violation.GetProperty("impact").GetString()} {violation.GetProperty("id").GetString()}: {string.Join(" | ", nodes)}",
        ];
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    // Without a graphics card the browser tells how slow it draws.
    private static bool IsOfTheGpu(string text) =>
        text.Contains("GPU stall", StringComparison.Ordinal) || text.Contains("GL Driver Message", StringComparison.Ordinal)
        || text.Contains("software WebGL", StringComparison.OrdinalIgnoreCase) || text.Contains("WebGL", StringComparison.Ordinal) && text.Contains("performance", StringComparison.Ordinal);
}
