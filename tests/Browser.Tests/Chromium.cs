using Microsoft.Playwright;

namespace TigaPilar.Browser.Tests;

/// <summary>One browser and one served sample for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        // The map is drawn in software; all else by the page's own painter, or the software graphics card takes most of a core.
        "--disable-gpu-compositing", "--disable-gpu-rasterization",
        "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
        "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly Dictionary<string, string> _sessions = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>The sample.</summary>
    public Served Served { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Served = await Served.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("TIGAPILAR_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium-headless-shell",
            Args = Flags,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Served.DisposeAsync();
        _one.Dispose();
    }

    /// <summary>A new visitor, whom nobody knows.</summary>
    public async Task<Visit> VisitAsync(Uri? site = null, int width = 1440, string? state = null)
    {
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = (site ?? Served.Site).ToString(), StorageState = state,
            ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 }, Locale = "id-ID", TimezoneId = "Asia/Jakarta",
        });
        return await Visit.NewAsync(context, site ?? Served.Site);
    }

    /// <summary>Signed in through the page; the session is kept, so that each account signs in once.</summary>
    public async Task<Visit> SignedInAsync(string account, int width = 1440)
    {
        await _one.WaitAsync();
        try
        {
            if (!_sessions.TryGetValue(account, out var state))
            {
                await using var visit = await VisitAsync();
                await visit.SignInAsync(Served[account]);
                _sessions[account] = state = await visit.Page.Context.StorageStateAsync();
            }

            return await VisitAsync(width: width, state: state);
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>The tests of single pages, one after another: the map alone takes a core.</summary>
[CollectionDefinition(Name)]
public sealed class InOneBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}

/// <summary>Tests that wait for a slow network more than they work: beside the others, in a browser of their own.</summary>
[CollectionDefinition(Name)]
public sealed class InASlowHand : ICollectionFixture<Chromium>
{
    public const string Name = "slow hand";
}

/// <summary>Long plays in installations of their own, beside the single pages.</summary>
[CollectionDefinition(Name)]
public sealed class InAPlay : ICollectionFixture<Chromium>
{
    public const string Name = "play";
}
