using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Contract;

/// <summary>
/// Reads the police's classes of stations. A station that the file leaves out is <i>kurang rawan</i>, a special one
/// <i>khusus</i>; what the file says stands above both, since a named officer signs it and no algorithm does.
/// </summary>
public static class StationClasses
{
    private static readonly TableColumn Station = new("tps_code", "kode_tps", "station_code");
    private static readonly TableColumn Class = new("class", "kelas", "kategori");
    private static readonly TableShape Shape = new([Station, Class], [Station, Class]);

    /// <summary>The classes by name as files write them.</summary>
    public const string Expected = "kurang_rawan, rawan, sangat_rawan or khusus";

    /// <summary>The class of every station by its index; defaults without a file; null after problems.</summary>
    public static ImmutableArray<StationClass>? Read(string? path, TerritoryMap territory, InputReport report)
    {
        var classes = territory.Stations
            .Select(s => s.Special ? StationClass.Khusus : StationClass.KurangRawan).ToArray();
        if (path is null) return [.. classes];
        if (TableFile.Read(path, Shape, report) is not { } table) return null;

        var before = report.Count;
        var lines = new Dictionary<int, int>();
        foreach (var row in table.Rows)
        {
            var code = row.Text(Station);
            var said = Parse(row.Text(Class));
            if (said is null) row.Refuse(Class, Expected);
            if (territory.FindStation(code) is not { } station)
                report.Add(new UnknownCode(path, row.Line, Station.Name, code, "station", "the stations file"));
            else if (!lines.TryAdd(station, row.Line))
                report.Add(new Duplicate(path, row.Line, Station.Name, code, lines[station]));
            else if (said is { } known)
                classes[station] = known;
        }

        return report.Count == before ? [.. classes] : null;
    }

    /// <summary>The class of every station by its index, as officers assessed them.</summary>
    public static ImmutableArray<StationClass> Of(IReadOnlyCollection<ClassInForce> assessed, TerritoryMap territory)
    {
        var known = assessed.ToDictionary(a => a.Code, a => a.Class, StringComparer.Ordinal);
        return [.. territory.Stations.Select(s => known.TryGetValue(s.Code, out var found) ? found : s.Special ? StationClass.Khusus : StationClass.KurangRawan)];
    }

    /// <summary>The class of a name such as "Sangat rawan"; null if it is none.</summary>
    public static StationClass? Parse(string text) =>
        text.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_') switch
        {
            "kurang_rawan" => StationClass.KurangRawan,
            "rawan" => StationClass.Rawan,
            "sangat_rawan" => StationClass.SangatRawan,
            "khusus" => StationClass.Khusus,
            _ => null,
        };

    /// <summary>The name that files carry.</summary>
    public static string CodeOf(StationClass stationClass) => stationClass switch
    {
        StationClass.KurangRawan => "kurang_rawan",
        StationClass.Rawan => "rawan",
        StationClass.SangatRawan => "sangat_rawan",
        StationClass.Khusus => "khusus",
        _ => throw new ArgumentOutOfRangeException(nameof(stationClass), stationClass, "not a class"),
    };
}
