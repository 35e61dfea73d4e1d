using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Territory;

/// <summary>Reads where stations really stand; these override the placing rule.</summary>
internal static class PositionFile
{
    private static readonly TableShape Shape = new(
        [StationFile.Code, Coordinates.Lat, Coordinates.Lng], [StationFile.Code, Coordinates.Lat, Coordinates.Lng]);

    /// <summary>Positions by station index; empty without a file; null after problems.</summary>
    public static Dictionary<int, GeoPoint>? Read(string? path, StationList stations, InputReport report)
    {
        var positions = new Dictionary<int, GeoPoint>();
        if (path is null) return positions;
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var lines = new Dictionary<int, int>();
        foreach (var row in table.Rows)
        {
            var code = row.Text(StationFile.Code);
            var point = Coordinates.Read(row, required: true);
            if (stations.Find(code) is not { } station)
                report.Add(new UnknownCode(path, row.Line, StationFile.Code.Name, code, "station", "the stations file"));
            else if (!lines.TryAdd(station, row.Line))
                report.Add(new Duplicate(path, row.Line, StationFile.Code.Name, code, lines[station]));
            else if (point is { } place)
                positions[station] = place;
        }

        return report.Count == before ? positions : null;
    }
}
