using MiniExcelLibs;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Tests;

/// <summary>Workbooks as a spreadsheet opens them and saves them again.</summary>
internal static class Workbooks
{
    public static string[] Sheets(Stream xlsx)
    {
        xlsx.Position = 0;
        return [.. MiniExcel.GetSheetNames(xlsx)];
    }

    /// <summary>The rows of a sheet by the names of their columns; what is blank is "".</summary>
    public static List<Dictionary<string, string>> Rows(Stream xlsx, string? sheet = null)
    {
        xlsx.Position = 0;
        return [.. MiniExcel.Query(xlsx, useHeaderRow: true, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>()
            .Select(r => r.ToDictionary(c => c.Key, c => Convert.ToString(c.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal))];
    }

    /// <summary>A download, which must be a workbook with a name.</summary>
    public static async Task<MemoryStream> DownloadAsync(Visitor visitor, string path)
    {
        using var response = await visitor.GetAsync(path);
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".xlsx", response.Content.Headers.ContentDisposition?.FileName?.Trim('"'), StringComparison.Ordinal);
        return new MemoryStream(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>The file with what somebody typed into it.</summary>
    public static byte[] Written(List<Dictionary<string, string>> rows)
    {
        using var stream = new MemoryStream();
        Workbook.Write(stream, new Sheet("Lembar", [.. rows[0].Keys.Select(k => new SheetColumn(k))], rows.Select(r => r.Values.Cast<object?>().ToArray())));
        return stream.ToArray();
    }
}
