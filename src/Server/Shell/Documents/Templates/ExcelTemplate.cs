using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Sheets = DocumentFormat.OpenXml.Spreadsheet;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>Fields in the cells of an Excel file.</summary>
internal static class ExcelTemplate
{
    /// <summary>Points, where a sheet does not say.</summary>
    private const double UsualHeight = 15;

    /// <summary>Points: a row is no taller in Excel.</summary>
    private const double TallestRow = 409;

    /// <summary>Characters, where a column does not say.</summary>
    private const double UsualWidth = 8.43;

    public static IEnumerable<string> TextsOf(byte[] form)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false);
        if (file.WorkbookPart is not { } book) throw new OpenXmlPackageException("The file has no workbook.");
        return
        [
            .. book.SharedStringTablePart?.SharedStringTable?.Elements<Sheets.SharedStringItem>().Select(i => i.InnerText) ?? [],
            .. book.WorksheetParts.SelectMany(s => s.Worksheet?.Descendants<Sheets.InlineString>().Select(i => i.InnerText) ?? []),
        ];
    }

    public static byte[] Fill(byte[] form, TemplateValues values)
    {
        var all = values.Fields.ToDictionary(f => f.Key, f => (object)OfficeTemplate.Clean(f.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, rows) in values.Rows)
            all[name] = rows.IsEmpty ? new[] { new Dictionary<string, object>(StringComparer.Ordinal) } : rows.Select(r => r.ToDictionary(f => f.Key, f => (object)OfficeTemplate.Clean(f.Value), StringComparer.Ordinal)).ToArray();
        using var filled = new MemoryStream();
        filled.SaveAsByTemplate(Plain(form), all, new OpenXmlConfiguration { IgnoreTemplateParameterMissing = true });
        LetRowsGrow(filled);
        return filled.ToArray();
    }

    // A field may stand in capitals, with blanks in its braces, or half of it bold: then it is written plainly before it is filled.
    private static byte[] Plain(byte[] form)
    {
        using var plain = new MemoryStream();
        plain.Write(form);
        using (var file = SpreadsheetDocument.Open(plain, isEditable: true))
        {
            if (file.WorkbookPart is not { } book) throw new OpenXmlPackageException("The file has no workbook.");
            foreach (var said in (IEnumerable<OpenXmlCompositeElement>)
                [.. book.SharedStringTablePart?.SharedStringTable?.Elements<Sheets.SharedStringItem>() ?? [], .. book.WorksheetParts.SelectMany(s => s.Worksheet?.Descendants<Sheets.InlineString>() ?? [])])
            {
                if (!OfficeTemplate.Field().IsMatch(said.InnerText)) continue;
                var text = OfficeTemplate.Field().Replace(said.InnerText, m => "{{" + OfficeTemplate.NameOf(m) + "}}");
                said.RemoveAllChildren();
                said.AppendChild(new Sheets.Text(text) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return plain.ToArray();
    }

    // A row has the height that its blank form had, and a longer answer would run into the row above. Programs trust the height that
    // stands there, so it is worked out here; one that somebody set by hand stays.
    private static void LetRowsGrow(MemoryStream filled)
    {
        using var file = SpreadsheetDocument.Open(filled, isEditable: true);
        if (file.WorkbookPart is not { } book) return;
        var formats = book.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<Sheets.CellFormat>().ToList() ?? [];
        foreach (var sheet in book.WorksheetParts.Select(p => p.Worksheet).OfType<Sheets.Worksheet>())
        {
            var columns = sheet.Descendants<Sheets.Column>().ToList();
            var line = sheet.GetFirstChild<Sheets.SheetFormatProperties>()?.DefaultRowHeight?.Value ?? UsualHeight;
            foreach (var row in sheet.Descendants<Sheets.Row>().Where(r => r.CustomHeight?.Value != true))
            {
                var lines = row.Elements<Sheets.Cell>().Select(c => LinesOf(c, columns, formats)).DefaultIfEmpty(1).Max();
                if (lines > 1) (row.Height, row.CustomHeight) = (Math.Min(TallestRow, lines * line), true);
            }
        }
    }

    private static int LinesOf(Sheets.Cell cell, List<Sheets.Column> columns, List<Sheets.CellFormat> formats)
    {
        if (cell.InlineString is not { } said || ((int)(cell.StyleIndex?.Value ?? 0) is var style && (style >= formats.Count || formats[style].Alignment?.WrapText?.Value != true))) return 1;
        var column = cell.CellReference?.Value?.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0u, (n, c) => (n * 26) + (uint)(c - 'A' + 1)) ?? 1;
        var width = columns.Find(c => c.Min?.Value <= column && column <= c.Max?.Value)?.Width?.Value ?? UsualWidth;
        return said.InnerText.Split('\n').Sum(l => Math.Max(1, (int)Math.Ceiling(l.Length / Math.Max(1, width - 1))));
    }
}
