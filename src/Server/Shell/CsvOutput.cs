using System.Globalization;
using CsvHelper;

namespace TigaPilar.Server.Shell;

/// <summary>
/// Writes CSV: UTF-8, commas, LF, quotes only where needed, numbers in the invariant culture. A text that a spreadsheet
/// would run as a formula gets an apostrophe before it: names come out of files that others wrote.
/// </summary>
public static class CsvOutput
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { NewLine = "\n" };

    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        using var writer = CsvWriter.ToFile(path, Options);
        WriteAll(writer, header, rows);
    }

    public static void Write(TextWriter output, IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        using var writer = CsvWriter.Create(output, Options, leaveOpen: true);
        WriteAll(writer, header, rows);
    }

    private static void WriteAll(CsvWriter writer, IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        writer.WriteRecord([.. header]);
        foreach (var row in rows)
            writer.WriteRecord([.. row.Select(v => Harmless(Convert.ToString(v, CultureInfo.InvariantCulture)))]);
    }

    private static string? Harmless(string? text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]
        && !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? "'" + text
            : text;
}
