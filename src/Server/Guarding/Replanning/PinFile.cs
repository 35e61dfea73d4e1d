using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Replanning;

/// <summary>Reads which stations stay together as they are given: those with one group's name are linked to one another.</summary>
internal static class PinFile
{
    private static readonly TableColumn Station = new("tps_code", "kode_tps");
    private static readonly TableColumn Group = new("group", "group_id", "kelompok");
    private static readonly TableShape Shape = new([Station, Group], [Station, Group]);

    /// <summary>The links, each with the row that asks for it; none without a file; null after problems.</summary>
    public static ImmutableArray<LinkRow>? Read(string? path, TerritoryMap territory, InputReport report)
    {
        if (path is null) return [];
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var seen = new Dictionary<int, int>();
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var links = ImmutableArray.CreateBuilder<LinkRow>();
        foreach (var row in table.Rows)
        {
            var group = row.RequiredText(Group, "the name of a group");
            var code = row.Text(Station);
            if (territory.FindStation(code) is not { } station)
                report.Add(new UnknownCode(path, row.Line, Station.Name, code, "station", "the stations file"));
            else if (!seen.TryAdd(station, row.Line))
                report.Add(new Duplicate(path, row.Line, Station.Name, code, seen[station]));
            else if (group is not null && !first.TryAdd(group, station))
                links.Add(new LinkRow(new StationLink(Math.Min(first[group], station), Math.Max(first[group], station), Together: true), path, row.Line));
        }

        return report.Count == before ? links.ToImmutable() : null;
    }
}
