using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace TigaPilar.Server.Accounts;

/// <summary>The six digits of an authenticator app: RFC 6238 with SHA-1 and steps of 30 seconds, as all such apps take it.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 bits, in the base 32 that is typed into an app.</summary>
    public static string NewKey() => string.Concat(RandomNumberGenerator.GetBytes(32).Select(b => Base32[b & 31]));

    /// <summary>The digits for an instant.</summary>
    public static string CodeAt(string key, DateTimeOffset instant)
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, instant.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 and every app: SHA-1, whose weakness does not touch HMAC.
        var hash = HMACSHA1.HashData(Decode(key), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What an app reads from the QR code.</summary>
    public static string Uri(string key, string account) =>
        $"otpauth://totp/Tiga%20Pilar:{System.Uri.EscapeDataString(account)}?secret={key}&issuer=Tiga%20Pilar&digits=6";

    private static byte[] Decode(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        int buffer = 0, bits = 0, at = 0;
        foreach (var letter in key)
        {
            buffer = (buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes[at++] = (byte)(buffer >> bits);
            buffer &= (1 << bits) - 1;
        }

        return bytes;
    }
}
