using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using TigaPilar.Server.Shell.Files;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>
/// A form that somebody else prescribes, as Word or Excel, with fields such as <c>{{tanggal}}</c> where the answers go. It is
/// filled from what is there, and everything else of it stays as it was.
/// </summary>
public static partial class OfficeTemplate
{
    /// <summary>More than a form with a letterhead takes.</summary>
    public const int MostBytes = 4 << 20;

    /// <summary>Unpacked: a small ZIP may hold a very large file.</summary>
    private const long MostUnpacked = 64L << 20;

    public const FileKinds Kinds = FileKinds.Word | FileKinds.Excel;

    /// <summary>The names that stand in braces, in small letters, each once, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">The file is none, or unpacks to more than a form may.</exception>
    public static ImmutableArray<string> FieldsOf(byte[] form)
    {
        Weigh(form);
        return Opened<ImmutableArray<string>>(form, () => [.. (FileKind.Of(form) == FileKinds.Word ? WordTemplate.TextsOf(form) : ExcelTemplate.TextsOf(form))
            .SelectMany(t => Field().Matches(t)).Select(NameOf).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The form, filled. A field without a value becomes blank; a list without rows leaves one blank row.</summary>
    /// <param name="form">Word or Excel.</param>
    /// <param name="values">What it is filled with.</param>
    /// <exception cref="InvalidDataException">The file is no form.</exception>
    public static byte[] Fill(byte[] form, TemplateValues values)
    {
        Weigh(form);
        return Opened(form, () => FileKind.Of(form) == FileKinds.Word ? WordTemplate.Fill(form, values) : ExcelTemplate.Fill(form, values));
    }

    internal static string NameOf(Match match) => match.Groups["name"].Value.ToLowerInvariant();

    /// <summary>Without what no XML holds: a stray control character would break the whole file.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var c in text.ReplaceLineEndings("\n")) if (!char.IsControl(c) || c is '\n' or '\t') kept.Append(c);
        return kept.ToString();
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[\p{L}\p{Nd}_]+(?:\.[\p{L}\p{Nd}_]+)?)\s*\}\}", RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Field();

    private static T Opened<T>(byte[] form, Func<T> work)
    {
        if (!Kinds.HasFlag(FileKind.Of(form)) || FileKind.Of(form) == FileKinds.None) throw new InvalidDataException("The file is neither Word nor Excel.");
        try
        {
            return work();
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or FormatException)
        {
            throw new InvalidDataException("The file is damaged.", broken);
        }
    }

    private static void Weigh(byte[] form)
    {
        using var zip = new ZipArchive(new MemoryStream(form), ZipArchiveMode.Read);
        var (buffer, sum) = (new byte[1 << 16], 0L);
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
                if ((sum += read) > MostUnpacked) throw new InvalidDataException("The file unpacks to more than a form may.");
        }
    }
}
