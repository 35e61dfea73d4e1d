using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using TigaPilar.Server.Accounts.Contract;
using TigaPilar.Server.Sample;

namespace TigaPilar.Bench.Feed;

/// <summary>Signs in by the real pages and keeps the session's cookie.</summary>
internal static partial class FeedSession
{
    /// <summary>The cookie of an account that lies in the folder's list. Attempts are counted by address: many come from several of the loopback.</summary>
    public static async Task<string> SignInAsync(Uri site, string folder, string name, IPAddress? from = null)
    {
        var account = JsonSerializer.Deserialize<List<SampleAccount>>(await File.ReadAllTextAsync(Path.Combine(folder, "sample-accounts.json")))!.Single(a => a.Name == name);
        var jar = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, from, cancel) }) { BaseAddress = site };
        await SendAsync(http, "/masuk", ("Input.Name", account.Name), ("Input.Password", account.Password));
        await SendAsync(http, "/masuk/kode", ("Input.Code", AccountMaker.CodeAt(account.TotpKey, TimeProvider.System.GetUtcNow())));
        using var home = await http.GetAsync("/");
        // Whoever comes for the first time is asked for the pledge.
        if (home.RequestMessage!.RequestUri!.AbsolutePath is not "/" and var asked) await SendAsync(http, asked);
        return jar.GetCookieHeader(site);
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, IPAddress? from, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (from is not null) socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(to, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task SendAsync(HttpClient http, string path, params (string Name, string Value)[] filled)
    {
        var page = await http.GetStringAsync(path);
        var form = Forms().Matches(page).Select(m => m.Value).First(f => f.Contains("_handler", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var body = new FormUrlEncodedContent(fields.Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        using var answer = await http.PostAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Hidden();
}
