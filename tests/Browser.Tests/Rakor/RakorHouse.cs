using System.Globalization;

namespace TigaPilar.Browser.Tests.Rakor;

/// <summary>An installation with three kabupaten: the sample, and the two of the other articles.</summary>
public sealed class RakorHouse(Chromium chromium) : IAsyncLifetime
{
    private const string Password = "kata sandi yang panjang";
    private readonly Dictionary<string, (Visit Visit, string Key)> _people = new(StringComparer.Ordinal);
    private Served _served = null!;

    public async ValueTask InitializeAsync()
    {
        _served = await Served.StartAsync();
        var admin = await SampleAsync("admin");
        foreach (var (code, name, offices) in new[] { (Regions.Pasuruan, "Pasuruan", Regions.PasuruanOffices()), (Regions.LampungTengah, "Lampung Tengah", Regions.LampungOffices()) })
        {
            await admin.OpenAsync("/wilayah/muat");
            await admin.Page.FillAsync("input[name=cari]", code);
            await admin.PressAsync("Cari");
            await admin.Page.Locator("main tr", new() { HasText = name }).GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();
            await admin.ArriveAsync(url => url.EndsWith($"/wilayah/{code}", StringComparison.Ordinal));
            await admin.ImportAsync("Offices", offices);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (visit, _) in _people.Values) await visit.DisposeAsync();
        await _served.DisposeAsync();
    }

    /// <summary>One of the sample's accounts, signed in once.</summary>
    public async Task<Visit> SampleAsync(string account)
    {
        if (_people.TryGetValue(account, out var known)) return known.Visit;
        var visit = await chromium.VisitAsync(_served.Site);
        await visit.SignInAsync(_served[account]);
        _people[account] = (visit, _served[account].Key);
        return visit;
    }

    /// <summary>Somebody whom the administrator invites by a link.</summary>
    public async Task<Visit> InvitedAsync(string person, string account)
    {
        if (_people.TryGetValue(account, out var known)) return known.Visit;
        var admin = await SampleAsync("admin");
        await admin.OpenAsync($"/akun?cari={Uri.EscapeDataString(person)}");
        await admin.PressAsync("Undang");
        var link = new Uri(await admin.Page.InnerTextAsync("#tautan"));
        var visit = await chromium.VisitAsync(_served.Site);
        await visit.OpenAsync(link.AbsolutePath);
        _people[account] = (visit, await visit.EnterAsync(account, Password));
        return visit;
    }

    /// <summary>The six digits that this account's authenticator shows now.</summary>
    public string Digits(string account) => PrintedAccount.DigitsOf(_people[account].Key);

    public void AssertQuiet()
    {
        foreach (var (visit, _) in _people.Values) visit.AssertQuiet();
    }

    /// <summary>The sample votes on the first Wednesday from 60 days on.</summary>
    public static DateOnly VotingDay
    {
        get
        {
            var day = Secretary.Today.AddDays(60);
            while (day.DayOfWeek != DayOfWeek.Wednesday) day = day.AddDays(1);
            return day;
        }
    }
}
