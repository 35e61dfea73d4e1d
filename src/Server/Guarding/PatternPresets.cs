using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding;

/// <summary>Patterns that were announced somewhere once, by name.</summary>
/// <param name="Name">Short name for the command line.</param>
/// <param name="Title">Who, where and when.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="Rows">One row a class at least.</param>
internal sealed record PatternPreset(string Name, string Title, string Source, ImmutableArray<PatternRow> Rows);

/// <summary>
/// Six published sets. Where a source names no pattern for a class, this program's default stands in and the legal basis
/// says so, since a set that leaves a class out can not plan a whole kabupaten. The day in force is 1 January of the
/// year of the election that it was announced for: the orders' own dates are not published.
/// </summary>
internal static class PatternPresets
{
    private const string NotAnnounced = "tidak diumumkan dalam sumber; baku program";

    public static ImmutableArray<PatternPreset> All { get; } =
    [
        Set("lampung-2024", "Polda Lampung, Pemilu 2024: 2 polisi per 12-20 TPS; rawan 2 TPS; sangat rawan dan khusus 1 TPS",
            "tribratanews.com, lampungonline.id", 2024,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 20, MinStations: 12),
            new GuardPattern(StationClass.Rawan, Officers: 2, MaxStations: 2),
            new GuardPattern(StationClass.SangatRawan, Officers: 2, MaxStations: 1),
            new GuardPattern(StationClass.Khusus, Officers: 2, MaxStations: 1)),
        Set("2-12-24", "Polres Lampung Tengah, Pemilu 2024: 2 polisi, 12 TPS, 24 Linmas",
            "lampost.co", 2024,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 12)),
        Set("jakarta-2017", "Polda Metro Jaya, Pilgub 2017: 2-4-8 dan 2-4-4, dibaca polisi-Linmas-TPS",
            "viva.co.id, pilkada.tempo.co", 2017,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 8, LinmasPerStation: 0.5m),
            new GuardPattern(StationClass.Rawan, Officers: 2, MaxStations: 4, LinmasPerStation: 1)),
        Set("mabes-2019", "Mabes Polri, Pemilu 2019: 2-4-6, 4-2-8 dan 6-2-8, dibaca polisi-TPS-Linmas",
            "independensi.com", 2019,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 4, LinmasPerStation: 1.5m),
            new GuardPattern(StationClass.Rawan, Officers: 4, MaxStations: 2, LinmasPerStation: 4),
            new GuardPattern(StationClass.SangatRawan, Officers: 6, MaxStations: 2, LinmasPerStation: 4)),
        Set("lumajang-2019", "Polres Lumajang, Pemilu 2019: 2 polisi per 20 TPS untuk semua kelas",
            "suaraindonesia-news.com", 2019,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 20),
            new GuardPattern(StationClass.Rawan, Officers: 2, MaxStations: 20),
            new GuardPattern(StationClass.SangatRawan, Officers: 2, MaxStations: 20)),
        Set("jakbar-2024", "Polres Metro Jakarta Barat, Pemilu 2024: 2 polisi, 16 TPS, 32 Linmas",
            "pemilu.antaranews.com", 2024,
            new GuardPattern(StationClass.KurangRawan, Officers: 2, MaxStations: 16)),
    ];

    private static PatternPreset Set(string name, string title, string source, int year, params GuardPattern[] announced)
    {
        var from = new DateOnly(year, 1, 1);
        var missing = GuardProblem.DefaultPatterns.Where(d => Array.TrueForAll(announced, p => p.Class != d.Class));
        return new PatternPreset(name, title, source,
        [
            .. announced.Select(p => new PatternRow(p, from, $"{title} ({source})")),
            .. missing.Select(p => new PatternRow(p, from, NotAnnounced)),
        ]);
    }
}
