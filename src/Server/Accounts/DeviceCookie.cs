using System.Buffers.Text;
using System.Security.Cryptography;

namespace TigaPilar.Server.Accounts;

/// <summary>The secret that a phone keeps, in a cookie that no script and no other site reads.</summary>
internal sealed class DeviceCookie(IHttpContextAccessor accessor, ServerSettings settings)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    private string Name => settings.IsHttps ? "__Host-tigapilar-hp" : "tigapilar-hp";

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A phone is known by a request.");

    /// <summary>SHA-256 of the secret that this phone sent; null where it sent none.</summary>
    public string? Digest => Http.Request.Cookies[Name] is { Length: > 0 and < 100 } secret ? DigestOf(secret) : null;

    /// <summary>Gives the phone a new secret; its digest.</summary>
    public string Set()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Append(secret);
        return DigestOf(secret);
    }

    /// <summary>Lets the phone keep its secret for as long again.</summary>
    public void Renew()
    {
        if (Http.Request.Cookies[Name] is { } secret) Append(secret);
    }

    /// <summary>What the phone calls itself, in a word or two.</summary>
    public string PhoneName => Http.Request.Headers.UserAgent.ToString() switch
    {
        var agent when agent.Contains("Android", StringComparison.Ordinal) => "HP Android",
        var agent when agent.Contains("iPhone", StringComparison.Ordinal) => "iPhone",
        var agent when agent.Contains("Windows", StringComparison.Ordinal) => "Windows",
        _ => "HP",
    };

    private void Append(string secret) => Http.Response.Cookies.Append(Name, secret, new CookieOptions
    {
        HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = settings.IsHttps || Http.Request.IsHttps, MaxAge = Lifetime, Path = "/", IsEssential = true,
    });

    private static string DigestOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));
}
