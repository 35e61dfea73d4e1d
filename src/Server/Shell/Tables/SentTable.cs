using System.Collections.Immutable;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>A table that somebody sends with a form, XLSX or CSV: taken whole or not at all.</summary>
/// <param name="Rows">What was read, with the row's number; empty where anything is wrong.</param>
/// <param name="Findings">What is wrong with it, the first ones.</param>
/// <param name="Count">How many places are wrong.</param>
public sealed record SentTable<T>(ImmutableArray<(int Row, T Value)> Rows, ImmutableArray<RowFinding> Findings, int Count)
{
    public bool IsWhole => Count == 0;
}

/// <summary>Reads tables that are sent with forms.</summary>
public static class SentTable
{
    /// <summary>Findings told in full; the others are counted.</summary>
    public const int Shown = 20;

    /// <summary>More than any office fills in by hand, unpacked.</summary>
    private const long MaxBytes = 32L * 1024 * 1024;

    /// <summary>
    /// Reads each row by a function that gives null after telling what is wrong, or where the row says nothing to keep.
    /// </summary>
    public static SentTable<T> Read<T>(IFormFile file, TableShape shape, Func<TableReader, T?> read)
        where T : class
    {
        var rows = ImmutableArray.CreateBuilder<(int, T)>();
        var (shown, count) = (new List<RowFinding>(), 0);
        void Found(RowFinding finding)
        {
            if (finding.Kind.Severity != Severity.Refused) return;
            count++;
            if (shown.Count < Shown) shown.Add(finding);
        }

        using var content = file.OpenReadStream();
        using var table = TableReader.Open(content, shape, Found, MaxBytes);
        while (table?.Read() == true)
            if (read(table) is { } row) rows.Add((table.Row, row));
        return new SentTable<T>(count == 0 ? rows.ToImmutable() : [], [.. shown], count);
    }

    /// <summary>A day as spreadsheets keep it or people type it: 2029-02-14 or 14/02/2029. Null where it is none.</summary>
    public static DateOnly? Day(this TableCell cell) =>
        DateOnly.TryParseExact(cell.Text, ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A telephone number: one that a spreadsheet took for a number gets back the zero that it began with.</summary>
    public static string Phone(this TableCell cell) =>
        cell is { Kind: CellKind.Number, Text: ['8', ..] and { Length: >= 9 and <= 13 } } ? $"0{cell.Text}" : cell.Text;
}
