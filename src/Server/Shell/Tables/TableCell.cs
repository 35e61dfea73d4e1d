using System.Globalization;
using System.Text.RegularExpressions;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>What a cell was in the file: a text file knows only text.</summary>
public enum CellKind : byte
{
    Text,
    Number,
    Date,
}

/// <summary>One cell, trimmed. Its column says how it is read: as text, as a count, or as a number with decimals.</summary>
/// <param name="Text">The text; of a number its shortest digits with a decimal point; of a date yyyy-MM-dd.</param>
/// <param name="Kind">What the spreadsheet took it for.</param>
public readonly partial record struct TableCell(string Text, CellKind Kind = CellKind.Text)
{
    public bool IsBlank => Text.Length == 0;

    /// <summary>
    /// A whole number of 0 or more: digits, or digits in exact groups of three by dots or by commas. In a column of
    /// counts 5.858 is five thousand, as Indonesian spreadsheets write it. Null where it is none.
    /// </summary>
    public int? Count() =>
        Kind != CellKind.Date && PlainOrGrouped().IsMatch(Text)
        && int.TryParse(Text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
            NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : null;

    /// <summary>A number with a decimal point or one decimal comma: -8.335 and -8,335 are the same. Null where it is none.</summary>
    public double? Number() =>
        Kind switch
        {
            CellKind.Number => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture),
            CellKind.Text when DecimalNumber().IsMatch(Text) => double.Parse(
                Text.Replace(',', '.').Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>A cell of a spreadsheet: numbers and dates have lost how they were typed.</summary>
    internal static TableCell Of(object? value) => value switch
    {
        null => new TableCell(""),
        double number => new TableCell(Digits(number), CellKind.Number),
        DateTime date => new TableCell(date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), CellKind.Date),
        TimeSpan time => new TableCell(time.ToString("c", CultureInfo.InvariantCulture), CellKind.Date),
        decimal or int or long => new TableCell(Convert.ToString(value, CultureInfo.InvariantCulture)!, CellKind.Number),
        _ => new TableCell(Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim()),
    };

    // A long code stands as a number too: never with an exponent.
    private static string Digits(double number) =>
        Math.Abs(number) < 1e15 && number == Math.Truncate(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);

    // A group after a leading zero is no thousand: 0.858 is a share that stands in the wrong column.
    [GeneratedRegex(@"^([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+|[1-9][0-9]{0,2}(,[0-9]{3})+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainOrGrouped();

    [GeneratedRegex(@"^[+\-\u2212]?[0-9]{1,12}([.,][0-9]{1,24})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalNumber();
}
