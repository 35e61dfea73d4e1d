using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>Rows of one sheet of an XLSX workbook, empty ones counted, as the spreadsheet numbers them.</summary>
internal sealed class XlsxSource : TableSource
{
    private readonly IEnumerator<object> _rows;
    private object?[] _cells = [];
    private int _row;

    public XlsxSource(Stream workbook, string sheet)
    {
        _rows = Guarded(() => MiniExcel.Query(workbook, useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, startCell: "A1").GetEnumerator());
    }

    public override int Row => _row;

    public override int Count => _cells.Length;

    public override bool IsRagged => true;

    public override TableCell this[int index] => TableCell.Of(_cells[index]);

    public override bool IsBlank(int index) => this[index].IsBlank;

    /// <summary>Names of the sheets in their order.</summary>
    public static List<string> Sheets(Stream workbook, long limit)
    {
        return Guarded(() =>
        {
            using (var parts = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (parts.GetEntry("xl/workbook.xml") is null) throw new InvalidDataException();
                if (parts.Entries.Sum(p => p.Length) > limit) throw TableFindings.LargerThan(limit);
            }

            workbook.Position = 0;
            return MiniExcel.GetSheetNames(workbook);
        });
    }

    public override bool Read()
    {
        if (!Guarded(_rows.MoveNext)) return false;
        _row++;
        _cells = [.. ((IDictionary<string, object?>)_rows.Current).Values];
        return true;
    }

    public override void Dispose() => _rows.Dispose();

    // What the library throws at a workbook that is torn or was never one.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException
            or KeyNotFoundException or NullReferenceException or ArgumentException or InvalidOperationException or EndOfStreamException)
        {
            throw new UnreadableFileException(new RowFinding(null, null, null, TableFindings.NotAWorkbook));
        }
    }
}
