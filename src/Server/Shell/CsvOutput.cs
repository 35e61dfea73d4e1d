using System.Globalization;
using CsvHelper;

namespace TigaPilar.Server.Shell;

/// <summary>Writes CSV: UTF-8, commas, LF, quotes only where needed, numbers in the invariant culture.</summary>
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
            writer.WriteRecord([.. row.Select(v => Convert.ToString(v, CultureInfo.InvariantCulture))]);
    }
}
