using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Tests.Shell;

/// <summary>Served to others by a proxy that gives https and speaks plain HTTP to this program.</summary>
public sealed class BehindProxyTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tiga-pilar-test-").FullName;
    private readonly HttpClient _proxy = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        _app = WebServer.Build(new ServerSettings(StorageSettings.InFolder(_folder), "http://127.0.0.1:0", new Uri("https://tigapilar.example")));
        await StorageModule.MigrateAsync(_app.Services, CancellationToken.None);
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _proxy.BaseAddress = new Uri(_app.Urls.Single());
    }

    [Fact]
    public async Task Redirects_lead_to_the_public_address_whatever_name_a_request_claims()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/tps");
        asked.Headers.Host = "elsewhere.example";
        using var answer = await _proxy.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Redirect, "https://tigapilar.example/masuk?kembali=%2Ftps"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Every_cookie_travels_by_https_alone()
    {
        using var answer = await _proxy.GetAsync(new Uri("/masuk", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Attempts_are_limited_for_each_visitor_and_not_for_the_proxy()
    {
        for (var i = 0; i < 31; i++) await AttemptAsync("203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, await AttemptAsync("203.0.113.7"));
        Assert.Equal(HttpStatusCode.OK, await AttemptAsync("203.0.113.8"));
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<HttpStatusCode> AttemptAsync(string visitor)
    {
        using var page = await _proxy.GetAsync(new Uri("/masuk", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var token = new HtmlParser().ParseDocument(html).QuerySelector("input[name=__form]")!.GetAttribute("value")!;
        using var sent = new HttpRequestMessage(HttpMethod.Post, "/masuk");
        sent.Content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "masuk"), KeyValuePair.Create("__form", token)]);
        sent.Headers.Add("X-Forwarded-For", visitor);
        sent.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        using var answer = await _proxy.SendAsync(sent, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
