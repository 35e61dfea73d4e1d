using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Reads a list of villages: a code each, and where known kecamatan, kind, name and centre.</summary>
public static class VillageImport
{
    private static readonly TableColumn Code = new(
        "village_code", "kode_kemendagri", "kode_desa", "kode_kelurahan", "kode_desa_kelurahan", "kode_wilayah", "kdepum", "kode", "code");

    private static readonly TableColumn KecamatanCode = new("kecamatan_code", "kode_kecamatan", "kode_kec", "kdcpum");
    private static readonly TableColumn KabupatenCode = new("kabupaten_code", "kode_kabupaten", "kode_kab", "kode_kabupaten_kota", "kdpkab");
    private static readonly TableColumn KecamatanName = new("kecamatan", "kecamatan_name", "nama_kecamatan", "kec", "wadmkc");
    private static readonly TableColumn Kind = new("kind", "jenis", "jenis_desa", "tipe", "type");
    private static readonly TableColumn Name = new(
        "name", "nama", "village_name", "nama_desa", "nama_kelurahan", "nama_desa_kelurahan", "desa_kelurahan", "desa", "kelurahan", "village", "wadmkd", "namobj");

    /// <summary>The columns that such a list may have.</summary>
    internal static TableShape Shape { get; } = new(
        [Code, KecamatanCode, KabupatenCode, KecamatanName, Kind, Name, RowFields.Lat, RowFields.Lng], [Code]);

    /// <summary>The list, or null after a finding about the file.</summary>
    public static ImportedTable<ParsedVillage>? Open(Stream content, Action<RowFinding> found, ColumnChoice? chosen = null)
    {
        if (TableReader.Open(content, Shape.With(chosen), found) is not { } table) return null;
        if (table.Columns.Ignored.FirstOrDefault(StationImport.NamesStations) is { } stations)
        {
            found(new RowFinding(null, stations, null, ImportFindings.ListsStations));
            table.Dispose();
            return null;
        }

        var first = new FirstRows();
        return new ImportedTable<ParsedVillage>(table, () => Parse(table, first));
    }

    private static ParsedVillage? Parse(TableReader table, FirstRows first)
    {
        var cell = table[Code];
        if (CodeText.Village(cell) is not { } code)
        {
            table.Found(Code, cell.Kind == CellKind.Date ? ImportFindings.CodeIsDate : ImportFindings.NotVillageCode);
            return null;
        }

        var sound = first.Add(table, Code, code);
        sound &= Agrees(table, KecamatanCode, CodeText.Kecamatan(table[KecamatanCode]), AreaCode.KecamatanOf(code), code);
        sound &= Agrees(table, KabupatenCode, CodeText.Kabupaten(table[KabupatenCode]), AreaCode.KabupatenOf(code), code);
        sound &= KindAgrees(table, code);
        sound &= RowFields.Text(table, Name, out var name);
        sound &= RowFields.Text(table, KecamatanName, out var kecamatan);
        sound &= RowFields.Position(table, out var latitude, out var longitude);
        return sound ? new ParsedVillage(table.Row, code, name, AreaCode.KindOf(code), kecamatan, latitude, longitude) : null;
    }

    /// <summary>Whether a column that repeats a part of the code is blank or says the same.</summary>
    internal static bool Agrees(TableReader table, TableColumn column, string? said, string expected, string code)
    {
        if (table[column].IsBlank || said == expected) return true;
        table.Found(column, ImportFindings.ContradictsCode, code, expected);
        return false;
    }

    // Local words for a desa (kampung, nagari, gampong, pekon) are many; only the three of the code can contradict it.
    private static bool KindAgrees(TableReader table, string code)
    {
        VillageKind? said = TableColumns.Key(table[Kind].Text) switch
        {
            "desa" => VillageKind.Desa,
            "kelurahan" => VillageKind.Kelurahan,
            "desaadat" => VillageKind.DesaAdat,
            _ => null,
        };
        if (said is null || said == AreaCode.KindOf(code)) return true;
        table.Found(Kind, ImportFindings.KindContradictsCode, code);
        return false;
    }
}
