using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>A station of the list, not yet placed.</summary>
internal readonly record struct ListedStation(string Code, int Village, bool Special);

/// <summary>Every station in the ordinal order of its code.</summary>
internal sealed record StationList(ImmutableArray<ListedStation> Stations)
{
    private readonly FrozenDictionary<string, int> _byCode = Stations
        .Select((s, i) => KeyValuePair.Create(s.Code, i)).ToFrozenDictionary(StringComparer.Ordinal);

    public int? Find(string code) => _byCode.TryGetValue(code, out var station) ? station : null;
}

/// <summary>
/// Reads the station list. A file of voters by station (DPT) serves too: without a station code the code is the
/// village's and the number in three digits.
/// </summary>
internal static class StationFile
{
    public static readonly TableColumn Code = new("tps_code", "kode_tps", "station_code");
    private static readonly TableColumn Village = new("village_code", "kode_desa", "kode_kemendagri");
    private static readonly TableColumn Number = new("number", "nomor", "no_tps", "nomor_tps");
    private static readonly TableColumn Kind = new("kind", "jenis");

    // Voters are not planned with; their known dirt in published files is told, not refused.
    private static readonly TableColumn Men = new("dpt_l");
    private static readonly TableColumn Women = new("dpt_p");
    private static readonly TableColumn Voters = new("dpt");
    private static readonly TableColumn Voted = new("pengguna", "pengguna_hak_pilih");

    private static readonly string[] Doubts =
        ["blank", "zero", "negative", "whose men and women do not add up", "with more who voted than voters"];

    private static readonly TableShape Shape = new([Code, Village, Number, Kind, Men, Women, Voters, Voted], [Code], [Village, Number]);

    public static StationList? Read(string path, VillageList villages, InputReport report)
    {
        if (TableFile.Read(path, Shape, report) is not { } table) return null;
        var before = report.Count;
        var first = new Dictionary<string, int>(table.Rows.Length, StringComparer.Ordinal);
        var stations = new List<ListedStation>(table.Rows.Length);
        foreach (var row in table.Rows)
        {
            var code = table.Has(Code) ? GivenCode(row, report) : BuiltCode(row);
            var special = IsSpecial(row);
            if (code is null) continue;
            if (!first.TryAdd(code, row.Line))
                report.Add(new Duplicate(path, row.Line, Code.Name, code, first[code]));
            else if (villages.Find(AreaCode.VillageOf(code)) is { } village)
                stations.Add(new ListedStation(code, village, special));
            else
                report.Add(new UnknownCode(
                    path, row.Line, Village.Name, AreaCode.VillageOf(code), "village", "the villages file"));
        }

        if (report.Count > before) return null;
        WarnOfVoters(table, report);
        return new StationList([.. stations.OrderBy(s => s.Code, StringComparer.Ordinal)]);
    }

    private static string? GivenCode(TableRow row, InputReport report)
    {
        var code = row.Text(Code);
        if (!AreaCode.IsStation(code))
        {
            row.Refuse(Code, AreaCode.StationExample);
            return null;
        }

        var village = row.Text(Village);
        if (village.Length > 0 && village != AreaCode.VillageOf(code))
            report.Add(new Contradiction(row.Table.Name, row.Line, Village.Name, village, $"station code {code}"));
        if (row.Count(Number, 0, "the station's number") is { } number
            && number != AreaCode.NumberOf(code))
            report.Add(new Contradiction(row.Table.Name, row.Line, Number.Name, row.Text(Number), $"station code {code}"));
        return code;
    }

    private static string? BuiltCode(TableRow row)
    {
        var village = row.Text(Village);
        if (!AreaCode.IsVillage(village)) row.Refuse(Village, AreaCode.VillageExample);
        var number = row.RequiredCount(Number, 1, "the station's number from 1 to 999");
        if (number > 999) row.Refuse(Number, "the station's number from 1 to 999");
        return AreaCode.IsVillage(village) && number is <= 999
            ? string.Create(CultureInfo.InvariantCulture, $"{village}.{number:D3}")
            : null;
    }

    private static bool IsSpecial(TableRow row)
    {
        switch (row.Text(Kind).ToLowerInvariant())
        {
            case "" or "reguler" or "regular":
                return false;
            case "khusus" or "special":
                return true;
            default:
                row.Refuse(Kind, "reguler or khusus (regular, special)");
                return false;
        }
    }

    private static void WarnOfVoters(TableFile table, InputReport report)
    {
        if (!table.Has(Voters) && !(table.Has(Men) && table.Has(Women))) return;
        var kinds = table.Rows.Select(DoubtOfVoters).OfType<string>().CountBy(d => d).ToDictionary();
        var rows = kinds.Values.Sum();
        if (rows == 0) return;
        var told = Doubts.Where(kinds.ContainsKey).Select(d => string.Create(CultureInfo.InvariantCulture, $"{kinds[d]} {d}"));
        report.Warn(string.Create(CultureInfo.InvariantCulture,
            $"{table.Name}: voters are not planned with, but look wrong in {rows} row{(rows == 1 ? "" : "s")}: {string.Join(", ", told)}."));
    }

    /// <summary>The first thing that looks wrong in a row's numbers of voters, or null.</summary>
    private static string? DoubtOfVoters(TableRow row)
    {
        var (men, women, given, voted) = (Of(Men), Of(Women), Of(Voters), Of(Voted));
        var voters = given ?? men + women;
        return voters is null ? Doubts[0]
            : men < 0 || women < 0 || voters < 0 || voted < 0 ? Doubts[2]
            : voters == 0 ? Doubts[1]
            : men + women != voters ? Doubts[3]
            : voted > voters ? Doubts[4]
            : null;

        int? Of(TableColumn column) =>
            int.TryParse(row.Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
