using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Sample;

namespace TigaPilar.Server.Tests;

/// <summary>Somebody at a browser without scripts: opens pages and sends their forms, with what the pages put into them.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Parser = new();
    private readonly CookieContainer _jar;
    private readonly HttpClient _http;

    public Visitor(Uri site)
    {
        (_jar, Address) = (new CookieContainer(), site);
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _jar }) { BaseAddress = site };
    }

    /// <summary>The page that is open.</summary>
    public IHtmlDocument Page { get; private set; } = Parser.ParseDocument("");

    public HttpStatusCode Status { get; private set; }

    /// <summary>Where one is, after all redirects.</summary>
    public Uri Address { get; private set; }

    public string Text => string.Join(' ', Page.QuerySelector("main")?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    public async Task OpenAsync(string path) => await ShowAsync(await _http.GetAsync(path));

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    /// <summary>Comes with a cookie that was given to it elsewhere.</summary>
    public void Carry(string name, string value) => _jar.Add(_http.BaseAddress!, new Cookie(name, value));

    /// <summary>Signs in with a password and the digits of the moment, and gives the pledge where it is asked for.</summary>
    internal async Task SignInAsync(SampleAccount account)
    {
        await OpenAsync("/masuk");
        await SendAsync("masuk", ("Input.Name", account.Name), ("Input.Password", account.Password));
        var digits = AccountMaker.CodeAt(account.TotpKey, TimeProvider.System.GetUtcNow());
        var code = Page.QuerySelector<IHtmlInputElement>("main input[autocomplete=one-time-code]")?.Name ?? "Input.Code";
        await SendAsync("kode", (code, digits));
        if (Page.QuerySelector("input[name=_handler][value=ikrar]") is not null) await SendAsync("ikrar");
    }

    /// <summary>Sends a form of the open page with some of its fields filled.</summary>
    public Task SendAsync(string form, params (string Name, string Value)[] fields) => SendAsync(form, fields, null);

    /// <summary>Sends a form of the open page with a file.</summary>
    public async Task SendAsync(string form, (string Name, string Value)[] fields, (string Field, string Name, byte[] Content)? file)
    {
        var found = Page.QuerySelectorAll<IHtmlInputElement>("input[name=_handler]").SingleOrDefault(i => i.Value == form)?.Closest("form")
            ?? Page.QuerySelectorAll("main form[method=post]").SingleOrDefault()
            ?? throw new InvalidOperationException($"{Address} has no form {form}: {Text}");
        var sent = found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .Select(i => (Name: i.Name!, i.Value)).Concat(fields).ToList();
        var target = found.GetAttribute("action") is { Length: > 0 } action ? new Uri(Address, action) : Address;
        if (file is not { } upload)
        {
            using var body = new FormUrlEncodedContent(sent.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            await ShowAsync(await _http.PostAsync(target, body));
            return;
        }

        using var parts = new MultipartFormDataContent();
        foreach (var (name, value) in sent) parts.Add(new StringContent(value), name);
        using var content = new ByteArrayContent(upload.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        parts.Add(content, upload.Field, upload.Name);
        await ShowAsync(await _http.PostAsync(target, parts));
    }

    /// <summary>Sends a form to an address that may not show it, with the token of the page that is open, which stays open.</summary>
    public async Task<HttpStatusCode> PostAsync(string path, string form, params IEnumerable<(string Name, string Value)> fields)
    {
        var token = Page.QuerySelectorAll<IHtmlInputElement>("input[name=__form]").FirstOrDefault() ?? throw new InvalidOperationException($"{Address} has no form: {Text}");
        using var body = new FormUrlEncodedContent([new(token.Name!, token.Value), new("_handler", form), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var response = await _http.PostAsync(path, body);
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();

    private async Task ShowAsync(HttpResponseMessage response)
    {
        using (response)
        {
            (Status, Address) = (response.StatusCode, response.RequestMessage!.RequestUri!);
            Page = Parser.ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }
}
