using System.Resources;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Rules;

/// <summary>A tie as somebody says it, its ends in order.</summary>
internal sealed record SaidTie(string A, string B, bool Together, string Reason)
{
    /// <summary>The tie, or the key of what is wrong; <paramref name="known"/> are stations that may be tied.</summary>
    public static (SaidTie? Tie, string? Problem) Of(string? one, string? other, bool together, string? reason, IReadOnlySet<string> known)
    {
        var (a, b, why) = (one?.Trim() ?? "", other?.Trim() ?? "", reason?.Trim() ?? "");
        if (!known.Contains(a)) return (null, "TieUnknown");
        if (a == b) return (null, "WaySame");
        if (!known.Contains(b)) return (null, "TieOtherUnknown");
        if (why.Length is 0 or > KeepWays.LongestReason) return (null, "TieReason");
        if (AreaCode.KecamatanOf(a) != AreaCode.KecamatanOf(b) && together) return (null, "TieKecamatan");
        return (string.CompareOrdinal(a, b) < 0 ? new SaidTie(a, b, together, why) : new SaidTie(b, a, together, why), null);
    }
}

/// <summary>A way as somebody says it, its ends in order; without minutes it is taken away.</summary>
internal sealed record SaidWay(string A, string B, int? Minutes)
{
    /// <summary>The way, or the key of what is wrong; <paramref name="known"/> are villages that may be named.</summary>
    public static (SaidWay? Way, string? Problem) Of(string? one, string? other, int? minutes, IReadOnlySet<string> known)
    {
        var (a, b) = (one?.Trim() ?? "", other?.Trim() ?? "");
        if (!known.Contains(a)) return (null, "WayUnknown");
        if (a == b) return (null, "WaySame");
        if (!known.Contains(b) || AreaCode.KabupatenOf(a) != AreaCode.KabupatenOf(b)) return (null, "WayOtherUnknown");
        if (minutes is < 0 or > KeepWays.MostMinutes) return (null, "WayMinutes");
        return (string.CompareOrdinal(a, b) < 0 ? new SaidWay(a, b, minutes) : new SaidWay(b, a, minutes), null);
    }
}

/// <summary>Minutes between villages and ties of stations as one workbook, each sheet of which is taken back.</summary>
internal static class WaySheets
{
    private static readonly ResourceManager Texts = new(typeof(GuardingText));
    private static readonly TableColumn VillageA = new("kode_desa", "village_a", "desa_a");
    private static readonly TableColumn VillageB = new("kode_desa_lain", "village_b", "desa_b");
    private static readonly TableColumn Minutes = new("menit", "minutes");
    private static readonly TableShape Ways = new([VillageA, VillageB, Minutes], [VillageA, VillageB, Minutes]);
    private static readonly TableColumn StationA = new("kode_tps", "tps_a");
    private static readonly TableColumn StationB = new("kode_tps_lain", "tps_b");
    private static readonly TableColumn Rule = new("aturan", "rule");
    private static readonly TableColumn Reason = new("alasan", "reason");
    private static readonly TableShape Ties = new([StationA, StationB, Rule, Reason], [StationA, StationB, Rule, Reason]);

    public static SentTable<SaidWay> ReadWays(IFormFile file, IReadOnlySet<string> villages)
    {
        var rows = new Dictionary<(string, string), int>();
        return SentTable.Read(file, Ways, row =>
        {
            var minutes = row[Minutes].Count();
            var (way, problem) = SaidWay.Of(row[VillageA].Text, row[VillageB].Text, row[Minutes].IsBlank ? null : minutes ?? -1, villages);
            if (way is not null && !rows.TryAdd((way.A, way.B), row.Row)) (way, problem) = (null, "WayTwice");
            if (problem is not null) row.Found(problem switch { "WayUnknown" => VillageA, "WayMinutes" => Minutes, _ => VillageB }, new FindingKind(problem, Severity.Refused, Texts));
            return way;
        });
    }

    public static SentTable<SaidTie> ReadTies(IFormFile file, IReadOnlySet<string> stations)
    {
        var rows = new Dictionary<(string, string), int>();
        return SentTable.Read(file, Ties, row =>
        {
            bool? together = row[Rule].Text.ToLowerInvariant() switch { "bersama" or "together" => true, "pisah" or "apart" => false, _ => null };
            var (tie, problem) = together is null ? (null, "TieRuleWrong") : SaidTie.Of(row[StationA].Text, row[StationB].Text, together.Value, row[Reason].Text, stations);
            if (tie is not null && !rows.TryAdd((tie.A, tie.B), row.Row)) (tie, problem) = (null, "WayTwice");
            if (problem is not null) row.Found(problem switch { "TieUnknown" => StationA, "TieRuleWrong" => Rule, "TieReason" => Reason, _ => StationB }, new FindingKind(problem, Severity.Refused, Texts));
            return tie;
        });
    }

    /// <summary>What is wrong with a row that only shows against the others.</summary>
    public static SentTable<SaidTie> Refused(int row, string problem) => new([], [new RowFinding(row, null, null, new FindingKind(problem, Severity.Refused, Texts))], 1);

    /// <summary><c>/pengamanan/jarak/unduh?pemilihan=</c>: minutes, and the ties of one election.</summary>
    public static async Task<IResult> DownloadAsync(string? pemilihan, Database database, CurrentReader current, AuditLog audit, NameAreas names, CancellationToken cancel)
    {
        var elections = await ElectionQueries.AllAsync(database, cancel);
        var election = elections.FirstOrDefault(e => string.IsNullOrEmpty(pemilihan) || e.Code == pemilihan);
        if (election is null && !string.IsNullOrEmpty(pemilihan)) return Results.NotFound();
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Write);
        var ways = await KeepWays.WaysAsync(database, areas, cancel);
        var ties = election is null ? [] : await KeepWays.TiesAsync(database, election.Id, areas, cancel);
        var known = await names([.. ways.SelectMany(w => new[] { w.VillageA, w.VillageB }).Distinct(StringComparer.Ordinal)], cancel);
        await audit.AddAsync("guardplan.ways", election?.Code ?? "");
        await database.SaveChangesAsync(cancel);
        return Workbook.Of(
            "jarak-dan-tautan",
            new Sheet("Jarak", [new("Kode desa", 16), new("Desa", 24), new("Kode desa lain", 16), new("Desa lain", 24), new("Menit", 8), new("Diisi oleh", 36)],
                ways.Select(w => new object?[] { w.VillageA, known.GetValueOrDefault(w.VillageA), w.VillageB, known.GetValueOrDefault(w.VillageB), w.Minutes, w.By })),
            new Sheet("Tautan", [new("Kode TPS", 20), new("Kode TPS lain", 20), new("Aturan", 10), new("Alasan", 50), new("Diisi oleh", 36)],
                ties.Select(t => new object?[] { t.StationA, t.StationB, t.Together ? "bersama" : "pisah", t.Reason, t.By })));
    }
}
