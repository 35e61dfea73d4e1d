using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk.Flags;

/// <summary>
/// Flags as a file, in two shapes: one row for each station and indicator, or one for each station with a column for each
/// indicator, marked. It goes out in the second, so that it can be filled in.
/// </summary>
internal static class FlagFile
{
    private static readonly ResourceManager Texts = new(typeof(RiskText));
    private static readonly TableColumn Station = new("kode_tps", "tps_code", "station_code");
    private static readonly TableColumn Named = new("indikator", "indicator", "tanda");

    // What stands beside a code for people to read.
    private static readonly HashSet<string> Beside = new(
        ["no", "nomor", "provinsi", "kabupaten", "kabupatenkota", "kecamatan", "desa", "kelurahan", "desakelurahan", "tps", "notps", "nomortps", "keterangan", "catatan", "alamat", "jumlah", "jumlahtanda"], StringComparer.Ordinal);

    private static readonly FindingKind UnknownStation = new("FlagWrongStation", Severity.Refused, Texts);
    private static readonly FindingKind UnknownIndicator = new("FlagWrongIndicator", Severity.Refused, Texts);
    private static readonly FindingKind UnknownColumn = new("FlagWrongColumn", Severity.Refused, Texts);
    private static readonly FindingKind UnknownMark = new("FlagWrongMark", Severity.Refused, Texts);
    private static readonly FindingKind Twice = new("WrongTwice", Severity.Refused, Texts);

    /// <summary>What each row flags, by the keys of its indicators. In the second shape a row without a mark says that there is none.</summary>
    public static SentTable<FlagRow> Read(IFormFile file, IndicatorSet set, IReadOnlySet<string> stations)
    {
        var marks = set.Indicators.Select(i => (i.Key, Column: new TableColumn(i.Key, i.Names.Indonesian, i.Names.English))).ToList();
        var shape = new TableShape([Station, Named, .. marks.Select(m => m.Column)], [[Station, Named], .. marks.Select(m => ImmutableArray.Create(Station, m.Column))]);
        var byName = set.Indicators.SelectMany(i => ((string[])[i.Key, i.Names.Indonesian, i.Names.English]).Select(n => (Name: TableColumns.Key(n), i.Key)))
            .DistinctBy(n => n.Name, StringComparer.Ordinal).ToDictionary(n => n.Name, n => n.Key, StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        List<RowFinding>? headings = null;
        var read = SentTable.Read(file, shape, row =>
        {
            // A column whose name is misspelt must not lose its marks without a word.
            headings ??= row.Has(Named) ? [] : [.. row.Columns.Ignored.Where(h => !Beside.Contains(TableColumns.Key(h))).Select(h => new RowFinding(row.Columns.Row, h, null, UnknownColumn))];
            return row.Has(Named) ? One(row, stations, byName, rows) : Several(row, stations, marks, rows);
        });
        return headings is not { Count: > 0 } ? read
            : new SentTable<FlagRow>([], [.. headings.Concat(read.Findings).Take(SentTable.Shown)], read.Count + headings.Count);
    }

    /// <summary>The stations with their marks: what was sent, or to be filled in.</summary>
    public static Sheet Of(IEnumerable<string> stations, IReadOnlyDictionary<string, ImmutableArray<string>> flags, IndicatorSet set, IReadOnlyDictionary<string, string> names) => new(
        "Tanda per TPS",
        [new("Kode TPS", 20), new("Kecamatan", 20), new("Desa", 22), new("TPS", 7), .. set.Indicators.Select(i => new SheetColumn(i.Names.Indonesian, 22))],
        stations.Select(code => (object?[])
        [
            code, names.GetValueOrDefault(AreaCode.KecamatanOf(code)), names.GetValueOrDefault(AreaCode.VillageOf(code)), AreaCode.NumberOf(code),
            .. set.Indicators.Select(i => flags.TryGetValue(code, out var own) && own.Contains(i.Key, StringComparer.Ordinal) ? (object)1 : null),
        ]));

    private static FlagRow? One(TableReader row, IReadOnlySet<string> stations, Dictionary<string, string> byName, Dictionary<string, int> rows)
    {
        var (code, sound) = (row[Station].Text, true);
        if (!byName.TryGetValue(TableColumns.Key(row[Named].Text), out var key)) Wrong(row, Named, UnknownIndicator, ref sound);
        if (!stations.Contains(code)) Wrong(row, Station, UnknownStation, ref sound);
        else if (key is not null && !rows.TryAdd($"{code} {key}", row.Row)) Wrong(row, Station, Twice, ref sound, rows[$"{code} {key}"].ToString(CultureInfo.InvariantCulture));
        return sound ? new FlagRow(code, [key!]) : null;
    }

    private static FlagRow? Several(TableReader row, IReadOnlySet<string> stations, List<(string Key, TableColumn Column)> marks, Dictionary<string, int> rows)
    {
        var (code, sound, keys) = (row[Station].Text, true, new List<string>());
        if (!stations.Contains(code)) Wrong(row, Station, UnknownStation, ref sound);
        else if (!rows.TryAdd(code, row.Row)) Wrong(row, Station, Twice, ref sound, rows[code].ToString(CultureInfo.InvariantCulture));
        foreach (var (key, column) in marks)
        {
            if (Marked(row[column].Text) is not { } marked) Wrong(row, column, UnknownMark, ref sound);
            else if (marked) keys.Add(key);
        }

        return sound ? new FlagRow(code, [.. keys]) : null;
    }

    private static bool? Marked(string text) => text.ToLowerInvariant() switch
    {
        "1" or "x" or "v" or "✓" or "√" or "y" or "ya" or "ada" or "yes" or "true" => true,
        "" or "0" or "-" or "–" or "t" or "tidak" or "tidak ada" or "no" or "false" => false,
        _ => null,
    };

    private static void Wrong(TableReader row, TableColumn column, FindingKind kind, ref bool sound, params ImmutableArray<string> arguments)
    {
        row.Found(column, kind, arguments);
        sound = false;
    }
}

/// <summary>A station of the file with what it is flagged for.</summary>
internal sealed record FlagRow(string Station, ImmutableArray<string> Keys);
