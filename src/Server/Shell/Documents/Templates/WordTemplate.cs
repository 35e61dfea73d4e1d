using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>Fields in a Word file: in its text, tables, text boxes, headers, footers and notes.</summary>
internal static class WordTemplate
{
    public static IEnumerable<string> TextsOf(byte[] form)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(form), isEditable: false);
        return [.. Roots(file).SelectMany(r => r.Descendants<W.Paragraph>()).Select(p => string.Concat(Texts(p).Select(t => t.Text)))];
    }

    public static byte[] Fill(byte[] form, TemplateValues values)
    {
        using var filled = new MemoryStream();
        filled.Write(form);
        using (var file = WordprocessingDocument.Open(filled, isEditable: true))
        {
            foreach (var root in Roots(file))
            {
                foreach (var row in root.Descendants<W.TableRow>().Where(r => !r.Descendants<W.TableRow>().Any()).ToList()) Repeat(row, values);
                foreach (var paragraph in root.Descendants<W.Paragraph>().ToList()) Fill(paragraph, n => values.Fields.GetValueOrDefault(n) ?? "");
            }
        }

        return filled.ToArray();
    }

    private static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument file)
    {
        if (file.MainDocumentPart is not { } main) throw new OpenXmlPackageException("The file has no document.");
        OpenXmlPartRootElement?[] roots =
        [
            main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer), main.FootnotesPart?.Footnotes, main.EndnotesPart?.Endnotes,
        ];
        return roots.OfType<OpenXmlPartRootElement>();
    }

    // A row with fields of a list comes once for each item.
    private static void Repeat(W.TableRow row, TemplateValues values)
    {
        var text = string.Concat(row.Descendants<W.Paragraph>().SelectMany(Texts).Select(t => t.Text));
        var list = OfficeTemplate.Field().Matches(text).Select(OfficeTemplate.NameOf).Where(n => n.Contains('.', StringComparison.Ordinal)).Select(n => n.Split('.')[0]).FirstOrDefault();
        if (list is null) return;
        foreach (var item in Items(values, list))
        {
            var copy = (W.TableRow)row.CloneNode(deep: true);
            foreach (var paragraph in copy.Descendants<W.Paragraph>())
                Fill(paragraph, n => n.StartsWith(list + ".", StringComparison.Ordinal) ? item.GetValueOrDefault(n[(list.Length + 1)..]) ?? "" : values.Fields.GetValueOrDefault(n) ?? "");
            row.InsertBeforeSelf(copy);
        }

        row.Remove();
    }

    private static ImmutableArray<IReadOnlyDictionary<string, string>> Items(TemplateValues values, string list) =>
        values.Rows.TryGetValue(list, out var rows) && !rows.IsDefaultOrEmpty ? rows : [ImmutableDictionary<string, string>.Empty];

    // Word parts a field over several runs as it likes, where somebody typed it in two goes or where its spelling was looked at:
    // the value goes where the field begins, in its type.
    private static void Fill(W.Paragraph paragraph, Func<string, string> valueOf)
    {
        var texts = Texts(paragraph).ToList();
        var matches = OfficeTemplate.Field().Matches(string.Concat(texts.Select(t => t.Text)));
        for (var i = matches.Count - 1; i >= 0; i--)
        {
            var (from, to, at) = (matches[i].Index, matches[i].Index + matches[i].Length, 0);
            var value = OfficeTemplate.Clean(valueOf(OfficeTemplate.NameOf(matches[i])));
            foreach (var text in texts)
            {
                var (start, own) = (at, text.Text);
                at += own.Length;
                if (at <= from || start >= to) continue;
                text.Text = string.Concat(own.AsSpan(0, Math.Max(0, from - start)), start <= from ? value : "", own.AsSpan(Math.Min(own.Length, to - start)));
                text.Space = SpaceProcessingModeValues.Preserve;
            }
        }

        if (matches.Count == 0) return;
        foreach (var text in texts.Where(t => t.Text.Contains('\n', StringComparison.Ordinal)))
        {
            var lines = text.Text.Split('\n');
            for (var i = 0; i < lines.Length - 1; i++)
            {
                text.InsertBeforeSelf(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
                text.InsertBeforeSelf(new W.Break());
            }

            text.Text = lines[^1];
        }
    }

    // Its own, and not those of a text box that hangs on it.
    private static IEnumerable<W.Text> Texts(W.Paragraph paragraph) => paragraph.Descendants<W.Text>().Where(t => t.Ancestors<W.Paragraph>().First() == paragraph);
}
