using System.Collections.Immutable;
using System.Globalization;

namespace TigaPilar.Bench.Duplicates;

/// <summary>What happens, and the ways in which people tell of it.</summary>
internal sealed record Scenario(string Name, string Kind, bool AtStation, ImmutableArray<string> Shortest, ImmutableArray<Detail> Details, ImmutableArray<string> Lines);

/// <summary>What is the same in all true reports of one event: values with the ways to say each, or a number between two.</summary>
internal sealed record Detail(string Name, ImmutableArray<ImmutableArray<string>> Values, int From, int To);

/// <summary>Reads phrases.txt. Each third line, and the last third of the ways to say a value, are held out of fitting.</summary>
internal static class PhraseBook
{
    public static ImmutableArray<Scenario> Scenarios { get; } = [.. Read()];

    /// <summary>Whether this of so many lines is kept for the measured runs.</summary>
    public static bool IsHeldOut(int line) => line % 3 == 2;

    /// <summary>How many of the ways to say a value are known where fitting is done.</summary>
    public static int Known(int ways) => ways < 3 ? ways : ways - (ways / 3);

    private static IEnumerable<Scenario> Read()
    {
        using var stream = typeof(PhraseBook).Assembly.GetManifestResourceStream("phrases.txt")!;
        using var reader = new StreamReader(stream);
        Scenario? open = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                if (open is not null) yield return open;
                var parts = line[3..].Split('|', StringSplitOptions.TrimEntries);
                open = new(parts[0], parts[1], parts.Length > 2 && parts[2] == "tps", [], [], []);
            }
            else if (line.StartsWith("short: ", StringComparison.Ordinal)) open = open! with { Shortest = [.. line[7..].Split('|', StringSplitOptions.TrimEntries)] };
            else if (line.StartsWith("detail ", StringComparison.Ordinal)) open = open! with { Details = open.Details.Add(ReadDetail(line[7..])) };
            else if (line.StartsWith("- ", StringComparison.Ordinal)) open = open! with { Lines = open.Lines.Add(line[2..]) };
        }

        if (open is not null) yield return open;
    }

    private static Detail ReadDetail(string text)
    {
        var (name, values) = (text[..text.IndexOf(':', StringComparison.Ordinal)].Trim(), text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        if (values[0] != '#') return new(name, [.. values.Split(';').Select(v => v.Split('|', StringSplitOptions.TrimEntries).ToImmutableArray())], 0, 0);
        var bounds = values[1..].Split('-');
        return new(name, [], int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[1], CultureInfo.InvariantCulture));
    }
}
