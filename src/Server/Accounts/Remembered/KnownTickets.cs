using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace TigaPilar.Server.Accounts.Remembered;

/// <summary>
/// Opens the same sealed cookie once and not at each request: what it holds does not change. Whether the session that it names
/// still is one, and whether it has expired, is asked each time by those who are given it.
/// </summary>
internal sealed class KnownTickets(ISecureDataFormat<AuthenticationTicket> inner) : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>Sessions of a busy day; then it begins anew.</summary>
    private const int Most = 5000;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> _open = new(StringComparer.Ordinal);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => inner.Unprotect(protectedText);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        // Cookies may be bound to their connection by a purpose; ours are not.
        if (protectedText is null || purpose is not null) return inner.Unprotect(protectedText, purpose);
        if (_open.TryGetValue(protectedText, out var known)) return known;
        if (inner.Unprotect(protectedText, purpose) is not { } ticket) return null;
        if (_open.Count >= Most) _open.Clear();
        return _open[protectedText] = ticket;
    }

    /// <summary>Wraps the format of the session's cookie.</summary>
    internal sealed class Wrap : IPostConfigureOptions<CookieAuthenticationOptions>
    {
        public void PostConfigure(string? name, CookieAuthenticationOptions options)
        {
            if (name == Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme) options.TicketDataFormat = new KnownTickets(options.TicketDataFormat);
        }
    }
}
