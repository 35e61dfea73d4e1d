using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>A link and where it was given.</summary>
internal readonly record struct LinkRow(StationLink Link, string File, int Line);

/// <summary>
/// Reads which stations must share a group and which must not. What contradicts itself in the file is told at once; what
/// no group can satisfy (two villages, too many for a pattern) planning tells, and <see cref="RefuseConflicts"/> says where.
/// </summary>
internal static class LinkFile
{
    private static readonly TableColumn A = new("tps_a", "tps_code", "kode_tps");
    private static readonly TableColumn B = new("tps_b", "tps_code", "kode_tps");
    private static readonly TableColumn Kind = new("kind", "jenis", "link", "together|apart", "together");
    private static readonly TableShape Shape = new([A, B, Kind], [A, B, Kind]);

    /// <summary>The links with their rows; none without a file; null after problems.</summary>
    public static ImmutableArray<LinkRow>? Read(string? path, TerritoryMap territory, InputReport report)
    {
        if (path is null) return [];
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var links = new Dictionary<StationLink, int>();
        foreach (var row in table.Rows)
        {
            var together = TogetherOf(row);
            var a = Station(row, A);
            var b = Station(row, B);
            if (a is not { } first || b is not { } second || together is not { } kind) continue;
            if (first == second)
                report.Add(new LinkToItself(path, row.Line, row.Text(A)));
            else
                links.TryAdd(new StationLink(Math.Min(first, second), Math.Max(first, second), kind), row.Line);
        }

        if (report.Count > before) return null;
        RefuseContradictions(links, path, territory, report);
        return report.Count == before ? [.. links.Select(l => new LinkRow(l.Key, path, l.Value)).OrderBy(l => l.Line)] : null;

        int? Station(TableRow row, TableColumn column)
        {
            var code = row.Text(column);
            var station = territory.FindStation(code);
            if (station is null)
                report.Add(new UnknownCode(path, row.Line, column.Name, code, "station", "the stations file"));
            return station;
        }
    }

    /// <summary>Tells the links that no plan can keep.</summary>
    public static void RefuseConflicts(
        IReadOnlyList<LinkRow> links, GuardProblem problem, TerritoryMap territory, InputReport report)
    {
        foreach (var conflict in LinkConflict.Find(problem))
        {
            var (link, path, line) = links[conflict.Link];
            report.Add(new LinkImpossible(
                path, line, territory.Stations[link.A].Code, territory.Stations[link.B].Code, conflict.Kind));
        }
    }

    private static bool? TogetherOf(TableRow row)
    {
        switch (row.Text(Kind).ToLowerInvariant())
        {
            case "together" or "bersama":
                return true;
            case "apart" or "pisah":
                return false;
            default:
                row.Refuse(Kind, "together or apart");
                return null;
        }
    }

    /// <summary>Who is together with one is together with all of them: an apart inside such a set can not hold.</summary>
    private static void RefuseContradictions(
        Dictionary<StationLink, int> links, string path, TerritoryMap territory, InputReport report)
    {
        var leaders = new Dictionary<int, int>();
        foreach (var link in links.Keys.Where(l => l.Together)) leaders[Leader(link.A)] = Leader(link.B);
        foreach (var (link, line) in links.Where(l => !l.Key.Together && Leader(l.Key.A) == Leader(l.Key.B)))
        {
            var why = links.TryGetValue(link with { Together = true }, out var other)
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"row {other} says together")
                : "other links bring them together";
            report.Add(new LinksContradict(
                path, line, territory.Stations[link.A].Code, territory.Stations[link.B].Code, why));
        }

        int Leader(int station)
        {
            while (leaders.TryGetValue(station, out var next) && next != station) station = next;
            return station;
        }
    }
}
