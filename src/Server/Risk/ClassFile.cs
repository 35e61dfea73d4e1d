using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Risk.Flags;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Risk;

/// <summary>A class as it is to be given; null where what the form says of all holds for it too.</summary>
internal sealed record WantedClass(StationClass Class, string? Reason = null, DateOnly? Until = null);

/// <summary>The list of classes as a file: it goes out with what holds today, and comes back filled in.</summary>
internal static class ClassFile
{
    private static readonly ResourceManager Texts = new(typeof(RiskText));
    private static readonly TableColumn Station = new("kode_tps", "tps_code", "station_code");
    private static readonly TableColumn Class = new("kelas", "class", "kategori");
    private static readonly TableColumn Until = new("berlaku_sampai", "sampai", "until");
    private static readonly TableColumn Reason = new("alasan", "reason");
    private static readonly TableShape Shape = new([Station, Class, Until, Reason], [Station, Class]);

    private static readonly FindingKind UnknownStation = new("WrongStation", Severity.Refused, Texts);
    private static readonly FindingKind UnknownClass = new("WrongClass", Severity.Refused, Texts);
    private static readonly FindingKind Twice = new("WrongTwice", Severity.Refused, Texts);
    private static readonly FindingKind WrongUntil = new("WrongUntil", Severity.Refused, Texts);
    private static readonly FindingKind LongReason = new("WrongReason", Severity.Refused, Texts);

    /// <summary>What the file wants of each station. A row without a class is passed over: nobody has judged it yet.</summary>
    public static SentTable<Listed> Read(IFormFile file, IEnumerable<StationCode> stations, DateOnly today)
    {
        var known = stations.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        return SentTable.Read(file, Shape, row =>
        {
            var (code, until, reason) = (row[Station].Text, row[Until], row[Reason].Text);
            if (row[Class].IsBlank && until.IsBlank && reason.Length == 0) return null;
            var sound = true;
            void Wrong(TableColumn column, FindingKind kind, params string[] arguments)
            {
                row.Found(column, kind, [.. arguments]);
                sound = false;
            }

            var said = StationClasses.Parse(row[Class].Text);
            if (said is null) Wrong(Class, UnknownClass);
            if (!known.Contains(code)) Wrong(Station, UnknownStation);
            else if (!rows.TryAdd(code, row.Row)) Wrong(Station, Twice, rows[code].ToString(CultureInfo.InvariantCulture));
            if (reason.Length > AssessStations.LongestReason) Wrong(Reason, LongReason);
            if (!until.IsBlank && (until.Day() is not { } day || day < today || day > today.AddDays(AssessStations.MostDays))) Wrong(Until, WrongUntil);
            return sound ? new Listed(code, new WantedClass(said!.Value, reason.Length == 0 ? null : reason, until.Day())) : null;
        });
    }

    /// <summary>The stations with the class that holds; blank where nobody gave one, so that the file can be filled in.</summary>
    public static Sheet Of(
        IEnumerable<ClassInForce> stations, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, ImmutableArray<string>> flags, IndicatorSet? set, Func<string, string> text) => new(
        "Kelas TPS",
        [new("Kode TPS", 20), new("Kecamatan", 20), new("Desa", 22), new("TPS", 7), new("Kelas", 15), new("Berlaku sampai", 15), new("Alasan", 50), new("Ditetapkan oleh", 36), new("Keterangan", 40), new("Tanda Bawaslu", 60)],
        stations.Select(s => new object?[]
        {
            s.Code, names.GetValueOrDefault(AreaCode.KecamatanOf(s.Code)), names.GetValueOrDefault(AreaCode.VillageOf(s.Code)), AreaCode.NumberOf(s.Code),
            s.Until is null ? null : text($"Class{s.Class}"), s.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Until is null ? null : s.Reason, s.Until is null ? null : s.By,
            s.Until is null ? $"{text(s.Expired ? "FileExpired" : "FileNotAssessed")} {text($"Class{s.Class}")}" : null,
            flags.TryGetValue(s.Code, out var own) ? string.Join("; ", own.Select(k => IndicatorSets.NameOf(set, k))) : null,
        }));
}

/// <summary>A station of the file with what is wanted for it.</summary>
internal sealed record Listed(string Code, WantedClass Class);
