using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>Word files as an office would send them, and what stands in one.</summary>
internal static class WordFile
{
    /// <summary>A file of these paragraphs; a bar parts one into runs, as Word does where it looked at the spelling.</summary>
    public static byte[] Of(params IEnumerable<string> paragraphs)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(paragraphs.Select(p => new Paragraph(p.Split('|').Select(r => new Run(new Text(r) { Space = SpaceProcessingModeValues.Preserve }))))));
        return stream.ToArray();
    }

    /// <summary>Its text, and how many pictures it holds.</summary>
    public static (string Text, int Pictures) Read(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return (word.MainDocumentPart!.Document!.InnerText, word.MainDocumentPart.ImageParts.Count());
    }
}
