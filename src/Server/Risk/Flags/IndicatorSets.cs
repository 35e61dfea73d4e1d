using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TigaPilar.Server.Elections.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>Something that Bawaslu looks for at each station.</summary>
/// <param name="Key">As it is stored and as files may name it.</param>
/// <param name="Variable">Number of the variable that it belongs to.</param>
/// <param name="VariableNames">The variable's name, Indonesian and English.</param>
/// <param name="Names">Its own name, Indonesian and English.</param>
public sealed record Indicator(string Key, int Variable, (string Indonesian, string English) VariableNames, (string Indonesian, string English) Names)
{
    /// <summary>In the reader's language.</summary>
    public string Name => IndicatorSets.Of(Names);

    /// <summary>The variable, in the reader's language.</summary>
    public string VariableName => IndicatorSets.Of(VariableNames);
}

/// <summary>The indicators that Bawaslu asked for in one kind of election from one year on.</summary>
public sealed record IndicatorSet(
    string Key, ElectionKind Kind, int FromYear, (string Indonesian, string English) Names, string Source, ImmutableArray<Indicator> Indicators)
{
    /// <summary>In the reader's language.</summary>
    public string Name => IndicatorSets.Of(Names);
}

/// <summary>
/// The sets of indicators: data, not code. They change from election to election (Bawaslu: 15 in 2018, 22 and 26 in 2024),
/// so a new list is new lines in <c>indicator-sets.csv</c> and <c>indicators.csv</c>, and the earlier ones stay for what was
/// flagged by them.
/// </summary>
public static class IndicatorSets
{
    public static ImmutableArray<IndicatorSet> All { get; } = Load();

    /// <summary>The newest set of that kind of election that is not younger than it; null where Bawaslu has none, as for village heads.</summary>
    public static IndicatorSet? For(ElectionName election) =>
        All.Where(s => s.Kind == election.Kind && (election.VotingDay is not { } day || s.FromYear <= day.Year)).MaxBy(s => s.FromYear);

    /// <summary>The name of an indicator, by the set if it is there, else by any that has it, else its key.</summary>
    public static string NameOf(IndicatorSet? set, string key) =>
        (set?.Indicators.FirstOrDefault(i => i.Key == key) ?? All.SelectMany(s => s.Indicators).FirstOrDefault(i => i.Key == key))?.Name ?? key;

    internal static string Of((string Indonesian, string English) names) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "id" ? names.Indonesian : names.English;

    private static ImmutableArray<IndicatorSet> Load()
    {
        var indicators = Rows("Risk.indicators.csv").ToLookup(r => r[0], r => new Indicator(
            r[4], int.Parse(r[1], NumberStyles.None, CultureInfo.InvariantCulture), (r[2], r[3]), (r[5], r[6])), StringComparer.Ordinal);
        return [.. Rows("Risk.indicator-sets.csv").Select(r => new IndicatorSet(
            r[0], Enum.Parse<ElectionKind>(r[1]), int.Parse(r[2], NumberStyles.None, CultureInfo.InvariantCulture), (r[3], r[4]), r[5], [.. indicators[r[0]]]))];
    }

    private static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(IndicatorSets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(l => l.Split(';'))];
    }
}
