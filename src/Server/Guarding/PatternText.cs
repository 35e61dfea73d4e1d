using System.Globalization;
using System.Text.RegularExpressions;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>In which order a pattern string names its numbers: police (P), stations (T), Linmas (L).</summary>
internal enum PatternOrder
{
    /// <summary>Police, stations, Linmas: 2-12-24 of Lampung Tengah, 2024.</summary>
    PoliceStationsLinmas,

    /// <summary>Police, Linmas, stations: 2-4-8 of Polda Metro Jaya, 2017.</summary>
    PoliceLinmasStations,
}

/// <summary>A pattern string understood.</summary>
/// <param name="Officers">Police officers of a group.</param>
/// <param name="Stations">Most stations of a group.</param>
/// <param name="Linmas">Linmas at all those stations together.</param>
/// <param name="Order">The order read or given.</param>
/// <param name="Given">Whether the user gave the order.</param>
internal sealed record PatternReading(int Officers, int Stations, int Linmas, PatternOrder Order, bool Given)
{
    /// <summary>Two Linmas stand at each station (one at the way in, one at the way out); anything else is worth a look.</summary>
    public bool IsUnusual => Linmas != 2 * Stations;
}

/// <summary>
/// Reads the strings in which patterns are announced. The order of the numbers is no standard and differs by year and
/// region, so it is inferred only from "two Linmas a station", always shown, and a given order wins.
/// </summary>
internal static partial class PatternText
{
    public static (PatternReading? Reading, InputProblem? Problem) Read(string text, PatternOrder? given)
    {
        var match = ThreeNumbers().Match(text);
        if (!match.Success) return (null, new PatternUnreadable(text));
        var officers = Number(match.Groups["first"]);
        var second = Number(match.Groups["second"]);
        var third = Number(match.Groups["third"]);

        PatternOrder? inferred = third == 2 * second ? PatternOrder.PoliceStationsLinmas
            : second == 2 * third ? PatternOrder.PoliceLinmasStations
            : null;
        if ((given ?? inferred) is not { } order) return (null, new PatternOrderUnknown(text));

        var (stations, linmas) = order == PatternOrder.PoliceStationsLinmas ? (second, third) : (third, second);
        return officers < 1 || stations < 1
            ? (null, new PatternUnreadable(text))
            : (new PatternReading(officers, stations, linmas, order, given is not null), null);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Hyphens, dashes, minus signs, colons and slashes are all in print, often with blanks around them.
    [GeneratedRegex(@"^\s*(?<first>[0-9]{1,4})\s*[-\u2010-\u2015\u2212:/]\s*(?<second>[0-9]{1,4})\s*[-\u2010-\u2015\u2212:/]\s*(?<third>[0-9]{1,4})\s*\z",
        RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ThreeNumbers();
}
