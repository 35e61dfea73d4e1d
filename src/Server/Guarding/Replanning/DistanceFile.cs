using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Replanning;

/// <summary>Reads the minutes between villages, the same both ways.</summary>
internal static class DistanceFile
{
    private static readonly TableColumn A = new("village_a", "village_code", "kode_desa", "desa_a");
    private static readonly TableColumn B = new("village_b", "village_code", "kode_desa", "desa_b");
    private static readonly TableColumn Minutes = new("minutes", "menit");
    private static readonly TableShape Shape = new([A, B, Minutes], [A, B, Minutes]);

    // A day: no two villages of one kecamatan are farther apart, and no sum over a group overflows.
    private const int MostMinutes = 1_440;

    /// <summary>The ways; null without a file, and after problems.</summary>
    public static VillageDistances? Read(string? path, TerritoryMap territory, InputReport report)
    {
        if (path is null || TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var ways = new Dictionary<(int A, int B), (decimal Minutes, int Line)>();
        foreach (var row in table.Rows)
        {
            var (a, b) = (Village(row, A), Village(row, B));
            var minutes = row.Number(Minutes, 0, MostMinutes, "minutes from 0 to 1440");
            if (row.Text(Minutes).Length == 0) row.Refuse(Minutes, "minutes from 0 to 1440");
            if (a is not { } first || b is not { } second || minutes is not { } known) continue;
            var pair = (Math.Min(first, second), Math.Max(first, second));
            if (first == second)
                report.Add(new WayToItself(path, row.Line, row.Text(A)));
            else if (!ways.TryAdd(pair, (known, row.Line)) && ways[pair].Minutes != known)
                report.Add(new MinutesContradict(path, row.Line, $"{row.Text(A)} {row.Text(B)}", known, ways[pair].Minutes, ways[pair].Line));
        }

        return report.Count == before ? new VillageDistances(ways.Select(w => (w.Key.A, w.Key.B, (double)w.Value.Minutes))) : null;

        int? Village(TableRow row, TableColumn column)
        {
            var code = row.Text(column);
            var village = territory.FindVillage(code);
            if (village is null) report.Add(new UnknownCode(path, row.Line, column.Name, code, "village", "the villages file"));
            return village;
        }
    }
}

/// <summary>Minutes from a village to itself.</summary>
internal sealed record WayToItself(string File, int? Row, string Village) : InputProblem(File, Row, "village_code", Village)
{
    protected override string Complaint => "is given minutes to itself; expected two different villages.";
}

/// <summary>Two villages with two figures.</summary>
internal sealed record MinutesContradict(string File, int? Row, string Villages, decimal Minutes, decimal Earlier, int EarlierRow)
    : InputProblem(File, Row, "minutes", Villages)
{
    protected override string Complaint => string.Create(CultureInfo.InvariantCulture,
        $"is {Minutes} here and {Earlier} in row {EarlierRow}; expected one figure for both directions.");
}
