using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace TigaPilar.Server.Shell;

/// <summary>A column by the name that this program gives it and the other names that real files use.</summary>
public sealed record TableColumn(string Name, params ImmutableArray<string> Aliases)
{
    internal bool IsNamed(string header) =>
        string.Equals(header, Name, StringComparison.Ordinal) || Aliases.Contains(header, StringComparer.Ordinal);

    /// <summary>All names of the column, the program's own first.</summary>
    internal IEnumerable<string> Names => Aliases.Prepend(Name);

    internal string Described => Aliases.IsEmpty ? Name : $"{Name} (or {string.Join(", ", Aliases)})";
}

/// <summary>What a table may hold.</summary>
/// <param name="Columns">Every column of use, in the order in which equal headers are shared out.</param>
/// <param name="Required">Sets of columns of which one must be complete.</param>
public sealed record TableShape(ImmutableArray<TableColumn> Columns, params ImmutableArray<ImmutableArray<TableColumn>> Required)
{
    /// <summary>Headers that somebody chose for columns, by the column's own name; they go before all known names.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = ImmutableDictionary<string, string>.Empty;

    internal string Described =>
        string.Join("; or ", Required.Select(set => string.Join(", ", set.Select(c => c.Described))));
}

/// <summary>
/// A CSV file with a header. Comma, semicolon and tab are told apart by the header; a byte-order mark, CRLF, quoted
/// fields and gzip are taken. Rows whose fields are all blank are skipped, as spreadsheets leave them behind.
/// </summary>
public sealed class TableFile
{
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private readonly Dictionary<TableColumn, int> _places;

    private TableFile(string name, ImmutableArray<string> headers, Dictionary<TableColumn, int> places, InputReport report)
    {
        Name = name;
        Headers = headers;
        _places = places;
        Report = report;
    }

    /// <summary>The file as the user named it.</summary>
    public string Name { get; }

    /// <summary>Every header, in lower case with underscores.</summary>
    public ImmutableArray<string> Headers { get; }

    public ImmutableArray<TableRow> Rows { get; private set; } = [];

    internal InputReport Report { get; }

    public bool Has(TableColumn column) => _places.ContainsKey(column);

    /// <summary>The table, or null after a problem with the file as a whole. Problems of rows are added and the row left out.</summary>
    public static TableFile? Read(string path, TableShape shape, InputReport report)
    {
        if (InputFile.Read(path, report) is not { } bytes) return null;
        var candidates = Delimiters.Select(d => (Delimiter: d, Header: Header(bytes, d))).ToList();
        var (delimiter, (headerLine, headers)) = candidates.Find(c => Place(c.Header.Names, shape) is not null) is
            { Delimiter: not '\0' } fitting
            ? fitting
            : candidates.MaxBy(c => c.Header.Names.Length);
        if (Place(headers, shape) is not { } places)
        {
            report.Add(new MissingColumns(path, headerLine, shape.Described, string.Join(", ", headers)));
            return null;
        }

        if (shape.Columns.FirstOrDefault(c => headers.Where((h, i) => c.IsNamed(h) && !places.ContainsValue(i)).Contains(
                places.TryGetValue(c, out var place) ? headers[place] : "", StringComparer.Ordinal)) is { } twice)
        {
            report.Add(new BadValue(path, headerLine, twice.Name, headers[places[twice]], "each column once"));
            return null;
        }

        var table = new TableFile(path, headers, places, report);
        var before = report.Count;
        table.Rows = table.ReadRows(bytes, headerLine, delimiter);
        if (table.Rows.IsEmpty && report.Count == before)
            report.Add(new UnusableFile(path, "has a header but no rows; expected at least one."));
        return report.Count == before ? table : null;
    }

    internal string Field(string[] fields, TableColumn column) =>
        _places.TryGetValue(column, out var place) ? fields[place].Trim() : "";

    private ImmutableArray<TableRow> ReadRows(byte[] bytes, int headerLine, char delimiter)
    {
        using var reader = CsvReader.Create(bytes, Options(delimiter) with
        {
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => Report.Add(new BadValue(
                Name, (int)bad.LineNumber, null, bad.RawRecord, "quotes around a whole field and closed again")),
        });
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            var fields = reader.Current.ToArray();
            if (line <= headerLine || Array.TrueForAll(fields, string.IsNullOrWhiteSpace)) continue;
            if (fields.Length == Headers.Length)
            {
                rows.Add(new TableRow(this, line, fields));
                WarnOfSwallowedLines(line, fields);
            }
            else
                Report.Add(new BadValue(Name, line, null, reader.Current.ToString(), string.Create(
                    CultureInfo.InvariantCulture, $"{Headers.Length} fields as in the header, found {fields.Length}")));
        }

        return rows.ToImmutable();
    }

    // Two stray quotes make one sound field of all rows between them: nothing is malformed, and stations are gone.
    private void WarnOfSwallowedLines(int line, string[] fields)
    {
        var lines = 1 + fields.Max(f => f.AsSpan().Count('\n'));
        if (lines > 2)
            Report.Warn(string.Create(CultureInfo.InvariantCulture,
                $"{Name}, row {line}: a quoted field runs on over {lines} lines; is a quote missing?"));
    }

    private static (int Line, ImmutableArray<string> Names) Header(byte[] bytes, char delimiter)
    {
        using var reader = CsvReader.Create(bytes, Options(delimiter));
        while (reader.Read())
        {
            var names = reader.Current.ToArray().Select(Normalised).ToImmutableArray();
            if (names.Any(n => n.Length > 0)) return ((int)reader.LineNumber, names);
        }

        return (1, []);
    }

    // The header is read as a record like any other: its line number is wanted too.
    private static CsvReaderOptions Options(char delimiter) =>
        CsvReaderOptions.Default with { Separator = delimiter, HasHeader = false, TrackLineNumbers = true };

    private static string Normalised(string header) =>
        header.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static Dictionary<TableColumn, int>? Place(ImmutableArray<string> headers, TableShape shape)
    {
        var places = new Dictionary<TableColumn, int>();
        foreach (var column in shape.Columns)
        {
            var place = Enumerable.Range(0, headers.Length)
                .FirstOrDefault(i => column.IsNamed(headers[i]) && !places.ContainsValue(i), -1);
            if (place >= 0) places[column] = place;
        }

        return shape.Required.Any(set => set.All(places.ContainsKey)) ? places : null;
    }
}
