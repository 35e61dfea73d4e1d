namespace TigaPilar.Server.Shell;

/// <summary>
/// Lists as people paste them, from a chat or a spreadsheet: one entry a line, its parts between semicolons or tabs.
/// </summary>
public static class PastedLines
{
    /// <summary>The parts of each line that is not blank, with the line's number from 1.</summary>
    public static IEnumerable<(int Line, string[] Parts)> Of(string? text)
    {
        var number = 0;
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return (number, line.Split([';', '\t'], StringSplitOptions.TrimEntries));
        }
    }

    /// <summary>A name with single blanks and without the number that lists are pasted with; "" where nothing is left.</summary>
    public static string Name(string? text)
    {
        var name = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var digits = name.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < name.Length && name[digits] is '.' or ')' ? name[(digits + 1)..].Trim() : name;
    }

    /// <summary>A telephone number without its blanks, dots and dashes, null where none was given; false where it is none.</summary>
    public static bool Phone(string? text, out string? number)
    {
        number = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var digits = string.Concat(text.Where(c => c is not (' ' or '-' or '.')));
        var bare = digits.StartsWith('+') ? digits[1..] : digits;
        if (bare.Length is < 8 or > 15 || !bare.All(char.IsAsciiDigit)) return false;
        number = digits;
        return true;
    }
}
