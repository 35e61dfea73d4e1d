using System.Collections.Immutable;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import;

/// <summary>A column of a file whose meaning somebody is to say.</summary>
/// <param name="Header">Its name.</param>
/// <param name="Samples">Its first values; numbers of identity cards are not shown.</param>
internal sealed record PreviewColumn(string Header, ImmutableArray<string> Samples)
{
    private const string Hidden = "…";

    public bool HasIdentities => Samples.Contains(Hidden, StringComparer.Ordinal);

    public static string Shown(string value) => ForbiddenColumns.IsIdentity(value) ? Hidden : InputProblem.Shortened(value, 40);
}

/// <summary>The likely header of a file that was not understood: of its first rows the one with the most cells.</summary>
internal sealed record HeaderPreview(ImmutableArray<PreviewColumn> Columns)
{
    private const int ShownRows = 3;
    private const int StartBytes = 64 * 1024;
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Null where the file has no table to choose columns of.</summary>
    public static HeaderPreview? Read(Stream file)
    {
        try
        {
            var rows = First(file);
            var at = rows.FindIndex(r => r.Count(Named) == rows.Max(x => x.Count(Named)));
            if (at < 0 || rows[at].Count(Named) < 2) return null;
            var below = rows.Skip(at + 1).Take(ShownRows).ToList();
            return new HeaderPreview(
            [
                .. rows[at].Select((header, i) => (header, i)).Where(c => Named(c.header) && !ForbiddenColumns.Includes(c.header))
                    .DistinctBy(c => TableColumns.Key(c.header), StringComparer.Ordinal)
                    .Select(c => new PreviewColumn(c.header, [.. below.Select(r => PreviewColumn.Shown(r.ElementAtOrDefault(c.i) ?? "")).Where(v => v.Length > 0)])),
            ]);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }

    /// <summary>The header that a field would be read from without being told, or null.</summary>
    public string? Guess(TableColumn field) =>
        field.Names.Select(n => Columns.FirstOrDefault(c => TableColumns.Key(c.Header) == TableColumns.Key(n))?.Header).FirstOrDefault(h => h is not null);

    private static bool Named(string header) => header.Length > 0;

    private static List<string[]> First(Stream file)
    {
        var start = new PeekStream(file);
        var magic = start.Peek(8).Span;
        if (magic.StartsWith("PK\u0003\u0004"u8))
        {
            file.Position = 0;
            var sheets = XlsxSource.Sheets(file, TableReader.MaxBytes);
            file.Position = 0;
            using var rows = new XlsxSource(file, sheets[0]);
            return Rows(rows);
        }

        var text = new PeekStream(new CheckedText(TableReader.Unpacked(start, magic), TableReader.MaxBytes)).Peek(StartBytes).ToArray();
        return Separators.Select(separator =>
        {
            using var rows = new CsvSource(new MemoryStream(text, writable: false), separator, static _ => { });
            return Rows(rows);
        }).MaxBy(rows => rows.Count == 0 ? 0 : rows.Max(r => r.Length)) ?? [];
    }

    private static List<string[]> Rows(TableSource source)
    {
        var rows = new List<string[]>();
        while (rows.Count < TableColumns.RowsLookedAt && source.Read())
        {
            var cells = source.Cells().Select(c => c.Text.Trim('\uFEFF', ' ')).ToArray();
            if (Array.Exists(cells, Named)) rows.Add(cells);
        }

        return rows;
    }
}
