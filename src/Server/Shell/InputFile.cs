using System.IO.Compression;
using System.Text.Unicode;

namespace TigaPilar.Server.Shell;

/// <summary>Reads a whole input file as UTF-8 bytes, or says in one problem why it can not.</summary>
public static class InputFile
{
    /// <summary>Largest file taken, packed or unpacked, in bytes: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    // Else a packed file that was cut off unpacks in part without a word, and stations go missing from a plan.
    static InputFile() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The file's bytes without a byte-order mark, unpacked where the name ends in .gz; null after a problem.</summary>
    public static byte[]? Read(string path, InputReport report)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            report.Add(new UnusableFile($"\"{path}\"", "is a blank name; expected a file."));
            return null;
        }

        if (Directory.Exists(path)) return Refuse("is a directory; expected a file.");
        if (!File.Exists(path)) return Refuse("no such file.");

        byte[]? bytes;
        var packed = false;
        try
        {
            if (new FileInfo(path).Length > MaxBytes) return Refuse("is larger than 256 MiB; expected at most that.");
            packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            using var file = File.OpenRead(path);
            using Stream stream = packed ? new GZipStream(file, CompressionMode.Decompress) : file;
            bytes = ReadToLimit(stream);
        }
        catch (InvalidDataException)
        {
            return Refuse(IsPacked(path)
                ? "is cut off or damaged; expected a whole gzip file."
                : "is not a gzip file although its name ends in .gz.");
        }
        catch (Exception reading) when (reading is IOException or UnauthorizedAccessException)
        {
            return Refuse($"can not be read: {reading.Message}");
        }

        if (bytes is null)
            return Refuse($"is larger than 256 MiB{(packed ? " when unpacked" : "")}; expected at most that.");
        if (bytes.AsSpan().StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty) return Refuse("is empty.");
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return Refuse("is a workbook or ZIP file; expected CSV (or GeoJSON) text. In a spreadsheet: save as CSV UTF-8.");
        if (bytes.AsSpan().IndexOf((byte)0) is >= 0 and var nul)
        {
            report.Add(new UnusableFile(path, "holds a NUL byte; expected text saved as UTF-8 (not UTF-16).",
                bytes.AsSpan(0, nul).Count((byte)'\n') + 1));
            return null;
        }

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

    // A small packed file may unpack to terabytes, and a pipe has no length: stop at the limit, not after it.
    private static byte[]? ReadToLimit(Stream stream)
    {
        using var bytes = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[128 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (bytes.Length + read > MaxBytes) return null;
            bytes.Write(buffer.AsSpan(0, read));
        }

        return bytes.ToArray();
    }

    private static bool IsPacked(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
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
