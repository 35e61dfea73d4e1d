using System.Collections.Frozen;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Forces.Strength;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>Reads strengths from a file. What a home is, <see cref="ForceHomes"/> knows.</summary>
public static class ForceFile
{
    private static readonly TableColumn Kind = new("kind", "jenis");
    private static readonly TableColumn Home = new(ForceHomes.Column, "kode_asal", "kode_wilayah");
    private static readonly TableColumn Count = new("count", "jumlah");
    private static readonly TableShape Shape = new([Kind, Home, Count], [Kind, Home, Count]);

    /// <summary>The strengths, or null after problems.</summary>
    public static ForceRoster? Read(string path, TerritoryMap territory, InputReport report)
    {
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var homes = new ForceHomes(territory, report);
        var lines = new Dictionary<(ForceKind, string), int>();
        var counts = new ForceCounts();
        var kabupatenGiven = new Dictionary<(bool Bko, int Jurisdiction), string>();
        foreach (var row in table.Rows)
        {
            var kind = KindOf(row);
            var count = row.RequiredCount(Count, 0, "a number of persons");
            var code = row.RequiredText(Home, "a village, kecamatan, kabupaten or jurisdiction code");
            if (kind is not { } force || code is null || homes.Find(force, code, row.Table.Name, row.Line) is not { } home) continue;

            // Without a jurisdictions file a Polres goes by its kabupaten's code; with one, both may name the same men.
            var identity = home.Level == HomeLevel.Jurisdiction ? territory.Jurisdictions[home.Index] : code;
            if (!lines.TryAdd((force, identity), row.Line))
            {
                report.Add(new Duplicate(path, row.Line, Home.Name, code, lines[(force, identity)]));
                continue;
            }

            if (home.Level == HomeLevel.Jurisdiction && identity != code)
                kabupatenGiven[(force == ForceKind.Bko, home.Index)] = code;
            counts.Add(force, home, count.GetValueOrDefault());
        }

        counts.RefuseTooMany(path, report);
        return report.Count > before ? null : counts.ToRoster(kabupatenGiven.ToFrozenDictionary());
    }

    private static ForceKind? KindOf(TableRow row)
    {
        switch (row.Text(Kind).ToLowerInvariant())
        {
            case "linmas":
                return ForceKind.Linmas;
            case "police" or "polisi" or "polri":
                return ForceKind.Police;
            case "bko":
                return ForceKind.Bko;
            default:
                row.Refuse(Kind, "linmas, police or bko");
                return null;
        }
    }
}
