using System.Globalization;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import.Holders;

/// <summary>What the rows of a list of offices may name.</summary>
internal sealed record KnownPlaces(HashSet<string> Areas, ILookup<string, Guid> Commands, IReadOnlyDictionary<string, string> Pillars);

/// <summary>Reads a list of offices and who holds them. The administrator's is never given by a file, and NIKs are not read.</summary>
internal static class HolderImport
{
    private static readonly TableColumn Agency = new("agency", "instansi", "nama_instansi", "organisasi");
    private static readonly TableColumn Pillar = new("pillar", "pilar");
    private static readonly TableColumn Title = new("title", "jabatan", "nama_jabatan", "office", "position");
    private static readonly TableColumn Role = new("role", "peran");
    private static readonly TableColumn Level = new("level", "tingkat");
    private static readonly TableColumn Area = new("area_code", "kode_wilayah", "kode", "code");
    private static readonly TableColumn Command = new("command", "satuan", "komando", "yurisdiksi", "kesatuan", "jurisdiction");
    private static readonly TableColumn Holder = new("holder", "pejabat", "nama_pejabat", "nama", "name");
    private static readonly TableColumn Rank = new("rank", "pangkat");
    private static readonly TableColumn Holding = new("holding", "status", "status_jabatan");
    private static readonly TableColumn From = new("from", "mulai", "sejak", "tmt");
    private static readonly TableColumn To = new("to", "sampai", "hingga", "until");
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d MMMM yyyy", "d.M.yyyy"];
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    /// <summary>The columns that such a list may have.</summary>
    public static TableShape Shape { get; } = new(
        [Agency, Pillar, Title, Role, Level, Area, Command, Holder, Rank, Holding, From, To], [Agency, Title, Role]);

    public static ImportedTable<ImportedOffice>? Open(Stream content, KnownPlaces known, Action<RowFinding> found, ColumnChoice? chosen)
    {
        if (TableReader.Open(content, Shape.With(chosen), found) is not { } table) return null;
        var first = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return new ImportedTable<ImportedOffice>(table, () => Parse(table, known, first));
    }

