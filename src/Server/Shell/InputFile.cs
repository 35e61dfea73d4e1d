using System.IO.Compression;
using System.Text.Unicode;

namespace TigaPilar.Server.Shell;

/// <summary>Reads a whole input file as UTF-8 bytes, or says in one problem why it can not.</summary>
public static class InputFile
{
    /// <summary>Largest file taken, packed or unpacked, in bytes: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    /// <summary>The file's bytes without a byte-order mark, unpacked where the name ends in .gz; null after a problem.</summary>
    public static byte[]? Read(string path, InputReport report)
    {
        if (Directory.Exists(path)) return Refuse("is a directory; expected a file.");
        if (!File.Exists(path)) return Refuse("no such file.");

        byte[]? bytes;
        try
        {
            if (new FileInfo(path).Length > MaxBytes) return Refuse("is larger than 256 MiB; expected at most that.");
            bytes = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Unpack(path) : File.ReadAllBytes(path);
        }
        catch (InvalidDataException)
        {
            return Refuse("is not a gzip file although its name ends in .gz.");
        }
        catch (Exception reading) when (reading is IOException or UnauthorizedAccessException)
        {
            return Refuse($"can not be read: {reading.Message}");
        }

        if (bytes is null) return Refuse("is larger than 256 MiB when unpacked; expected at most that.");
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return Refuse("is empty; expected a header and rows.");
        if (!Utf8.IsValid(bytes))
        {
            report.Add(new UnusableFile(path, "is not UTF-8 text here; expected a file saved as UTF-8.", BadLine(bytes)));
            return null;
        }

        return bytes;

        byte[]? Refuse(string why)
        {
            report.Add(new UnusableFile(path, why));
            return null;
        }
    }

    // A small packed file may unpack to terabytes: stop at the limit, not after it.
    private static byte[]? Unpack(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[128 * 1024];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > MaxBytes) return null;
            unpacked.Write(buffer.AsSpan(0, read));
        }

        return unpacked.ToArray();
    }

    private static int BadLine(ReadOnlySpan<byte> bytes)
    {
        for (var line = 1; ; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (end < 0 || !Utf8.IsValid(bytes[..end])) return line;
            bytes = bytes[(end + 1)..];
        }
    }
}
