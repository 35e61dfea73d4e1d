using System.Collections.Immutable;
using System.Data;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>A column of a sheet: its heading, in Indonesian whoever downloads it since offices pass files on, and its width in characters.</summary>
public sealed record SheetColumn(string Name, double Width = 14);

/// <summary>A sheet. Texts stay texts, whatever they begin with; numbers are numbers; a blank stays blank. Rows are read once.</summary>
public sealed record Sheet(string Name, ImmutableArray<SheetColumn> Columns, IEnumerable<object?[]> Rows);

/// <summary>Tables as XLSX, each with its headings fixed above the rows and a filter on them.</summary>
internal static class Workbook
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The answer, saved under the name given, to which its ending is added.</summary>
    public static IResult Of(string name, params ImmutableArray<Sheet> sheets) => new WorkbookResult(name, sheets);

    public static void Write(Stream xlsx, params ImmutableArray<Sheet> sheets) =>
        xlsx.SaveAs(sheets.ToDictionary(s => s.Name, Content, StringComparer.Ordinal), configuration: new OpenXmlConfiguration
        {
            FreezeRowCount = 1, AutoFilter = true,
            // Of each part of the file, whatever it holds; the package's own is half a megabyte.
            BufferSize = 1 << 14,
            DynamicColumns = [.. sheets.SelectMany(s => s.Columns).DistinctBy(c => c.Name, StringComparer.Ordinal).Select(c => new DynamicExcelColumn(c.Name) { Width = c.Width })],
        });

    private static object Content(Sheet sheet)
    {
        var rows = sheet.Rows.GetEnumerator();
        if (rows.MoveNext()) return Rows(sheet, rows);
        rows.Dispose();
        // Without a row only a table knows its headings.
        var table = new DataTable();
        foreach (var column in sheet.Columns) table.Columns.Add(column.Name);
        return table;
    }

    private static IEnumerable<Dictionary<string, object?>> Rows(Sheet sheet, IEnumerator<object?[]> rows)
    {
        using (rows)
        {
            do
            {
                var row = new Dictionary<string, object?>(sheet.Columns.Length, StringComparer.Ordinal);
                for (var i = 0; i < sheet.Columns.Length; i++) row.Add(sheet.Columns[i].Name, rows.Current[i] is "" ? null : rows.Current[i]);
                yield return row;
            }
            while (rows.MoveNext());
        }
    }

    private sealed class WorkbookResult(string name, ImmutableArray<Sheet> sheets) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            // Written whole first: rows that cannot be read are an error page, not half a file.
            await using var file = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
            Write(file, sheets);
            file.Position = 0;
            response.ContentType = ContentType;
            response.ContentLength = file.Length;
            response.Headers.ContentDisposition = $"attachment; filename=\"{name}.xlsx\"";
            response.Headers.CacheControl = "private, no-store";
            await file.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }
}
