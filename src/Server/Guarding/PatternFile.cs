using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>Reads patterns and picks those in force on a day.</summary>
internal static class PatternFile
{
    private static readonly TableColumn Class = new("class", "kelas", "kategori");
    private static readonly TableColumn Officers = new("officers", "polri", "personel");
    private static readonly TableColumn MinStations = new("min_stations", "tps_min");
    private static readonly TableColumn MaxStations = new("max_stations", "tps_max", "tps_maks");
    private static readonly TableColumn Linmas = new("linmas_per_station", "linmas_per_tps");
    private static readonly TableColumn Radius = new("radius_m");
    private static readonly TableColumn EffectiveFrom = new("effective_from", "berlaku_sejak");
    private static readonly TableColumn LegalBasis = new("legal_basis", "dasar_hukum");
    // Above anything in the field, and low enough that no sum over all stations of the country overflows.
    public const int MostOfficers = 1_000;
    public const int MostStations = 10_000;
    private static readonly string[] Totals = ["linmas_total", "total_linmas", "linmas"];

    private static readonly TableShape Shape = new(
        [Class, Officers, MinStations, MaxStations, Linmas, Radius, EffectiveFrom, LegalBasis],
        [Class, Officers, MaxStations]);

    /// <summary>Names of the columns in the order in which this program writes them.</summary>
    public static ImmutableArray<string> Header { get; } = [.. Shape.Columns.Select(c => c.Name)];

    /// <summary>Every row of the file, or null after problems.</summary>
    public static ImmutableArray<PatternRow>? Read(string path, InputReport report)
    {
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        foreach (var total in table.Headers.Intersect(Totals, StringComparer.Ordinal))
            report.Add(new LinmasTotalGiven(path, total));

        var rows = ImmutableArray.CreateBuilder<PatternRow>();
        foreach (var row in table.Rows)
        {
            var stationClass = StationClasses.Parse(row.Text(Class));
            if (stationClass is null) row.Refuse(Class, StationClasses.Expected);
            var officers = row.RequiredCount(Officers, 1, "officers of a group", MostOfficers);
            var min = row.Count(MinStations, 0, "the fewest stations of a group", MostStations);
            var max = row.RequiredCount(MaxStations, 1, "the most stations of a group", MostStations);
            var linmas = row.Number(Linmas, 0, 1000, "Linmas at one station, from 0 to 1000; blank is 2");
            var radius = row.Count(Radius, 1, "a radius in metres (blank is none)");
            var from = Day(row);
            if (min > max) report.Add(new MaximumBelowMinimum(path, row.Line, min.Value, max.Value));
            else if (stationClass is { } known && officers is { } men && max is { } most)
                rows.Add(new PatternRow(
                    new GuardPattern(known, men, most, min, linmas ?? 2, radius), from, row.Text(LegalBasis)));
        }

        return report.Count == before ? rows.ToImmutable() : null;
    }

    /// <summary>
    /// Of each class the rows with the latest date on or before <paramref name="date"/>, side by side; without a date
    /// the latest in the file counts. A row without a date is in force until a dated one begins.
    /// </summary>
    public static ImmutableArray<PatternRow> InForce(ImmutableArray<PatternRow> rows, DateOnly? date)
    {
        var day = date ?? rows.Max(r => r.EffectiveFrom) ?? DateOnly.MaxValue;
        return
        [
            .. rows.Where(r => (r.EffectiveFrom ?? DateOnly.MinValue) <= day)
                .GroupBy(r => r.Pattern.Class)
                .OrderBy(g => g.Key)
                .SelectMany(g => g.Where(r => r.EffectiveFrom == g.Max(other => other.EffectiveFrom))),
        ];
    }

    private static DateOnly? Day(TableRow row)
    {
        var text = row.Text(EffectiveFrom);
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        row.Refuse(EffectiveFrom, "a day as 2024-11-27");
        return null;
    }
}
