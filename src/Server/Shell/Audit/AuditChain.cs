using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>How one hash follows from the one before: a hash chain as in certificate logs, one entry a link.</summary>
internal static class AuditChain
{
    /// <summary>What the first hash follows from.</summary>
    public static string Start { get; } = new('0', 64);

    // Another layout is another version, and its chain begins anew.
    private static readonly byte[] Version = "tigapilar-audit-1"u8.ToArray();

    /// <summary>
    /// SHA-256 over the hash before, the position and every field of the entry, in lower hexadecimal. Lengths stand before
    /// texts, so that no two entries have the same bytes.
    /// </summary>
    public static string Hash(string before, long position, AuditEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        bytes.Write(Version);
        bytes.Write(Convert.FromHexString(before));
        Number(bytes, position);
        Number(bytes, entry.Id);
        Number(bytes, entry.At.UtcTicks);
        Text(bytes, entry.AccountId?.ToString("N"));
        Text(bytes, entry.OfficeId?.ToString("N"));
        Text(bytes, entry.Action);
        Text(bytes, entry.Subject);
        Text(bytes, entry.AreaCode);
        Text(bytes, entry.Details);
        Text(bytes, entry.Digest);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.WrittenSpan));
    }

    private static void Number(ArrayBufferWriter<byte> bytes, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
    }

    private static void Text(ArrayBufferWriter<byte> bytes, string? value)
    {
        Number(bytes, value is null ? -1 : Encoding.UTF8.GetByteCount(value));
        if (value is not null) Encoding.UTF8.GetBytes(value, bytes);
    }
}
