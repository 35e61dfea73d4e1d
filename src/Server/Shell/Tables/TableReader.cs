using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>
/// A table read row by row, so that its memory does not grow with its length: CSV (comma, semicolon or tab, with or
/// without byte-order mark, CRLF and quotes, packed by gzip or not) or the first sheet of an XLSX workbook whose header
/// fits. What is wrong is told to <c>found</c>, always before the row that it belongs to is handed out.
/// </summary>
public sealed class TableReader : IDisposable
{
    /// <summary>Largest file taken, unpacked, in bytes: 256 MiB.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private const int StartBytes = 64 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];

    private readonly TableSource _source;
    private readonly Stream? _own;
    private readonly Action<RowFinding> _found;
    private int _rows;

    // Else a packed file that was cut off unpacks in part without a word, and stations go missing.
    static TableReader() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    private TableReader(TableSource source, TableColumns columns, Action<RowFinding> found, Stream? own = null)
    {
        _source = source;
        _own = own;
        Columns = columns;
        _found = found;
    }

    public TableColumns Columns { get; }

    /// <summary>Number of the current row as an editor or a spreadsheet shows it.</summary>
    public int Row { get; private set; }

    /// <summary>The cell of the current row, blank where the file lacks the column.</summary>
    public TableCell this[TableColumn column] =>
        Columns.PlaceOf(column) is { } place && place < _source.Count ? _source[place] : new TableCell("");

    /// <summary>
    /// The table, or null after a finding about the file as a whole. The stream stays the caller's, and must stay open
    /// while rows are read.
    /// </summary>
    public static TableReader? Open(Stream content, TableShape shape, Action<RowFinding> found, long limit = MaxBytes)
    {
        try
        {
            var start = new PeekStream(content);
            var magic = start.Peek(8).Span;
            if (magic.StartsWith("PK\u0003\u0004"u8)) return OpenWorkbook(content, start, shape, found, limit);
            if (magic.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw Unreadable(TableFindings.OldWorkbook);
            return OpenText(Unpacked(start, magic), shape, found, limit);
        }
        catch (UnreadableFileException broken)
        {
            found(broken.Finding);
            return null;
        }
    }

    public bool Has(TableColumn column) => Columns.PlaceOf(column) is not null;

    /// <summary>Goes to the next row that is not blank; false at the end, or after a finding about the rest of the file.</summary>
    public bool Read()
    {
        try
        {
            while (_source.Read())
            {
                Row = _source.Row;
                if (Row <= Columns.Row || IsBlank()) continue;
                _rows++;
                if (FitsHeader()) return true;
            }

            if (_rows == 0) throw Unreadable(TableFindings.NoRows);
        }
        catch (UnreadableFileException broken)
        {
            _found(broken.Finding);
        }

        return false;
    }

    /// <summary>Tells something about a cell of the current row.</summary>
    public void Found(TableColumn column, FindingKind kind, params ImmutableArray<string> arguments) =>
        _found(new RowFinding(Row, HeaderOf(column), this[column].Text, kind, arguments));

    /// <summary>The name of a column as the file writes it, else as this program does.</summary>
    public string HeaderOf(TableColumn column) =>
        Columns.Taken.FirstOrDefault(t => t.Column == column)?.Header ?? column.Name;

    public void Dispose()
    {
        _source.Dispose();
        _own?.Dispose();
    }

    internal static Stream Unpacked(Stream start, ReadOnlySpan<byte> magic) =>
        magic.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new GZipStream(start, CompressionMode.Decompress) : start;

    private static TableReader OpenText(Stream unpacked, TableShape shape, Action<RowFinding> found, long limit)
    {
        var text = new PeekStream(new CheckedText(unpacked, limit));
        var start = text.Peek(StartBytes).ToArray();
        if (start.AsSpan().Trim("\uFEFF \t\r\n"u8).IsEmpty) throw Unreadable(TableFindings.Empty);

        var firsts = new List<string[]>();
        foreach (var separator in Separators)
        {
            using var rows = new CsvSource(new MemoryStream(start, writable: false), separator, static _ => { });
            if (FindHeader(rows, shape, null, separator, firsts) is { } columns)
                return new TableReader(new CsvSource(text, separator, found), columns, found);
        }

        throw Missing(shape, firsts);
    }

    private static TableReader OpenWorkbook(
        Stream content, PeekStream start, TableShape shape, Action<RowFinding> found, long limit)
    {
        // A workbook is read from its end, where its table of contents is.
        var workbook = content;
        if (content.CanSeek)
            content.Position = 0;
        else
            workbook = Spooled(start, limit);

        var firsts = new List<string[]>();
        foreach (var sheet in XlsxSource.Sheets(workbook, limit))
        {
            workbook.Position = 0;
            var rows = new XlsxSource(workbook, sheet);
            if (FindHeader(rows, shape, sheet, null, firsts) is { } columns)
                return new TableReader(rows, columns, found, content.CanSeek ? null : workbook);
            rows.Dispose();
        }

        if (!content.CanSeek) workbook.Dispose();
        throw Missing(shape, firsts);
    }

    private static FileStream Spooled(PeekStream content, long limit)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose,
        });
        var buffer = new byte[StartBytes];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            if (file.Length + read > limit) throw TableFindings.LargerThan(limit);
            file.Write(buffer.AsSpan(0, read));
        }

        return file;
    }

    private static TableColumns? FindHeader(
        TableSource rows, TableShape shape, string? sheet, char? separator, List<string[]> firsts)
    {
        for (var looked = 0; looked < TableColumns.RowsLookedAt && rows.Read();)
        {
            var headers = rows.Cells().Select(c => c.Text.Trim('\uFEFF', ' ')).ToArray();
            if (Array.TrueForAll(headers, h => h.Length == 0)) continue;
            if (looked++ == 0) firsts.Add(headers);
            if (TableColumns.Match(headers, shape, rows.Row, sheet, separator) is not { } columns) continue;
            if (columns.Twice is { } twice)
                throw new UnreadableFileException(new RowFinding(columns.Row, twice, null, TableFindings.ColumnTwice));
            return columns;
        }

        return null;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _source.Count; i++)
            if (!_source.IsBlank(i)) return false;
        return true;
    }

    private bool FitsHeader()
    {
        var count = _source.Count;
        while (count > Columns.Count && _source.IsBlank(count - 1)) count--;
        if (count == Columns.Count || (_source.IsRagged && count < Columns.Count)) return true;
        _found(new RowFinding(Row, null, null, TableFindings.FieldCount,
            Columns.Count.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture)));
        return false;
    }

    // Names are the same in both languages: a slash for 'or', a plus for 'and', a bar between sets of columns.
    private static UnreadableFileException Missing(TableShape shape, List<string[]> firsts) =>
        new(new RowFinding(null, null, null, TableFindings.MissingColumns,
            string.Join(" | ", shape.Required.Select(set => string.Join(" + ", set.Select(c => string.Join("/", c.Names))))),
            string.Join(", ", (firsts.MaxBy(f => f.Length) ?? []).Where(h => h.Length > 0))));

    private static UnreadableFileException Unreadable(FindingKind kind) => new(new RowFinding(null, null, null, kind));
}
