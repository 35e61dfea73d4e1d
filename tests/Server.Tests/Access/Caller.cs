using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Sample;

namespace TigaPilar.Server.Tests.Access;

/// <summary>One answer, as it came: redirects are not followed.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, HttpHeaders Headers, string Body)
{
    /// <summary>Sent to the page for signing in.</summary>
    public bool AsksToSignIn => Status == HttpStatusCode.Redirect && Path.StartsWith("/masuk", StringComparison.Ordinal);

    /// <summary>Where a redirect leads, without the site.</summary>
    public string Path => Location is null ? "" : Uri.TryCreate(Location, UriKind.Absolute, out var whole) && whole.Scheme != "file" ? whole.PathAndQuery : Location;

    public IHtmlDocument Page() => new HtmlParser().ParseDocument(Body);

    /// <summary>What the page asks its forms to bring back, by the name of each form's handler.</summary>
    public Dictionary<string, List<KeyValuePair<string, string>>> Forms() =>
        Page().QuerySelectorAll<IHtmlFormElement>("form[method=post]")
            .GroupBy(f => f.QuerySelector<IHtmlInputElement>("input[name=_handler]")?.Value ?? f.GetAttribute("action") ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Fields(g.First()).ToList(), StringComparer.Ordinal);

    public IEnumerable<string> Cookies => Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [];

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var field in form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]"))
        {
            var name = field.GetAttribute("name")!;
            switch (field)
            {
                case IHtmlInputElement { Type: "file" } or IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }: break;
                case IHtmlInputElement input: yield return new(name, input.Value); break;
                case IHtmlSelectElement select: yield return new(name, select.Value ?? ""); break;
                case IHtmlTextAreaElement area: yield return new(name, area.Value); break;
                case IHtmlButtonElement button: yield return new(name, button.Value); break;
            }
        }
    }
}

/// <summary>
/// Somebody at a browser, from an address of their own on this machine's loopback (attempts are counted by address).
/// </summary>
public sealed class Caller : IDisposable
{
    private static int _callers;
    private readonly HttpClient _http;

    public Caller(Uri site)
    {
        var number = Interlocked.Increment(ref _callers);
        var from = new IPAddress([127, 1, (byte)(number / 250), (byte)(1 + (number % 250))]);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = Jar,
            ConnectCallback = async (context, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }) { BaseAddress = site };
    }

    public CookieContainer Jar { get; } = new();

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        return await ReadAsync(response);
    }

    public async Task<Answer> PostAsync(string path, params IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var body = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(path, body);
        return await ReadAsync(response);
    }

    /// <summary>Sends text as a script would, by default JSON.</summary>
    public async Task<Answer> PostTextAsync(string path, string text, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, System.Text.Encoding.UTF8, type) };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await _http.SendAsync(request);
        return await ReadAsync(response);
    }

    /// <summary>Opens a page and sends one of its forms, with some fields filled.</summary>
    public async Task<Answer> SubmitAsync(string path, string form, params (string Name, string Value)[] filled)
    {
        var page = await GetAsync(path);
        if (!page.Forms().TryGetValue(form, out var fields)) Assert.Fail($"{path} has no form {form}: {(int)page.Status}\n{page.Body}");
        // A form without a handler's name is known by where it goes.
        return await PostAsync(form.StartsWith('/') ? form : path, fields.Where(f => Array.TrueForAll(filled, x => x.Name != f.Key))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    /// <summary>Both steps of signing in and, the first time, the pledge, by the real forms; the answer to the second step.</summary>
    public async Task<Answer> SignInAsync(SampleAccount account, string? back = null)
    {
        var query = back is null ? "" : $"?kembali={Uri.EscapeDataString(back)}";
        var first = await PasswordAsync(account.Name, account.Password, query);
        if (first.Status != HttpStatusCode.Redirect) Assert.Fail($"{account.Name} was not let to the second step: {(int)first.Status}\n{first.Body}");
        var answer = await CodeAsync(AccountMaker.CodeAt(account.TotpKey, TimeProvider.System.GetUtcNow()), query);
        await PledgeAsync();
        return answer;
    }

    /// <summary>Gives the pledge where it is asked for.</summary>
    public async Task PledgeAsync()
    {
        if ((await GetAsync("/ikrar")).Forms().ContainsKey("ikrar")) await SubmitAsync("/ikrar", "ikrar");
    }

    public Task<Answer> PasswordAsync(string name, string password, string query = "") =>
        SubmitAsync($"/masuk{query}", "masuk", ("Input.Name", name), ("Input.Password", password));

    public Task<Answer> CodeAsync(string code, string query = "") => SubmitAsync($"/masuk/kode{query}", "kode", ("Input.Code", code));

    public void Dispose() => _http.Dispose();

    private static async Task<string> BeginningAsync(HttpResponseMessage response)
    {
        var bytes = new byte[1 << 16];
        await using var stream = await response.Content.ReadAsStreamAsync();
        return System.Text.Encoding.UTF8.GetString(bytes, 0, await stream.ReadAsync(bytes));
    }

    private static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        // A stream has no end: what comes at once is its answer.
        var body = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await BeginningAsync(response)
            : System.Text.Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        return new Answer(response.StatusCode, response.Headers.Location?.OriginalString, response.Headers, body);
    }
}
