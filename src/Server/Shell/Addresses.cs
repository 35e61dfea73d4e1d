using System.Net;
using System.Net.Sockets;

namespace TigaPilar.Server.Shell;

/// <summary>What the server may listen on.</summary>
internal static class Addresses
{
    /// <summary>What is wrong with the address to listen on or the public one, or null.</summary>
    public static string? Problem(string listen, string? named, out Uri? publicUrl)
    {
        publicUrl = null;
        if (!Uri.TryCreate(listen, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
            return $"--listen \"{listen}\" is no address; expected such as http://localhost:5080 (https is given by the proxy before it).";
        if (string.IsNullOrEmpty(named))
        {
            return IsThisMachine(listen) ? null
                : $"{listen} is open to other machines; expected TIGAPILAR_URL with the https address that people use, given by a proxy before this program.";
        }

        if (!Uri.TryCreate(named, UriKind.Absolute, out publicUrl) || publicUrl.Scheme is not ("https" or "http"))
            return $"TIGAPILAR_URL \"{named}\" is no address; expected such as https://tigapilar.example.go.id.";
        return publicUrl.Scheme == Uri.UriSchemeHttps || publicUrl.IsLoopback ? null
            : $"TIGAPILAR_URL \"{named}\" is not https; passwords must not travel in the open.";
    }

    /// <summary>Whether only this machine reaches the address.</summary>
    public static bool IsThisMachine(string listen) =>
        Uri.TryCreate(listen, UriKind.Absolute, out var address)
        && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>Whether others reach this program: directly, or by a proxy on this machine that has a public name.</summary>
    public static bool IsOpenToOthers(string listen, Uri? publicUrl) => !IsThisMachine(listen) || publicUrl is { IsLoopback: false };

    /// <summary>Whether somebody answers there already: told before the database is touched.</summary>
    public static async Task<bool> IsTakenAsync(string listen, CancellationToken cancel)
    {
        var address = new Uri(listen);
        if (address.Port == 0) return false;
        try
        {
            using var probe = new TcpClient();
            await probe.ConnectAsync(address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host, address.Port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
