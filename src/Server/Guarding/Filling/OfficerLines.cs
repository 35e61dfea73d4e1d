using System.Collections.Immutable;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A man as he was typed or pasted.</summary>
internal sealed record OfficerLine(string Name, string? Rank, string? ServiceNumber, string? Phone, string? Unit);

/// <summary>Reads names one a line, <c>name; rank; NRP; phone; unit</c>. Nothing is taken while a line is wrong.</summary>
internal static class OfficerLines
{
    public const int MostLines = 500;

    /// <summary>The men, or the key of the first problem with the number of its line.</summary>
    public static (ImmutableArray<OfficerLine> Men, (string Key, int Line)? Problem) Read(string? text)
    {
        var men = ImmutableArray.CreateBuilder<OfficerLine>();
        foreach (var (line, parts) in PastedLines.Of(text))
        {
            if (parts.Length > 5) return ([], ("LineParts", line));
            var (man, problem) = One(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2), parts.ElementAtOrDefault(3), parts.ElementAtOrDefault(4));
            if (problem is not null) return ([], (problem, line));
            men.Add(man!);
            if (men.Count > MostLines) return ([], ("LinesMany", line));
        }

        return men.Count == 0 ? ([], ("LinesNone", 1)) : (men.ToImmutable(), null);
    }

    /// <summary>One man from what was typed, or the key of what is wrong.</summary>
    public static (OfficerLine? Man, string? Problem) One(string? name, string? rank, string? serviceNumber, string? phone, string? unit)
    {
        var man = new OfficerLine(PastedLines.Name(name), Or(rank), Or(serviceNumber), null, Or(unit));
        if (man.Name.Length == 0) return (null, "NameMissing");
        if (man.Name.Length > 120) return (null, "NameLong");
        if (man.Rank?.Length > 40) return (null, "RankLong");
        if (man.ServiceNumber is { } number && (number.Length > 20 || !number.Any(char.IsAsciiDigit) || !number.All(c => char.IsAsciiDigit(c) || c is ' ' or '.' or '/' or '-')))
            return (null, "ServiceNumberShape");
        if (!PastedLines.Phone(phone, out var digits)) return (null, "PhoneShape");
        return man.Unit?.Length > 80 ? (null, "UnitLong") : (man with { Phone = digits }, null);
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
