using System.Collections.Immutable;
using System.Globalization;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A man as he was typed or pasted.</summary>
internal sealed record OfficerLine(string? Name, string? Rank, string? ServiceNumber, string? Phone, string? Unit);

/// <summary>
/// Reads names as they come from a chat or a spreadsheet: one a line, <c>name; rank; NRP; phone; unit</c>, with semicolons
/// or tabs. Nothing is taken while a line is wrong.
/// </summary>
internal static class OfficerLines
{
    public const int MostLines = 500;

    /// <summary>The men, or the key of the first problem with the number of its line.</summary>
    public static (ImmutableArray<OfficerLine> Men, (string Key, int Line)? Problem) Read(string? text)
    {
        var men = ImmutableArray.CreateBuilder<OfficerLine>();
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var parts = lines[i].Split(lines[i].Contains('\t', StringComparison.Ordinal) ? '\t' : ';', StringSplitOptions.TrimEntries);
            string? At(int part) => parts.Length > part && parts[part].Length > 0 ? parts[part] : null;
            if (parts.Length > 5) return ([], ("LineParts", i + 1));
            var line = new OfficerLine(WithoutNumber(At(0)), At(1), At(2), At(3), At(4));
            if (Problem(line) is { } problem) return ([], (problem, i + 1));
            men.Add(line);
            if (men.Count > MostLines) return ([], ("LinesMany", i + 1));
        }

        return men.Count == 0 ? ([], ("LinesNone", 1)) : (men.ToImmutable(), null);
    }

    /// <summary>The key of what is wrong with one man, or null.</summary>
    public static string? Problem(OfficerLine line) =>
        string.IsNullOrWhiteSpace(line.Name) ? "NameMissing"
        : line.Name.Length > 120 ? "NameLong"
        : line.Rank?.Length > 40 ? "RankLong"
        : line.ServiceNumber is { } number && (number.Length > 20 || !number.Any(char.IsAsciiDigit) || !number.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '/' or '-')) ? "ServiceNumberShape"
        : line.Phone is { } phone && (phone.Length > 30 || phone.Count(char.IsAsciiDigit) < 6 || !phone.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')')) ? "PhoneShape"
        : line.Unit?.Length > 80 ? "UnitLong"
        : null;

    // "3. Budi" is Budi: lists are pasted with their numbers.
    private static string? WithoutNumber(string? name)
    {
        if (name is null) return null;
        var digits = name.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < name.Length && name[digits] is '.' or ')' && int.TryParse(name[..digits], CultureInfo.InvariantCulture, out _)
            ? name[(digits + 1)..].Trim() : name;
    }
}
