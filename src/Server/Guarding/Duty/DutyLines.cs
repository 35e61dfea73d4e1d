using System.Collections.Immutable;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding.Duty;

/// <summary>A person of a list as typed or pasted, with place and time.</summary>
internal sealed record DutyLine(OfficerLine Man, string? Place, string? Time);

/// <summary>Reads people one a line, <c>name; rank; NRP or NIP; unit; place; time; phone</c>. Nothing is taken while a line is wrong.</summary>
internal static class DutyLines
{
    public const int MostPeople = 1000;
    public const int LongestPlace = 120;
    public const int LongestTime = 60;

    /// <summary>The people, or the key of the first problem with the number of its line.</summary>
    public static (ImmutableArray<DutyLine> People, (string Key, int Line)? Problem) Read(string? text)
    {
        var people = ImmutableArray.CreateBuilder<DutyLine>();
        foreach (var (line, parts) in PastedLines.Of(text))
        {
            if (parts.Length > 7) return ([], ("DutyLineParts", line));
            string? Part(int i) => parts.ElementAtOrDefault(i);
            var (person, problem) = One(parts[0], Part(1), Part(2), Part(3), Part(4), Part(5), Part(6));
            if (problem is not null) return ([], (problem, line));
            people.Add(person!);
        }

        return people.Count == 0 ? ([], ("LinesNone", 1)) : (people.ToImmutable(), null);
    }

    /// <summary>One person from what was typed, or the key of what is wrong.</summary>
    public static (DutyLine? Person, string? Problem) One(string? name, string? rank, string? number, string? unit, string? place, string? time, string? phone)
    {
        // A NIP in its groups is longer than the column: 19850101 201001 1 001.
        var (man, problem) = OfficerLines.One(name, rank, number is { Length: > 20 } ? number.Replace(" ", "", StringComparison.Ordinal) : number, phone, unit);
        if (man is null) return (null, problem);
        var person = new DutyLine(man, Or(place), Or(time));
        return person.Place?.Length > LongestPlace ? (null, "PlaceLong") : person.Time?.Length > LongestTime ? (null, "TimeLong") : (person, null);
    }

    private static string? Or(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
