using System.Globalization;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>Reads a pattern string aloud, so that nobody plans with its numbers in the wrong order.</summary>
internal static class ReadPattern
{
    public static int Run(string text, PatternOrder? order, TextWriter output, TextWriter error)
    {
        var (reading, problem) = PatternText.Read(text, order);
        if (reading is null)
        {
            error.WriteLine($"error: {problem!.Text}");
            return ExitCode.BadInput;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{reading.Officers} polisi, {reading.Stations} TPS, {reading.Linmas} Linmas "
            + $"({OrderName(reading.Order)}, {(reading.Given ? "urutan diberikan" : "urutan disimpulkan")})."));
        if (reading.IsUnusual)
            error.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"warning: {reading.Linmas} Linmas for {reading.Stations} stations; the rule is 2 a station, which makes "
                + $"{2 * reading.Stations}. Is the order right, or a word missing in the source?"));
        return ExitCode.Ok;
    }

    private static string OrderName(PatternOrder order) => order == PatternOrder.PoliceStationsLinmas
        ? "polisi-TPS-Linmas"
        : "polisi-Linmas-TPS";
}
