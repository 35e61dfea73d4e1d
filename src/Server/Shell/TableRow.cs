using System.Globalization;
using System.Text.RegularExpressions;

namespace TigaPilar.Server.Shell;

/// <summary>
/// A row of a table. A getter that can not read its field adds a problem and gives null; a blank field is a problem
/// only where the getter's name says required.
/// </summary>
/// <param name="Table">The table that it belongs to.</param>
/// <param name="Line">Line number as an editor shows it: of the first line, where a quoted field spans several.</param>
/// <param name="Fields">Every field in the order of the header.</param>
public readonly partial record struct TableRow(TableFile Table, int Line, string[] Fields)
{
    /// <summary>The trimmed text, "" where blank or where the file lacks the column.</summary>
    public string Text(TableColumn column) => Table.Field(Fields, column);

    /// <summary>The text, or a problem where it is blank.</summary>
    public string? RequiredText(TableColumn column, string expected)
    {
        var text = Text(column);
        if (text.Length > 0) return text;
        Refuse(column, expected);
        return null;
    }

    /// <summary>
    /// A whole number. Digits, or digits in exact groups of three by dots or by commas: in a column of counts 5.858
    /// is five thousand, as Indonesian spreadsheets write it.
    /// </summary>
    public int? RequiredCount(TableColumn column, int min, string what, int max = int.MaxValue)
    {
        var text = Text(column);
        if (PlainOrGrouped().IsMatch(text)
            && int.TryParse(text.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal),
                NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= min && count <= max)
            return count;
        Refuse(column, string.Create(CultureInfo.InvariantCulture, $"{what}, a whole number {(max < int.MaxValue ? $"from {min} to {max}" : $"of {min} or more")}"));
        return null;
    }

    /// <summary>As <see cref="RequiredCount"/>, but null without a problem where blank.</summary>
    public int? Count(TableColumn column, int min, string what, int max = int.MaxValue) =>
        Text(column).Length == 0 ? null : RequiredCount(column, min, what, max);

    /// <summary>A number with a decimal point, or one decimal comma as Indonesian spreadsheets write it; null where blank.</summary>
    public decimal? Number(TableColumn column, decimal min, decimal max, string expected)
    {
        var text = Text(column);
        if (text.Length == 0) return null;
        if (DecimalNumber().IsMatch(text)
            && decimal.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max)
            return number;
        Refuse(column, expected);
        return null;
    }

    /// <summary>Adds the problem that a field does not read as expected.</summary>
    public void Refuse(TableColumn column, string expected) =>
        Table.Report.Add(new BadValue(Table.Name, Line, column.Name, Text(column), expected));

    // A group after a leading zero is no thousand: 0.858 is a share that stands in the wrong column.
    [GeneratedRegex(@"^([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+|[1-9][0-9]{0,2}(,[0-9]{3})+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PlainOrGrouped();

    [GeneratedRegex(@"^[+-]?[0-9]{1,12}([.,][0-9]{1,24})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalNumber();
}
