using System.Globalization;
using System.Text;

namespace TigaPilar.Server.Shell;

/// <summary>
/// One thing wrong in what the user gave: an expected error, so a value and not an exception. Each room adds its own
/// kinds; all are told in one report.
/// </summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Row">Line number as an editor shows it, from 1; null where the whole file is meant.</param>
/// <param name="Column">Column as this program names it.</param>
/// <param name="Value">What stands there.</param>
public abstract record InputProblem(string File, int? Row = null, string? Column = null, string? Value = null)
{
    /// <summary>What is wrong, and what was expected: the end of one English sentence.</summary>
    protected abstract string Complaint { get; }

    /// <summary>The whole problem on one line: place, value, complaint.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder(File);
            if (Row is { } row) text.Append(CultureInfo.InvariantCulture, $", row {row}");
            if (Column is not null) text.Append(CultureInfo.InvariantCulture, $", column {Column}");
            if (Value is not null) text.Append(CultureInfo.InvariantCulture, $", value \"{Shortened(Value)}\"");
            return text.Append(": ").Append(Complaint).ToString();
        }
    }

    public sealed override string ToString() => Text;

    // A value may be a swallowed half of a file, and one problem is one line; what else is no character to be seen
    // could move the cursor or clear the screen.
    internal static string Shortened(string value, int length = 60)
    {
        var cut = value.Length <= length ? value : string.Concat(value.AsSpan(0, length - 3), "...");
        return string.Create(cut.Length, cut.ReplaceLineEndings(" "), static (to, line) =>
        {
            for (var i = 0; i < line.Length; i++) to[i] = char.IsControl(line[i]) ? '?' : line[i];
        });
    }
}

/// <summary>A field that does not read as its column asks.</summary>
public sealed record BadValue(string File, int? Row, string? Column, string? Value, string Expected)
    : InputProblem(File, Row, Column, Value)
{
    protected override string Complaint => $"expected {Expected}.";
}

/// <summary>A file that can not be read at all.</summary>
public sealed record UnusableFile(string File, string Why, int? Row = null) : InputProblem(File, Row)
{
    protected override string Complaint => Why;
}

/// <summary>A header without the columns that the file needs.</summary>
public sealed record MissingColumns(string File, int? Row, string Expected, string Found) : InputProblem(File, Row)
{
    protected override string Complaint =>
        $"expected columns {Expected}; found {Shortened(Found, 200)}; is the delimiter right? (comma, semicolon or tab)";
}

/// <summary>The same thing said twice where once is right.</summary>
public sealed record Duplicate(string File, int? Row, string Column, string Value, int FirstRow)
    : InputProblem(File, Row, Column, Value)
{
    protected override string Complaint => string.Create(
        CultureInfo.InvariantCulture, $"stands twice, first in row {FirstRow}; expected each once.");
}

/// <summary>A code that none of the other files knows.</summary>
public sealed record UnknownCode(string File, int? Row, string Column, string Value, string What, string KnownFrom)
    : InputProblem(File, Row, Column, Value)
{
    protected override string Complaint => $"unknown {What}; expected one of {KnownFrom}.";
}
