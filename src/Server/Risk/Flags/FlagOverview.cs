using System.Collections.Immutable;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>An indicator with the stations that have it; without a band where the reader does not see a whole kabupaten.</summary>
public sealed record FlagLine(Indicator Indicator, int Stations, FlagBand? Band);

/// <summary>What Bawaslu found at the stations of an area.</summary>
/// <param name="Set">The indicators; null where Bawaslu has none for this kind of election.</param>
/// <param name="All">Codes of all stations that the reader sees.</param>
/// <param name="Shown">Codes of those in the area that is asked for.</param>
/// <param name="Flags">Keys by station, of those that are shown.</param>
/// <param name="Lines">Each indicator of the set, in its order.</param>
/// <param name="Bands">From where on one counts as frequent.</param>
/// <param name="Imports">The files, the newest first.</param>
internal sealed record FlagOverview(
    IndicatorSet? Set, IReadOnlyList<string> All, IReadOnlyList<string> Shown, IReadOnlyDictionary<string, ImmutableArray<string>> Flags,
    ImmutableArray<FlagLine> Lines, FlagBands Bands, List<FlagImport> Imports)
{
    /// <summary>The kabupaten that the stations lie in.</summary>
    public static string[] KabupatenOf(IEnumerable<string> stations) => [.. stations.Select(AreaCode.KabupatenOf).Distinct(StringComparer.Ordinal)];

    public static async Task<FlagOverview> ReadAsync(Database database, ElectionName election, AreaSet areas, string? area, CancellationToken cancel)
    {
        var imports = await FlagsInForce.ImportsAsync(database, election.Id, areas, cancel);
        var set = IndicatorSets.All.FirstOrDefault(s => imports.Count > 0 && s.Key == imports[0].IndicatorSet) ?? IndicatorSets.For(election);
        var all = await StationCodes.CodesAsync(database, election.Id, areas, cancel);
        var known = all.ToHashSet(StringComparer.Ordinal);
        var flags = (await FlagsInForce.OfAsync(database, election.Id, areas, cancel)).Where(f => known.Contains(f.Key)).ToDictionary(StringComparer.Ordinal);
        var kabupaten = KabupatenOf(all);
        var bands = await FlagBands.OfAsync(database, kabupaten, cancel);
        // As Bawaslu does it, over a whole kabupaten or more: in one kecamatan two stations would be frequent.
        var sums = kabupaten.All(areas.Contains) ? Sums(flags.Values) : null;
        var shown = string.IsNullOrEmpty(area) ? all : [.. all.Where(c => AreaSet.IsWithin(c, area))];
        var own = string.IsNullOrEmpty(area) ? flags : flags.Where(f => AreaSet.IsWithin(f.Key, area)).ToDictionary(StringComparer.Ordinal);
        var counts = Sums(own.Values);
        var lines = (set?.Indicators ?? []).Select(i => new FlagLine(i, counts.GetValueOrDefault(i.Key), sums is null ? null : bands.Of(sums.GetValueOrDefault(i.Key), all.Count)));
        return new FlagOverview(set, all, shown, own, [.. lines], bands, imports);
    }

    private static Dictionary<string, int> Sums(IEnumerable<ImmutableArray<string>> flags) =>
        flags.SelectMany(f => f).CountBy(k => k, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
