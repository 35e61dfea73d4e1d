using System.IO.Compression;

namespace TigaPilar.Server.Shell.Files;

/// <summary>What a file may be. Told by its content, never by its name.</summary>
[Flags]
public enum FileKinds : byte
{
    None = 0,
    Pdf = 1,
    Jpeg = 2,
    Png = 4,

    /// <summary>PowerPoint since 2007.</summary>
    Slides = 8,

    /// <summary>A photo as a phone or a camera makes it.</summary>
    Photo = Jpeg | Png,

    /// <summary>A paper with ink on it, scanned or photographed.</summary>
    Scan = Pdf | Photo,
}

/// <summary>Reads what a file is from its first bytes.</summary>
public static class FileKind
{
    public static FileKinds Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? FileKinds.Pdf
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKinds.Jpeg
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileKinds.Png
        : content.StartsWith("PK\u0003\u0004"u8) && HoldsSlides(content) ? FileKinds.Slides
        : FileKinds.None;

    public static string MediaTypeOf(FileKinds kind) => kind switch
    {
        FileKinds.Pdf => "application/pdf",
        FileKinds.Jpeg => "image/jpeg",
        FileKinds.Png => "image/png",
        FileKinds.Slides => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "One kind is asked for."),
    };

    internal static string EndingOf(FileKinds kind) => kind switch { FileKinds.Pdf => ".pdf", FileKinds.Jpeg => ".jpg", FileKinds.Png => ".png", _ => ".pptx" };

    // A ZIP is a presentation by what its table of contents names; nothing of it is unpacked.
    private static bool HoldsSlides(ReadOnlySpan<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            // One with macros is a program, and no slides.
            return zip.GetEntry("ppt/presentation.xml") is not null && !zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
