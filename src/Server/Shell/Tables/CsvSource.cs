using System.Globalization;
using CsvHelper;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>Rows of a text file with a separator. A row with misplaced quotes is told of and left out.</summary>
internal sealed class CsvSource : TableSource
{
    private readonly CsvReader _reader;
    private readonly Action<RowFinding> _found;

    public CsvSource(Stream text, char separator, Action<RowFinding> found)
    {
        _found = found;
        _reader = CsvReader.Create(text, Options(separator) with
        {
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => found(new RowFinding((int)bad.LineNumber, null, bad.RawRecord, TableFindings.BadQuotes)),
        }, leaveOpen: true);
    }

    public override int Row => (int)_reader.LineNumber;

    public override int Count => _reader.FieldCount;

    public override bool IsRagged => false;

    public override TableCell this[int index] => new(_reader.GetString(index).Trim());

    public override bool IsBlank(int index) => _reader.GetSpan(index).Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>The header is read as a record like any other: its line number is wanted too.</summary>
    public static CsvReaderOptions Options(char separator) =>
        CsvReaderOptions.Default with { Separator = separator, HasHeader = false, TrackLineNumbers = true };

    public override bool Read()
    {
        if (!_reader.Read()) return false;
        WarnOfSwallowedLines();
        return true;
    }

    // Two stray quotes make one sound field of all rows between them: nothing is malformed, and rows are gone.
    private void WarnOfSwallowedLines()
    {
        for (var i = 0; i < _reader.FieldCount; i++)
        {
            var lines = 1 + _reader.GetSpan(i).Count((byte)'\n');
            if (lines > 2) _found(new RowFinding(Row, null, null, TableFindings.SwallowedLines, lines.ToString(CultureInfo.InvariantCulture)));
        }
    }

    public override void Dispose() => _reader.Dispose();
}
