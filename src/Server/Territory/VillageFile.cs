using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>The villages as read, with the kecamatan and kabupaten that their codes name.</summary>
internal sealed record VillageList(
    ImmutableArray<Village> Villages,
    ImmutableArray<(string Code, string? Name)> Kecamatan,
    ImmutableArray<string> Kabupaten)
{
    private readonly FrozenDictionary<string, int> _byCode = Villages
        .Select((v, i) => KeyValuePair.Create(v.Code, i)).ToFrozenDictionary(StringComparer.Ordinal);

    public int? Find(string code) => _byCode.TryGetValue(code, out var village) ? village : null;

    public int KabupatenOf(string code) => Kabupaten.BinarySearch(AreaCode.KabupatenOf(code), StringComparer.Ordinal);
}

/// <summary>Reads the villages file: a code each, and where known kecamatan, kind, name and centroid.</summary>
internal static class VillageFile
{
    private static readonly TableColumn Code = new("village_code", "kode_kemendagri", "kode_desa", "kode");
    private static readonly TableColumn KecamatanCode = new("kecamatan_code", "kode_kecamatan");
    private static readonly TableColumn KecamatanName = new("kecamatan", "kecamatan_name", "nama_kecamatan");
    private static readonly TableColumn Kind = new("kind", "jenis");
    private static readonly TableColumn Name = new("name", "nama", "desa", "nama_desa", "village", "village_name");

    private static readonly string[] OfStations = ["tps_code", "kode_tps", "station_code"];

    private static readonly TableShape Shape = new(
        [Code, KecamatanCode, KecamatanName, Kind, Name, Coordinates.Lat, Coordinates.Lng], [Code]);

    public static VillageList? Read(string path, InputReport report)
    {
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        if (table.Headers.Intersect(OfStations, StringComparer.Ordinal).Any())
        {
            report.Add(new UnusableFile(path, "has a column tps_code, so it lists stations; expected one row a village."));
            return null;
        }

        var before = report.Count;
        var rows = new SortedDictionary<string, (TableRow Row, Village Village)>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var code = row.Text(Code);
            if (!AreaCode.IsVillage(code))
                row.Refuse(Code, AreaCode.VillageExample);
            else if (rows.TryGetValue(code, out var first))
                report.Add(new Duplicate(path, row.Line, Code.Name, code, first.Row.Line));
            else
                rows[code] = (row, new Village(code, NullIfBlank(row.Text(Name)), 0, Coordinates.Read(row, required: false)));
            if (AreaCode.IsVillage(code)) CheckAgreement(row, code, report);
        }

        if (report.Count > before) return null;
        var kecamatan = rows.GroupBy(r => AreaCode.KecamatanOf(r.Key), StringComparer.Ordinal)
            .Select(g => (g.Key, g.Select(r => NullIfBlank(r.Value.Row.Text(KecamatanName))).FirstOrDefault(n => n is not null)))
            .ToImmutableArray();
        var places = kecamatan.Select((k, i) => KeyValuePair.Create(k.Key, i)).ToFrozenDictionary(StringComparer.Ordinal);
        return new VillageList(
            [.. rows.Values.Select(r => r.Village with { Kecamatan = places[AreaCode.KecamatanOf(r.Village.Code)] })],
            kecamatan,
            [.. kecamatan.Select(k => AreaCode.KabupatenOf(k.Key)).Distinct(StringComparer.Ordinal)]);
    }

    private static void CheckAgreement(TableRow row, string code, InputReport report)
    {
        var kecamatan = row.Text(KecamatanCode);
        if (kecamatan.Length > 0 && kecamatan != AreaCode.KecamatanOf(code))
            report.Add(new Contradiction(row.Table.Name, row.Line, KecamatanCode.Name, kecamatan, $"village code {code}"));

        // Local words for a desa (kampung, nagari, gampong, pekon) are many; only the three of the code can contradict it.
        var kind = row.Text(Kind);
        VillageKind? said = kind.ToLowerInvariant().Replace('_', ' ') switch
        {
            "desa" => VillageKind.Desa,
            "kelurahan" => VillageKind.Kelurahan,
            "desa adat" => VillageKind.DesaAdat,
            _ => null,
        };
        if (said is not null && said != AreaCode.KindOf(code))
            report.Add(new Contradiction(row.Table.Name, row.Line, Kind.Name, kind,
                $"village code {code}, whose fourth part begins 1 for kelurahan, 2 for desa, 3 for desa adat"));
    }

    private static string? NullIfBlank(string text) => text.Length == 0 ? null : text;
}
