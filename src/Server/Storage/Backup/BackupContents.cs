using System.Globalization;
using System.Security.Cryptography;
using TigaPilar.Server.Shell.Audit;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>What is in a backup besides the database, and how its bytes are held against what was written.</summary>
internal static class BackupContents
{
    /// <summary>The key that signs heads.</summary>
    public const string Key = "audit-key.pem";

    public const string Heads = "audit/";

    /// <summary>The sample's accounts: an installation that has them is never opened to others.</summary>
    public const string Sample = "sample-accounts.json";

    /// <summary>
    /// What stands at the end of the file, as the comment of the zip: this, and the SHA-256 of every byte before that. Zip
    /// leaves bytes that no checksum covers.
    /// </summary>
    public const string Seal = "tigapilar-backup ";

    public const int DigestLength = 64;

    /// <summary>Files beside the database, as the backup names them and where they are.</summary>
    public static IEnumerable<(string Name, string Path)> Beside(StorageSettings storage)
    {
        var (heads, key, sample) = (AuditHeads.FolderOf(storage), AuditKey.PathOf(storage), Path.Combine(storage.Folder, Sample));
        if (Directory.Exists(heads))
        {
            foreach (var head in Directory.EnumerateFiles(heads, "*.json").Order(StringComparer.Ordinal)) yield return (Heads + Path.GetFileName(head), head);
        }

        if (File.Exists(key)) yield return (Key, key);
        if (File.Exists(sample)) yield return (Sample, sample);
    }

    /// <summary>Where a part goes on restoring; null where no backup has such a part.</summary>
    public static string? Place(string name, RestoreStage stage, IBackupEngine engine)
    {
        if (name == engine.Part) return engine.StagedAt(stage);
        if (name is Key or Sample) return Path.Combine(stage.Files, name);
        var head = name.StartsWith(Heads, StringComparison.Ordinal) ? name[Heads.Length..] : "";
        return head.Length > 0 && head == Path.GetFileName(head) && head.EndsWith(".json", StringComparison.Ordinal) ? Path.Combine(stage.Files, "audit", head) : null;
    }

    /// <summary>SHA-256 of a file without its last <see cref="DigestLength"/> bytes, and what these say.</summary>
    public static async Task<(string Digest, string Said)> DigestsAsync(FileStream file, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        file.Position = 0;
        var left = file.Length - DigestLength;
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancel);
            if (read == 0) break;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        file.Position = Math.Max(0, file.Length - DigestLength);
        var end = await file.ReadAtLeastAsync(buffer, DigestLength, throwOnEndOfStream: false, cancel);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), System.Text.Encoding.ASCII.GetString(buffer, 0, end));
    }

    public static string Size(long bytes) => (bytes / 1_000_000.0).ToString(bytes < 10_000_000 ? "0.0" : "0", CultureInfo.InvariantCulture) + " MB";
}

/// <summary>Passes on what is written, and takes its digest.</summary>
internal sealed class DigestStream(Stream inner, Action<long> told) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public string Digest() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        inner.Write(buffer);
        Count(buffer);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await inner.WriteAsync(buffer, cancellationToken);
        Count(buffer.Span);
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Count(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        Bytes += buffer.Length;
        told(Bytes);
    }
}
