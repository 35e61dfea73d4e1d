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

    /// <summary>Word since 2007.</summary>
    Word = 16,

    /// <summary>Excel since 2007.</summary>
    Excel = 32,

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
        : content.StartsWith("PK\u0003\u0004"u8) ? Packed(content)
        : FileKinds.None;

    public static string MediaTypeOf(FileKinds kind) => kind switch
    {
        FileKinds.Pdf => "application/pdf",
        FileKinds.Jpeg => "image/jpeg",
        FileKinds.Png => "image/png",
        FileKinds.Slides => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        FileKinds.Word => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        FileKinds.Excel => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "One kind is asked for."),
    };

    internal static string EndingOf(FileKinds kind) => kind switch { FileKinds.Pdf => ".pdf", FileKinds.Jpeg => ".jpg", FileKinds.Png => ".png", FileKinds.Word => ".docx", FileKinds.Excel => ".xlsx", _ => ".pptx" };

    // What a ZIP is, its table of contents says; nothing of it is unpacked.
    private static FileKinds Packed(ReadOnlySpan<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            // One with macros is a program, and no paper.
            return zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? FileKinds.None
                : zip.GetEntry("ppt/presentation.xml") is not null ? FileKinds.Slides
                : zip.GetEntry("word/document.xml") is not null ? FileKinds.Word
                : zip.GetEntry("xl/workbook.xml") is not null ? FileKinds.Excel
                : FileKinds.None;
        }
        catch (InvalidDataException)
        {
            return FileKinds.None;
        }
    }
}
