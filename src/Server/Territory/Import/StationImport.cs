using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Import;

/// <summary>Reads a list of polling stations, by their codes or by village and number.</summary>
public static class StationImport
{
    internal static readonly TableColumn Code = new("tps_code", "kode_tps", "station_code");
    internal static readonly TableColumn Village = new(
        "village_code", "kode_desa", "kode_kelurahan", "kode_desa_kelurahan", "kode_kemendagri", "kode_wilayah", "kode");

    internal static readonly TableColumn Number = new("number", "nomor", "no_tps", "nomor_tps", "tps_number", "station_number", "tps");
    private static readonly TableColumn Kind = new("kind", "jenis", "jenis_tps", "tps_kind", "station_kind", "tipe", "type");
    private static readonly TableColumn State = new("state", "status", "status_tps", "keadaan");
    private static readonly TableColumn Place = new(
        "place", "address", "alamat", "alamat_tps", "lokasi", "lokasi_tps", "tempat", "nama_tempat");

    /// <summary>The list, or null after a finding about the file.</summary>
    public static ImportedTable<ParsedStation>? Open(Stream content, Action<RowFinding> found, ColumnChoice? chosen = null)
    {
        if (TableReader.Open(content, Shape.With(chosen), found) is not { } table) return null;
        var first = new FirstRows();
        return new ImportedTable<ParsedStation>(table, () => Parse(table, first));
    }

    /// <summary>The columns that such a list may have.</summary>
    internal static TableShape Shape { get; } = new(
        [Code, Village, Number, Kind, State, Place, RowFields.Lat, RowFields.Lng], [Code], [Village, Number]);

    internal static bool NamesStations(string header) =>
        Code.Names.Any(n => TableColumns.Key(n) == TableColumns.Key(header));

    private static ParsedStation? Parse(TableReader table, FirstRows first)
    {
        if (CodeOf(table) is not { } code) return null;
        var sound = first.Add(table, table.Has(Code) ? Code : Number, code);
        sound &= IsSpecial(table, code, out var special);
        sound &= ReadState(table, out var state);
        sound &= RowFields.Text(table, Place, out var place);
        sound &= RowFields.Position(table, out var latitude, out var longitude);
        return sound ? new ParsedStation(table.Row, code, special, state, place, latitude, longitude) : null;
    }

    /// <summary>The station's code, given or built; null after telling what is wrong with it.</summary>
    internal static string? CodeOf(TableReader table) => table.Has(Code) ? GivenCode(table) : BuiltCode(table);

    private static string? GivenCode(TableReader table)
    {
        var cell = table[Code];
        if (CodeText.Station(cell) is not { } code || AreaCode.NumberOf(code) == 0)
        {
            table.Found(Code, cell.Kind == CellKind.Date ? ImportFindings.CodeIsDate : ImportFindings.NotStationCode);
            return null;
        }

        var number = AreaCode.NumberOf(code);
        var sound = VillageImport.Agrees(table, Village, CodeText.Village(table[Village]), AreaCode.VillageOf(code), code);
        if (!table[Number].IsBlank && NumberOf(table[Number]) != number)
        {
            table.Found(Number, ImportFindings.ContradictsCode, code, number.ToString(CultureInfo.InvariantCulture));
            sound = false;
        }

        return sound ? code : null;
    }

    private static string? BuiltCode(TableReader table)
    {
        var village = CodeText.Village(table[Village]);
        if (village is null)
            table.Found(Village, table[Village].Kind == CellKind.Date ? ImportFindings.CodeIsDate : ImportFindings.NotVillageCode);
        var number = NumberOf(table[Number]);
        if (number is not (>= 1 and <= 999))
        {
            table.Found(Number, ImportFindings.NotStationNumber);
            return null;
        }

        return village is null ? null : string.Create(CultureInfo.InvariantCulture, $"{village}.{number:D3}");
    }

    // Many lists write the number as it is spoken: TPS 01.
    private static int? NumberOf(TableCell cell) =>
        cell.Text.StartsWith("TPS", StringComparison.OrdinalIgnoreCase)
            ? new TableCell(cell.Text[3..].Trim(' ', '.', '-', '_')).Count()
            : cell.Count();

    private static bool IsSpecial(TableReader table, string code, out bool? special)
    {
        var from901 = AreaCode.NumberOf(code) > 900;
        special = null;
        switch (TableColumns.Key(table[Kind].Text))
        {
            case "":
                if (!from901) return true;
                special = true;
                table.Found(Kind, ImportFindings.SpecialByNumber, code);
                return true;
            case "reguler" or "regular" or "tpsreguler" or "biasa" or "umum":
                special = false;
                if (from901) table.Found(Kind, ImportFindings.RegularFrom901, code);
                return true;
            case "khusus" or "special" or "tpskhusus" or "lokasikhusus" or "tpslokasikhusus" or "loksus":
                special = true;
                return true;
            default:
                table.Found(Kind, ImportFindings.UnknownStationKind);
                return false;
        }
    }

    private static bool ReadState(TableReader table, out StationState? state)
    {
        state = TableColumns.Key(table[State].Text) switch
        {
            "direncanakan" or "rencana" or "planned" => StationState.Planned,
            "disurvei" or "survei" or "sudahdisurvei" or "surveyed" => StationState.Surveyed,
            "dipindah" or "dipindahkan" or "pindah" or "moved" => StationState.Moved,
            "digabung" or "digabungkan" or "gabung" or "merged" => StationState.Merged,
            _ => null,
        };
        if (state is not null || table[State].IsBlank) return true;
        table.Found(State, ImportFindings.UnknownState);
        return false;
    }
}