    private static ImportedOffice? Parse(TableReader table, KnownPlaces known, Dictionary<string, int> first)
    {
        var sound = Text(table, Agency, 200, needed: true, out var agency);
        sound &= Text(table, Title, 120, needed: true, out var title);
        sound &= Text(table, Holder, 120, needed: false, out var holder);
        sound &= Text(table, Rank, 60, needed: false, out var rank);
        sound &= ReadRole(table, out var role);
        sound &= ReadHolding(table, out var kind);
        sound &= Day(table, From, out var from);
        sound &= Day(table, To, out var to);
        sound &= ReadArea(table, known, out var area);
        sound &= ReadCommand(table, known, area, out var command);
        sound &= ReadLevel(table, area, out var level);
        if (to < from)
        {
            table.Found(To, ImportFindings.EndsBeforeItBegins);
            sound = false;
        }

        string? pillar = null;
        if (!table[Pillar].IsBlank && !known.Pillars.TryGetValue(table[Pillar].Text, out pillar)) table.Found(Pillar, ImportFindings.UnknownPillar);
        if (!sound) return null;
        var key = string.Create(CultureInfo.InvariantCulture, $"{agency}\t{title}\t{area}\t{command}\t{holder}\t{from:yyyy-MM-dd}");
        if (first.TryAdd(key, table.Row))
            return new ImportedOffice(table.Row, agency!, pillar, title!, role, level, area, command, holder, rank, kind, from, to);
        table.Found(Title, ImportFindings.RepeatedOffice, first[key].ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private static bool Text(TableReader table, TableColumn column, int most, bool needed, out string? text)
    {
        text = string.Join(' ', table[column].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Count(char.IsAsciiDigit) >= 16)
        {
            table.Found(column, ImportFindings.IdentityInCell);
            text = "";
        }

        if (text.Length > most || (needed && text.Length == 0))
        {
            table.Found(column, text.Length == 0 ? ImportFindings.TextNeeded : ImportFindings.TooLong,
                text.Length.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        if (text.Length == 0) text = null;
        return true;
    }

    private static bool ReadRole(TableReader table, out OfficeRole role)
    {
        OfficeRole? said = TableColumns.Key(table[Role].Text) switch
        {
            "desk" or "pemda" or "pemkab" or "kesbangpol" => OfficeRole.Desk,
            "polri" or "polisi" or "police" => OfficeRole.Polri,
            "tni" or "army" => OfficeRole.Tni,
            "kpu" => OfficeRole.Kpu,
            "bawaslu" => OfficeRole.Bawaslu,
            "camat" => OfficeRole.Camat,
            "kades" or "kepaladesa" or "lurah" or "kadeslurah" or "villagehead" => OfficeRole.VillageHead,
            "pembaca" or "reader" => OfficeRole.Reader,
            _ => null,
        };
        role = said ?? OfficeRole.Reader;
        if (said is not null) return true;
        var isAdministrator = TableColumns.Key(table[Role].Text) is "administrator" or "admin" or "pengelola";
        table.Found(Role, isAdministrator ? ImportFindings.NoAdministrator : ImportFindings.UnknownRole);
        return false;
    }

    private static bool ReadHolding(TableReader table, out HoldingKind kind)
    {
        HoldingKind? said = TableColumns.Key(table[Holding].Text) switch
        {
            "" or "definitif" or "definitive" or "tetap" => HoldingKind.Definitif,
            "pj" or "penjabat" => HoldingKind.Pj,
            "pjs" or "penjabatsementara" => HoldingKind.Pjs,
            "plt" or "pelaksanatugas" => HoldingKind.Plt,
            "plh" or "pelaksanaharian" => HoldingKind.Plh,
            _ => null,
        };
        kind = said ?? HoldingKind.Definitif;
        if (said is null) table.Found(Holding, ImportFindings.UnknownHolding);
        return said is not null;
    }

    private static bool Day(TableReader table, TableColumn column, out DateOnly? day)
    {
        day = null;
        var text = table[column].Text;
        if (text.Length == 0) return true;
        if (DateOnly.TryParseExact(text, Days, Indonesian, DateTimeStyles.None, out var read)
            || DateOnly.TryParseExact(text.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out read))
        {
            day = read;
            if (read.Year is >= 1945 and <= 2100) return true;
        }

        table.Found(column, ImportFindings.NotADay);
        return false;
    }

    private static bool ReadArea(TableReader table, KnownPlaces known, out string? area)
    {
        area = null;
        var cell = table[Area];
        if (cell.IsBlank) return true;
        area = CodeText.Area(cell);
        if (area is not null && known.Areas.Contains(area)) return true;
        table.Found(Area, ImportFindings.UnknownAreaCode);
        return false;
    }

    private static bool ReadCommand(TableReader table, KnownPlaces known, string? area, out Guid? command)
    {
        command = null;
        var name = table[Command].Text;
        if (name.Length == 0) return true;
        var found = known.Commands[TableColumns.Key(name)].ToList();
        if (area is not null || found.Count == 0)
        {
            table.Found(Command, area is not null ? ImportFindings.AreaAndCommand : ImportFindings.UnknownCommand);
            return false;
        }

        if (found.Count > 1) table.Found(Command, ImportFindings.AmbiguousCommand, found.Count.ToString(CultureInfo.InvariantCulture));
        else command = found[0];
        return true;
    }

    private static bool ReadLevel(TableReader table, string? area, out OfficeLevel level)
    {
        OfficeLevel? said = TableColumns.Key(table[Level].Text) switch
        {
            "kabupaten" or "kota" or "kabupatenkota" or "regency" => OfficeLevel.Kabupaten,
            "kecamatan" or "district" => OfficeLevel.Kecamatan,
            "desa" or "kelurahan" or "desakelurahan" or "village" => OfficeLevel.Village,
            "" => area?.Length switch { 13 => OfficeLevel.Village, 8 => OfficeLevel.Kecamatan, _ => OfSector(table[Command].Text) },
            _ => null,
        };
        level = said ?? OfficeLevel.Kabupaten;
        if (said is null) table.Found(Level, ImportFindings.UnknownLevel);
        return said is not null;
    }

    private static OfficeLevel OfSector(string command) =>
        command.StartsWith("Polsek", StringComparison.OrdinalIgnoreCase) || command.StartsWith("Koramil", StringComparison.OrdinalIgnoreCase)
            ? OfficeLevel.Kecamatan : OfficeLevel.Kabupaten;
}
