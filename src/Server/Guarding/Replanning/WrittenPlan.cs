using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding.Replanning;

/// <summary>People of one home at one place, by codes.</summary>
/// <param name="Bko">Lent officers.</param>
/// <param name="Home">Code of their home.</param>
/// <param name="Place">The station (Linmas) or the group (officers).</param>
/// <param name="Count">How many.</param>
internal readonly record struct WrittenPosting(bool Bko, string Home, string Place, int Count);

/// <summary>A plan as its folder has it, by codes.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="GroupOf">For each station's code its group.</param>
/// <param name="Linmas">Linmas at stations.</param>
/// <param name="Officers">Officers at groups.</param>
/// <param name="Short">Persons missing, by kind and place.</param>
/// <param name="Summary">Its sums.</param>
internal sealed record WrittenPlan(
    string Folder,
    IReadOnlyDictionary<string, string> GroupOf,
    ImmutableArray<WrittenPosting> Linmas,
    ImmutableArray<WrittenPosting> Officers,
    IReadOnlyDictionary<(string Kind, string Code), int> Short,
    PlanSummary Summary)
{
    private static readonly TableColumn Station = new("tps_code");
    private static readonly TableColumn Group = new("group_id");
    private static readonly TableColumn Home = new("home_code", "village_code");
    private static readonly TableColumn Count = new("count");
    private static readonly TableColumn Kind = new("kind");
    private static readonly TableColumn Code = new("code");
    private static readonly TableColumn Missing = new("short");

    /// <summary>The plan in a folder; null after problems.</summary>
    public static WrittenPlan? Read(string folder, InputReport report)
    {
        if (!Directory.Exists(folder))
        {
            report.Add(new UnusableFile(folder, "is no folder; expected one that a plan was written into."));
            return null;
        }

        var before = report.Count;
        var stations = Table("stations.csv", new TableShape([Station, Group], [Station, Group]));
        var linmas = Table("linmas.csv", new TableShape([Home, Station, Count], [Home, Station, Count]));
        var officers = Table("officers.csv", new TableShape([Home, Group, Count, Kind], [Home, Group, Count]));
        var shortages = Table("shortages.csv", new TableShape([Kind, Code, Missing], [Kind, Code, Missing]));
        var summary = PlanSummary.Read(Path.Combine(folder, "summary.json"), report);
        if (report.Count > before) return null;
        var groupOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in stations)
        {
            if (!groupOf.TryAdd(row.Text(Station), row.Text(Group)))
                row.Refuse(Station, "each station once");
        }

        var plan = new WrittenPlan(
            folder, groupOf,
            [.. linmas.Select(r => new WrittenPosting(Bko: false, r.Text(Home), r.Text(Station), People(r, Count)))],
            [.. officers.Select(r => new WrittenPosting(r.Text(Kind) == "bko", r.Text(Home), r.Text(Group), People(r, Count)))],
            shortages.GroupBy(r => (r.Text(Kind), r.Text(Code))).ToDictionary(s => s.Key, s => s.Sum(r => People(r, Missing))),
            summary!);
        return report.Count == before ? plan : null;

        ImmutableArray<TableRow> Table(string name, TableShape shape)
        {
            var path = Path.Combine(folder, name);
            // A table of nobody has no rows.
            if (File.Exists(path) && !File.ReadLines(path).Skip(1).Any()) return [];
            return TableFile.Read(path, shape, report)?.Rows ?? [];
        }
    }

    /// <summary>The plan by the indices of what is to be planned now.</summary>
    public EarlierPlan In(GuardPlanInput input)
    {
        var (territory, roster) = (input.Territory, input.Roster);
        var groups = GroupOf.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((g, i) => (g, i))
            .ToDictionary(g => g.g, g => g.i, StringComparer.Ordinal);
        var linmas = Homes(roster?.Forces.Linmas ?? [], h => roster!.CodeOf(h.Level, h.Index, territory));
        var police = Homes(roster?.Forces.Police ?? [], h => roster!.CodeOf(h.Level, h.Index, territory, police: true));
        var bko = Homes(roster?.Forces.Bko ?? [], h => roster!.CodeOf(h.Level, h.Index, territory, police: true, bko: true));
        return new EarlierPlan(
            [.. territory.Stations.Select(s => GroupOf.TryGetValue(s.Code, out var group) ? groups[group] : -1)],
            [
                .. Linmas.Select(p => (p, Home: linmas.GetValueOrDefault(p.Home, (HomeLevel.Village, -1))))
                    .Select(p => new LinmasPosting(p.Home.Item1, p.Home.Item2, territory.FindStation(p.p.Place) ?? -1, p.p.Count)),
            ],
            [
                .. Officers.Select(p => (p, Home: (p.Bko ? bko : police).GetValueOrDefault(p.Home, (HomeLevel.Kecamatan, -1))))
                    .Select(p => new OfficerPosting(p.p.Bko, p.Home.Item1, p.Home.Item2, groups.GetValueOrDefault(p.p.Place, -1), p.p.Count)),
            ]);
    }

    private static Dictionary<string, (HomeLevel, int)> Homes(ImmutableArray<ForceHome> homes, Func<ForceHome, string> code) =>
        homes.GroupBy(code, StringComparer.Ordinal).ToDictionary(h => h.Key, h => (h.First().Level, h.First().Index), StringComparer.Ordinal);

    private static int People(TableRow row, TableColumn column) => row.RequiredCount(column, 0, "a number of persons") ?? 0;
}
