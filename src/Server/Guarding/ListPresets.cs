using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>Shows the published patterns, or one of them as a patterns file.</summary>
internal static class ListPresets
{
    public static int Run(string? csv, TextWriter output)
    {
        if (csv is not null)
        {
            var preset = PatternPresets.All.Single(p => string.Equals(p.Name, csv, StringComparison.OrdinalIgnoreCase));
            CsvOutput.Write(output, PatternFile.Header, preset.Rows.Select(Row));
            return ExitCode.Ok;
        }

        foreach (var preset in PatternPresets.All)
        {
            output.WriteLine($"{preset.Name,-14} {preset.Title}");
            output.WriteLine($"{"",-14} Sumber: {preset.Source}");
        }

        return ExitCode.Ok;
    }

    private static object?[] Row(PatternRow row) =>
    [
        StationClasses.CodeOf(row.Pattern.Class), row.Pattern.Officers, row.Pattern.MinStations, row.Pattern.MaxStations,
        row.Pattern.LinmasPerStation, row.Pattern.RadiusMetres,
        row.EffectiveFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), row.LegalBasis,
    ];
}
