using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>What a finding does to its row, or without a row to the file.</summary>
public enum Severity : byte
{
    /// <summary>Stored, with a warning.</summary>
    Flagged,

    /// <summary>Can not be stored.</summary>
    Refused,
}

/// <summary>A kind of finding.</summary>
/// <param name="Key">Its name, as stored, and the key of its sentence.</param>
/// <param name="Severity">What it does to the row.</param>
/// <param name="Texts">Where the sentence stands, English and Indonesian.</param>
/// <param name="OfFile">Whether it is said of the whole file, even where it names a row.</param>
public sealed record FindingKind(string Key, Severity Severity, ResourceManager Texts, bool OfFile = false);

/// <summary>
/// One thing wrong or doubtful in a file that is imported. It holds no words: whoever shows it chooses the language by
/// <see cref="CultureInfo.CurrentUICulture"/>, so that it can be stored and read by another in theirs.
/// </summary>
/// <param name="Row">Row as an editor or a spreadsheet shows it, or the feature's number; null where the file is meant.</param>
/// <param name="Column">Column as the file names it.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Arguments">What the sentence names besides: names and codes, no words.</param>
public sealed record RowFinding(
    int? Row, string? Column, string? Value, FindingKind Kind, params ImmutableArray<string> Arguments)
{
    /// <summary>Place, value, what is wrong and what was expected: one sentence on one line.</summary>
    public string Text
    {
        get
        {
            var culture = CultureInfo.CurrentUICulture;
            var place = new List<string>(3);
            if (Row is { } row) place.Add($"{TableFindings.Word("PlaceRow")} {row.ToString(CultureInfo.InvariantCulture)}");
            if (Column is not null) place.Add($"{TableFindings.Word("PlaceColumn")} {InputProblem.Shortened(Column)}");
            if (Value is not null) place.Add($"\"{InputProblem.Shortened(Value)}\"");
            var complaint = string.Format(culture, Kind.Texts.GetString(Kind.Key, culture) ?? Kind.Key,
                [.. Arguments.Select(a => InputProblem.Shortened(a, 300))]);
            var text = place.Count == 0 ? complaint : $"{string.Join(", ", place)}: {complaint}";
            return text.Length == 0 ? text : new StringBuilder(text) { [0] = char.ToUpper(text[0], culture) }.ToString();
        }
    }

    public override string ToString() => Text;
}

/// <summary>The file can not be read on from here. Caught where rows are handed out; it never leaves the reading.</summary>
internal sealed class UnreadableFileException(RowFinding finding) : Exception(finding.Kind.Key)
{
    public RowFinding Finding { get; } = finding;
}
