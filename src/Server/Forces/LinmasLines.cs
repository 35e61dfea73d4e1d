using System.Globalization;

namespace TigaPilar.Server.Forces;

/// <summary>One person as typed in.</summary>
internal sealed record LinmasEntry(string Name, int BirthYear, string? Phone);

/// <summary>What is wrong with a line: its number from 1, and the key of the text.</summary>
internal sealed record LinmasLineProblem(int Line, string Problem);

/// <summary>Reads names as people write them: one a line, 'nama; tahun lahir; HP'.</summary>
internal static class LinmasLines
{
    public const int MostLines = 200;
    private const int OldestYear = 1920;
    private static readonly char[] Between = [';', '\t'];

    public static (IReadOnlyList<LinmasEntry> Entries, IReadOnlyList<LinmasLineProblem> Problems) Read(string? text, DateOnly today)
    {
        var entries = new List<LinmasEntry>();
        var problems = new List<LinmasLineProblem>();
        var lines = (text ?? "").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var cells = lines[i].Split(Between, StringSplitOptions.TrimEntries);
            var (entry, problem) = One(cells[0], cells.ElementAtOrDefault(1), cells.ElementAtOrDefault(2), today);
            if (cells.Length > 3 && cells.Skip(3).Any(c => c.Length > 0)) problem = "LineTooManyParts";
            if (problem is not null) problems.Add(new LinmasLineProblem(i + 1, problem));
            else entries.Add(entry!);
        }

        if (entries.Count > MostLines) problems.Add(new LinmasLineProblem(MostLines + 1, "LineTooMany"));
        return (entries, problems);
    }

    /// <summary>The person, or the key of the text that says what is wrong.</summary>
    public static (LinmasEntry? Entry, string? Problem) One(string? name, string? year, string? phone, DateOnly today)
    {
        var words = string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length is < 2 or > 120 || !words.Any(char.IsLetter)) return (null, "NameNeeded");
        if (!int.TryParse(year?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var born) || born < OldestYear || born > today.Year - 10)
            return (null, "BirthYearNeeded");
        if (!Phone(phone, out var number)) return (null, "PhoneWrong");
        return (new LinmasEntry(words, born, number), null);
    }

    /// <summary>A number without its blanks and dashes; false where it is none.</summary>
    public static bool Phone(string? text, out string? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var digits = string.Concat(text.Where(c => c is not (' ' or '-' or '.' or '\r')));
        var bare = digits.StartsWith('+') ? digits[1..] : digits;
        if (bare.Length is < 8 or > 15 || !bare.All(char.IsAsciiDigit)) return false;
        number = digits;
        return true;
    }
}
