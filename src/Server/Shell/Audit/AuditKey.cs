using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Shell.Audit;

/// <summary>The key that signs heads. It lies beside the database and not in it: who can write there can not sign.</summary>
internal static class AuditKey
{
    /// <summary><c>TIGAPILAR_AUDIT_KEY</c>, else <c>audit-key.pem</c> in the data folder.</summary>
    public static string PathOf(StorageSettings storage) =>
        Environment.GetEnvironmentVariable("TIGAPILAR_AUDIT_KEY") is { Length: > 0 } named ? named : Path.Combine(storage.Folder, "audit-key.pem");

    /// <summary>The key, made the first time, for the owner of the folder alone.</summary>
    public static ECDsa Open(StorageSettings storage)
    {
        var path = PathOf(storage);
        if (!File.Exists(path))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    public static AuditHead Sign(ECDsa key, long position, string hash, DateTimeOffset at)
    {
        // To the second: what is printed is what was signed.
        var when = new DateTimeOffset(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return new AuditHead
        {
            Position = position, Hash = hash, At = when, Key = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
            Signature = Convert.ToBase64String(key.SignData(Signed(position, hash, when), HashAlgorithmName.SHA256)),
        };
    }

    /// <summary>Whether the head was signed by the key that it names.</summary>
    public static bool IsGenuine(AuditHead head)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(head.Key), out _);
            return key.VerifyData(Signed(head.Position, head.Hash, head.At), Convert.FromBase64String(head.Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Short form of a public key, for the eye: the first 16 hexadecimal digits of its SHA-256.</summary>
    public static string Fingerprint(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(key)))[..16];

    private static byte[] Signed(long position, string hash, DateTimeOffset at) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"tigapilar-audit-head-1\n{position}\n{hash}\n{at:yyyy-MM-ddTHH:mm:ssZ}"));
}
