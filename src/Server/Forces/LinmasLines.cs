using System.Globalization;
using TigaPilar.Server.Shell;

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

    public static (IReadOnlyList<LinmasEntry> Entries, IReadOnlyList<LinmasLineProblem> Problems) Read(string? text, DateOnly today)
    {
        var entries = new List<LinmasEntry>();
        var problems = new List<LinmasLineProblem>();
        foreach (var (line, cells) in PastedLines.Of(text))
        {
            var (entry, problem) = One(cells[0], cells.ElementAtOrDefault(1), cells.ElementAtOrDefault(2), today);
            if (cells.Length > 3 && cells.Skip(3).Any(c => c.Length > 0)) problem = "LineTooManyParts";
            if (problem is not null) problems.Add(new LinmasLineProblem(line, problem));
            else entries.Add(entry!);
        }

        if (entries.Count > MostLines) problems.Add(new LinmasLineProblem(MostLines + 1, "LineTooMany"));
        return (entries, problems);
    }

    /// <summary>The person, or the key of the text that says what is wrong.</summary>
    public static (LinmasEntry? Entry, string? Problem) One(string? name, string? year, string? phone, DateOnly today)
    {
        var words = PastedLines.Name(name);
        if (words.Length is < 2 or > 120 || !words.Any(char.IsLetter)) return (null, "NameNeeded");
        if (!int.TryParse(year?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var born) || born < OldestYear || born > today.Year - 10)
            return (null, "BirthYearNeeded");
        if (!PastedLines.Phone(phone, out var number)) return (null, "PhoneWrong");
        return (new LinmasEntry(words, born, number), null);
    }
}
