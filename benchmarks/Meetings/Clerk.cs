using System.Net;
using System.Text.RegularExpressions;
using TigaPilar.Bench.Feed;

namespace TigaPilar.Bench.Meetings;

/// <summary>A clerk at a browser without scripts: opens pages and sends their forms.</summary>
internal sealed partial class Clerk : IDisposable
{
    private readonly HttpClient _http;

    private Clerk(HttpClient http) => _http = http;

    public static async Task<Clerk> SignInAsync(Uri site, string folder, string account)
    {
        var cookies = await FeedSession.SignInAsync(site, folder, account);
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        return new Clerk(http);
    }

    public async Task<string> OpenAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form of a page that was opened; what came back, and where it leads.</summary>
    public async Task<(string Body, string? Location)> SendAsync(string path, string page, string form, params IEnumerable<(string Name, string Value)> fields)
    {
        var found = Forms().Matches(page).Select(m => m.Value).FirstOrDefault(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{path} has no form {form}.");
        var hidden = Hidden().Matches(found).Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var body = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        using var answer = await _http.PostAsync(path, body);
        if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect or HttpStatusCode.SeeOther)) throw new InvalidOperationException($"{path}, {form}: {(int)answer.StatusCode}");
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }

    /// <summary>The value of the option whose text begins so.</summary>
    public static string Option(string page, string select, string begins)
    {
        var part = page[page.IndexOf($"id=\"{select}\"", StringComparison.Ordinal)..];
        part = part[..part.IndexOf("</select>", StringComparison.Ordinal)];
        return Options().Matches(part).First(m => WebUtility.HtmlDecode(m.Groups["text"].Value).StartsWith(begins, StringComparison.Ordinal)).Groups["value"].Value;
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<option value=\"(?<value>[^\"]*)\"[^>]*>(?<text>[^<]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Options();
}
