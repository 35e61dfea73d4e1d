using System.Collections.Immutable;

namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>Rhythms to begin with, as they were found in the field (domain rules, 5 and 10): each Desk changes its own.</summary>
internal static class RhythmPresets
{
    private const int Monday = 1;

    /// <summary>Monthly in quiet times, each Monday from H-90, daily from H-7, by the hour on H, daily to H+14, each Monday to H+30.</summary>
    public static Rhythm Of(ReportLevel level) => new(
        new(null, null, Frequency.Monthly, 1, At("10.00")),
        [
            new(-90, -8, Frequency.Weekly, Monday, At("10.00")),
            new(-7, -1, Frequency.Daily, 0, At("20.00")),
            // A Polsek asks its men through the day; the kecamatan is asked at the hours of the stations.
            new(0, 0, Frequency.Daily, 0, level == ReportLevel.Agency ? At("12.00", "20.00") : At("07.00", "09.00", "11.00", "13.00", "15.00", "17.00", "21.00", "23.59")),
            new(1, 14, Frequency.Daily, 0, level == ReportLevel.Agency ? At("20.00") : At("08.00", "20.00")),
            new(15, 30, Frequency.Weekly, Monday, At("10.00")),
        ]);

    private static ImmutableArray<TimeOnly> At(params string[] times) => [.. times.Select(t => TimeOnly.ParseExact(t, "HH.mm", System.Globalization.CultureInfo.InvariantCulture))];
}
