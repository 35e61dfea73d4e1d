using System.Globalization;
using System.IO.Compression;
using System.Xml;
using MiniExcelLibs;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>Rows of one sheet of an XLSX workbook, empty ones counted, as the spreadsheet numbers them.</summary>
internal sealed class XlsxSource : TableSource
{
    /// <summary>More columns than any list of an office has.</summary>
    private const int MostColumns = 500;

    /// <summary>Cells of a sheet, blank ones counted.</summary>
    private const long MostCells = 20_000_000;

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
                foreach (var sheet in parts.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
                    RefuseWide(sheet);
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

    // One cell in the last corner makes the library fill all before it: 17 thousand million cells from a file of 5 kB.
    private static void RefuseWide(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        long columns = 0, rows = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName is not ("c" or "row") || xml.GetAttribute("r") is not { } place) continue;
            if (xml.LocalName == "row" && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var row)) rows = Math.Max(rows, row);
            else columns = Math.Max(columns, ColumnOf(place));
            if (columns > MostColumns || columns * rows > MostCells)
                throw new UnreadableFileException(new RowFinding(null, null, null, TableFindings.TooWide));
        }
    }

    // A is 1, Z is 26, AA is 27.
    private static long ColumnOf(string place)
    {
        long column = 0;
        foreach (var letter in place.AsSpan(0, Math.Min(place.Length, 4)))
        {
            if (!char.IsAsciiLetter(letter)) break;
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        }

        return column;
    }

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
