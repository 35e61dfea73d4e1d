using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>The patterns of a kabupaten as a file, which is taken back with rows added.</summary>
internal static class PatternSheet
{
    private static readonly ResourceManager Texts = new(typeof(GuardingText));
    private static readonly TableColumn Class = new("kelas", "class", "kategori");
    private static readonly TableColumn Officers = new("polisi", "officers", "polri", "personel");
    private static readonly TableColumn Fewest = new("tps_paling_sedikit", "tps_min", "min_stations");
    private static readonly TableColumn Most = new("tps_paling_banyak", "tps_maks", "tps_max", "max_stations");
    private static readonly TableColumn Linmas = new("linmas_per_tps", "linmas_per_station");
    private static readonly TableColumn Radius = new("radius_m", "radius");
    private static readonly TableColumn From = new("berlaku_sejak", "effective_from");
    private static readonly TableColumn Basis = new("dasar", "dasar_hukum", "legal_basis");
    private static readonly TableShape Shape = new([Class, Officers, Fewest, Most, Linmas, Radius, From, Basis], [Class, Officers, Most, From, Basis]);

    /// <summary>The patterns of the file, each judged as the form judges one.</summary>
    public static SentTable<PatternRow> Read(IFormFile file) => SentTable.Read(file, Shape, row =>
    {
        var (most, fewest, radius) = (row[Most].Count(), row[Fewest].Count(), row[Radius].Count());
        var (read, problem) = new KeepPatterns.Form
        {
            Class = StationClasses.Parse(row[Class].Text) ?? (StationClass)byte.MaxValue, Officers = row[Officers].Count(), MaxStations = most,
            // What is written and is no number must not pass for a blank.
            MinStations = row[Fewest].IsBlank ? null : fewest ?? -1, Linmas = row[Linmas].Text, RadiusMetres = row[Radius].IsBlank ? null : radius ?? -1,
            EffectiveFrom = row[From].Day(), LegalBasis = row[Basis].Text,
        }.Read();
        if (problem is not null) row.Found(ColumnOf(problem), new FindingKind(problem, Severity.Refused, Texts));
        return read;
    });

    /// <summary><c>/pengamanan/pola/unduh?di=</c>: what was entered and holds, now, later or formerly.</summary>
    public static async Task<IResult> DownloadAsync(string di, Database database, CurrentReader current, AuditLog audit, CancellationToken cancel)
    {
        // A Polsek reads what its Polres entered for the kabupaten around it.
        if (di.Length < 5 || !(await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Read).Touches(di)) return Results.NotFound();
        var area = AreaCode.KabupatenOf(di);
        var rows = (await KeepPatterns.OfAsync(database, area, cancel)).Where(r => r.WithdrawnAt is null);
        await audit.AddAsync("guardplan.patterns", area, area);
        await database.SaveChangesAsync(cancel);
        return Workbook.Of("pola-pengamanan", new Sheet(
            "Pola",
            [new("Kelas", 15), new("Polisi", 8), new("TPS paling sedikit", 12), new("TPS paling banyak", 12), new("Linmas per TPS", 10), new("Radius m", 10), new("Berlaku sejak", 14), new("Dasar", 60), new("Diisi oleh", 36)],
            rows.Select(r => new object?[]
            {
                IndonesianText.Class(r.For), r.Officers, r.MinStations, r.MaxStations, r.LinmasPerStation, r.RadiusMetres,
                r.EffectiveFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.LegalBasis, r.By,
            })));
    }

    private static TableColumn ColumnOf(string problem) => problem switch
    {
        "PatternClass" => Class,
        "PatternOfficers" => Officers,
        "PatternFewest" => Fewest,
        "PatternWrongLinmas" => Linmas,
        "PatternWrongRadius" => Radius,
        "PatternWrongFrom" => From,
        "PatternWrongBasis" => Basis,
        _ => Most,
    };
}
