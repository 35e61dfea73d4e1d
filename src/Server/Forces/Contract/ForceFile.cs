using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces.Contract;

/// <summary>
/// Reads strengths. Linmas are counted at a village, or as a pool at a kecamatan or kabupaten whose men may stand
/// anywhere inside. Police and BKO are counted at a kecamatan (its Polsek), a village (for its kecamatan), or a
/// jurisdiction; at a kabupaten only where that is one jurisdiction.
/// </summary>
public static class ForceFile
{
    private static readonly TableColumn Kind = new("kind", "jenis");
    private static readonly TableColumn Home = new("home_code", "kode_asal", "kode_wilayah");
    private static readonly TableColumn Count = new("count", "jumlah");
    private static readonly TableShape Shape = new([Kind, Home, Count], [Kind, Home, Count]);

    // Sixty times the country's Linmas; low enough that no sum overflows.
    private const int MostPersons = 100_000_000;

    private enum ForceKind
    {
        Linmas,
        Police,
        Bko,
    }

    /// <summary>The strengths, or null after problems.</summary>
    public static ForceRoster? Read(string path, TerritoryMap territory, InputReport report)
    {
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var lines = new Dictionary<(ForceKind, string), int>();
        var total = 0L;
        var counts = new SortedDictionary<(ForceKind Kind, HomeLevel Level, int Index), int>();
        var kabupatenGiven = new Dictionary<(bool Bko, int Jurisdiction), string>();
        foreach (var row in table.Rows)
        {
            var kind = KindOf(row);
            var count = row.RequiredCount(Count, 0, "a number of persons");
            var code = row.RequiredText(Home, "a village, kecamatan, kabupaten or jurisdiction code");
            if (kind is not { } force || code is null || HomeOf(row, force, code, territory) is not { } home) continue;

            // Without a jurisdictions file a Polres goes by its kabupaten's code; with one, both may name the same men.
            var identity = home.Level == HomeLevel.Jurisdiction ? territory.Jurisdictions[home.Index] : code;
            if (!lines.TryAdd((force, identity), row.Line))
            {
                report.Add(new Duplicate(path, row.Line, Home.Name, code, lines[(force, identity)]));
                continue;
            }

            if (home.Level == HomeLevel.Jurisdiction && identity != code)
                kabupatenGiven[(force == ForceKind.Bko, home.Index)] = code;
            var key = (force, home.Level, home.Index);
            total += count.GetValueOrDefault();
            if (total <= MostPersons) counts[key] = counts.GetValueOrDefault(key) + count.GetValueOrDefault();
        }

        if (total > MostPersons) report.Add(new TooManyPersons(path, total, MostPersons));

        if (report.Count > before) return null;
        return new ForceRoster(
            new GuardForces(Of(ForceKind.Linmas), Of(ForceKind.Police), Of(ForceKind.Bko)),
            kabupatenGiven.ToFrozenDictionary());

        ImmutableArray<ForceHome> Of(ForceKind kind) =>
            [.. counts.Where(c => c.Key.Kind == kind).Select(c => new ForceHome(c.Key.Level, c.Key.Index, c.Value))];
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

    private static (HomeLevel Level, int Index)? HomeOf(TableRow row, ForceKind kind, string code, TerritoryMap territory)
    {
        var report = row.Table.Report;
        var police = kind != ForceKind.Linmas;
        if (territory.FindVillage(code) is { } village)
            return police ? (HomeLevel.Kecamatan, territory.Villages[village].Kecamatan) : (HomeLevel.Village, village);
        if (territory.FindKecamatan(code) is { } kecamatan) return (HomeLevel.Kecamatan, kecamatan);
        // A Polres may go by the code of a kabupaten that it shares with another: the name of a jurisdiction comes first.
        if (police && territory.FindJurisdiction(code) is { } named) return (HomeLevel.Jurisdiction, named);
        if (territory.FindKabupaten(code) is { } kabupaten)
            return police ? OnlyJurisdictionOf(row, code, kabupaten, territory) : (HomeLevel.Kabupaten, kabupaten);
        if (territory.FindJurisdiction(code) is not null)
        {
            report.Add(new LinmasOfJurisdiction(row.Table.Name, row.Line, code));
            return null;
        }

        report.Add(new UnknownCode(row.Table.Name, row.Line, Home.Name, code, "home",
            police ? "the areas of the villages file or the jurisdictions" : "the areas of the villages file"));
        return null;
    }

    private static (HomeLevel Level, int Index)? OnlyJurisdictionOf(
        TableRow row, string code, int kabupaten, TerritoryMap territory)
    {
        var inside = territory.Kecamatan
            .Where(k => k.Kabupaten == kabupaten).Select(k => k.Jurisdiction).Distinct().Order().ToList();
        if (inside.Count == 1) return (HomeLevel.Jurisdiction, inside[0]);
        row.Table.Report.Add(new KabupatenHasSeveralJurisdictions(
            row.Table.Name, row.Line, code, string.Join(", ", inside.Select(j => territory.Jurisdictions[j]))));
        return null;
    }
}
