using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Forces.Contacts;

/// <summary>A contact as typed in, for a listed station.</summary>
internal sealed record ContactEntry(string Station, string Name, string? Phone);

/// <summary>Reads contacts as people write them: one a line, 'TPS; nama; HP'.</summary>
internal static class ContactLines
{
    public const int MostLines = 5000;

    /// <summary>Entries, and what is wrong line by line; one station may stand in it once.</summary>
    /// <param name="text">Lines; a station is its code, or within a village its number.</param>
    /// <param name="listed">Codes of the stations that may be named.</param>
    /// <param name="village">The village whose numbers are meant; null where codes are asked for.</param>
    public static (IReadOnlyList<ContactEntry> Entries, IReadOnlyList<LinmasLineProblem> Problems) Read(string? text, IReadOnlySet<string> listed, string? village)
    {
        var (entries, problems) = (new List<ContactEntry>(), new List<LinmasLineProblem>());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, parts) in PastedLines.Of(text))
        {
            var station = Station(parts[0], village);
            var name = Name(parts.ElementAtOrDefault(1));
            var problem = !listed.Contains(station) ? village is null ? "ContactUnknown" : "ContactNumber"
                : name is null ? "NameNeeded"
                : parts.Skip(3).Any(p => p.Length > 0) ? "ContactTooManyParts"
                : !seen.Add(station) ? "ContactTwice" : null;
            if (!PastedLines.Phone(parts.ElementAtOrDefault(2), out var phone)) problem ??= "PhoneWrong";
            if (problem is null) entries.Add(new ContactEntry(station, name!, phone));
            else problems.Add(new LinmasLineProblem(line, problem));
            if (line > MostLines)
            {
                problems.Add(new LinmasLineProblem(line, "ContactTooMany"));
                break;
            }
        }

        return (entries, problems);
    }

    /// <summary>A name as it is kept; null where it is none.</summary>
    public static string? Name(string? text) =>
        PastedLines.Name(text) is { Length: >= 2 and <= 120 } name && name.Any(char.IsLetter) ? name : null;

    // '7', 'TPS 7' and '007' are one; a code is written with dots or without.
    private static string Station(string text, string? village)
    {
        var bare = text.Replace("TPS", "", StringComparison.OrdinalIgnoreCase).Trim();
        if (village is not null && bare.Length <= 3 && bare.All(char.IsAsciiDigit)) return $"{village}.{bare.PadLeft(3, '0')}";
        return bare.Length == 13 && bare.All(char.IsAsciiDigit) ? $"{bare[..2]}.{bare[2..4]}.{bare[4..6]}.{bare[6..10]}.{bare[10..]}" : bare;
    }
}
