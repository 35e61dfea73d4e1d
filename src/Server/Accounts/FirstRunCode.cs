using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TigaPilar.Server.Accounts;

/// <summary>
/// The code on the console by which the first administrator is made. Who reads the console owns the machine; who only
/// finds the page does not get in. It lives in memory, for one use.
/// </summary>
internal sealed class FirstRunCode
{
    private string? _code;

    /// <summary>Makes a new code and returns it.</summary>
    public string Open() => _code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));

    public bool Fits(string code) => _code is { } open
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(open), Encoding.UTF8.GetBytes(code));

    public void Close() => _code = null;
}
