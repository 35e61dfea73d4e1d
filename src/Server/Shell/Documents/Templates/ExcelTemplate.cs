using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace TigaPilar.Server.Shell.Documents.Templates;

/// <summary>Fields in the cells of an Excel file.</summary>
internal static class ExcelTemplate
{
    public static IEnumerable<string> TextsOf(byte[] form)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(form), isEditable: false);
        if (file.WorkbookPart is not { } book) throw new OpenXmlPackageException("The file has no workbook.");
        return
        [
            .. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(i => i.InnerText) ?? [],
            .. book.WorksheetParts.SelectMany(s => s.Worksheet?.Descendants<InlineString>().Select(i => i.InnerText) ?? []),
        ];
    }

    public static byte[] Fill(byte[] form, TemplateValues values)
    {
        var all = values.Fields.ToDictionary(f => f.Key, f => (object)OfficeTemplate.Clean(f.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, rows) in values.Rows)
            all[name] = rows.IsEmpty ? new[] { new Dictionary<string, object>(StringComparer.Ordinal) } : rows.Select(r => r.ToDictionary(f => f.Key, f => (object)OfficeTemplate.Clean(f.Value), StringComparer.Ordinal)).ToArray();
        using var filled = new MemoryStream();
        filled.SaveAsByTemplate(form, all, new OpenXmlConfiguration { IgnoreTemplateParameterMissing = true });
        LetRowsGrow(filled);
        return filled.ToArray();
    }

    // A row has the height that its blank form had, and a longer answer would run into the row above: what nobody set by hand is
    // left to the program that opens it.
    private static void LetRowsGrow(MemoryStream filled)
    {
        using var file = SpreadsheetDocument.Open(filled, isEditable: true);
        foreach (var row in file.WorkbookPart?.WorksheetParts.SelectMany(s => s.Worksheet?.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>() ?? []) ?? [])
            if (row.CustomHeight?.Value != true) (row.Height, row.CustomHeight) = (null, null);
    }
}
