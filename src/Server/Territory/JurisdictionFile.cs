using System.Collections.Frozen;
using System.Collections.Immutable;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>The police jurisdictions, and which of them each kecamatan is in.</summary>
internal sealed record JurisdictionList(ImmutableArray<string> Names, FrozenDictionary<string, int> OfKecamatan);

/// <summary>
/// Reads which Polres has which kecamatan. Two of them may share a kabupaten, as in Pasuruan. Without a file each
/// kabupaten is one jurisdiction, named by its code.
/// </summary>
internal static class JurisdictionFile
{
    private static readonly TableColumn Jurisdiction = new("jurisdiction", "yurisdiksi", "polres");
    private static readonly TableColumn KecamatanCode = new("kecamatan_code", "kode_kecamatan");
    private static readonly TableShape Shape = new([Jurisdiction, KecamatanCode], [Jurisdiction, KecamatanCode]);

    public static JurisdictionList? Read(string? path, VillageList villages, InputReport report)
    {
        if (path is null)
        {
            return new JurisdictionList(villages.Kabupaten, villages.Kecamatan.ToFrozenDictionary(
                k => k.Code, k => villages.KabupatenOf(k.Code), StringComparer.Ordinal));
        }

        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var known = villages.Kecamatan.Select(k => k.Code).ToHashSet(StringComparer.Ordinal);
        var rows = new Dictionary<string, (string Name, int Line)>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = row.RequiredText(Jurisdiction, "the code or name of a Polres");
            // A strength at such a code would be taken for the Polsek's there.
            if (name is not null && (AreaCode.IsKecamatan(name) || AreaCode.IsVillage(name)))
                row.Refuse(Jurisdiction, "the code or name of a Polres, not of a kecamatan or village");
            var kecamatan = row.Text(KecamatanCode);
            if (!AreaCode.IsKecamatan(kecamatan))
                row.Refuse(KecamatanCode, "a Kemendagri kecamatan code such as 35.08.01");
            else if (!known.Contains(kecamatan))
                report.Add(new UnknownCode(path, row.Line, KecamatanCode.Name, kecamatan, "kecamatan", "the villages file"));
            else if (name is not null && !rows.TryAdd(kecamatan, (name, row.Line)))
                report.Add(new Duplicate(path, row.Line, KecamatanCode.Name, kecamatan, rows[kecamatan].Line));
        }

        if (report.Count > before) return null;
        foreach (var missing in villages.Kecamatan.Where(k => !rows.ContainsKey(k.Code)))
            report.Add(new KecamatanWithoutJurisdiction(path, missing.Code));
        if (report.Count > before) return null;

        ImmutableArray<string> names =
            [.. rows.Values.Select(r => r.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new JurisdictionList(names, rows.ToFrozenDictionary(
            r => r.Key, r => names.BinarySearch(r.Value.Name, StringComparer.Ordinal), StringComparer.Ordinal));
    }
}
