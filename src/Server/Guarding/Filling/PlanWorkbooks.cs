using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Guarding.Papers;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>The tables of a plan that is being filled, as XLSX: for whom the page of the same table opens, with what it shows.</summary>
internal static class PlanWorkbooks
{
    /// <summary><c>/pengamanan/{id}/kesiapan/unduh</c>: one row a Polsek.</summary>
    public static async Task<IResult> ReadinessAsync(
        Guid id, Database database, CurrentReader current, AuditLog audit, IStringLocalizer<GuardingText> texts, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Read);
        if (await PrintOrder.FindAsync(database, areas, id, null, ownPart: true, cancel) is not { } found) return Results.NotFound();
        await NoteAsync(database, audit, id, found.Plan.AreaCode, cancel);
        return Workbook.Of(Versioned("kesiapan", found.Plan), new Sheet(
            "Kesiapan",
            [new("Polsek", 28), new("TPS", 8), new("Kelompok", 10), new("Butuh", 8), new("Plafon", 8), new("Terisi", 8), new("Kurang", 8), new("Padal", 40), new("KPPS dihubungi", 10), new("Linmas butuh", 10), new("Linmas bernama", 10), new("Status", 28)],
            found.Sheets.Select(s => new object?[]
            {
                s.Sheet.Name, s.Stations, s.Groups, s.Needed, s.Sheet.Quota, s.Filled, s.Missing, string.Join(", ", s.Padal), s.Reached, s.LinmasNeeded, s.Linmas,
                s.Sheet.Quota is null && s.Sheet.IsOpen ? texts["SheetNoQuota"].Value : texts[Sheets.StateKey(s.Sheet, s.Filled)].Value,
            })));
    }

    /// <summary><c>/pengamanan/{id}/polsek/{sheet}/unduh</c>: men with the places still open, groups, stations. The first is taken back filled in.</summary>
    public static async Task<IResult> SheetAsync(
        Guid id, Guid sheet, Database database, CurrentReader current, AuditLog audit, NameAreas names, IStringLocalizer<GuardingText> texts, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Read);
        if (await PrintOrder.FindAsync(database, areas, id, sheet, ownPart: true, cancel) is not ({ } plan, [var sums])) return Results.NotFound();
        var view = await SheetView.LoadAsync(database, sums, names, cancel);
        var stations = view.Groups.SelectMany(g => g.Stations).ToList();
        var villages = await names([.. stations.Select(s => AreaCode.VillageOf(s.StationCode)).Distinct(StringComparer.Ordinal)], cancel);
        await NoteAsync(database, audit, id, sums.Sheet.Areas.Split(' ')[0], cancel);
        var group = view.Groups.ToDictionary(g => g.Group.Number, g => g.Name);
        return Workbook.Of(
            Versioned(FileName(sums.Sheet.Name), plan),
            new Sheet("Personel", [new("Kelompok", 10), new("Tugas", 11), new("Nama", 32), new("Pangkat", 14), new("NRP", 14), new("HP", 16), new("Fungsi", 22)], Men(view)),
            new Sheet("Kelompok", [new("Kelompok", 10), new("Kelas", 14), new("Tempat", 60), new("TPS", 8), new("Butuh", 8), new("Terisi", 8), new("Kurang", 8), new("Padal", 32)],
                view.Groups.Select(g => new object?[]
                {
                    g.Name, g.Group.Site is null ? IndonesianText.Class(g.Group.Pattern) : "objek", g.Places, g.Group.Stations, g.Group.Officers, g.Officers.Length, g.Lacking, g.Padal is { } p ? $"{p.Rank} {p.Name}".Trim() : null,
                })),
            new Sheet("TPS", [new("Kelompok", 10), new("Kode TPS", 20), new("Desa", 24), new("TPS", 8), new("KPPS dihubungi", 10), new("Linmas butuh", 10), new("Linmas bernama", 10)],
                stations.Select(s => new object?[] { group[s.Group], s.StationCode, villages.GetValueOrDefault(AreaCode.VillageOf(s.StationCode)), AreaCode.NumberOf(s.StationCode), s.Reached ? "ya" : null, s.LinmasNeeded, s.Linmas })));
    }

    /// <summary><c>/pengamanan/{id}/cetak/lampiran-sprin.xlsx?bagian=</c>: what the order's list prints.</summary>
    public static async Task<IResult> OrderAsync(
        Guid id, Guid? bagian, Database database, CurrentReader current, AuditLog audit, NameAreas names, OfficeClock clock, CancellationToken cancel)
    {
        var areas = (await current.GetSignedInAsync()).AreasOf(GuardingPermissions.Read);
        if (await PrintOrder.FindAsync(database, areas, id, bagian, ownPart: false, cancel) is not { } found) return Results.NotFound();
        var order = await OrderInput.OfAsync(database, found.Plan, [.. found.Sheets.Select(s => s.Sheet)], names, clock, cancel);
        await NoteAsync(database, audit, id, bagian is null ? found.Plan.AreaCode : found.Sheets[0].Sheet.Areas.Split(' ')[0], cancel);
        return Workbook.Of(Versioned("lampiran-sprin", found.Plan), OrderTables.Of(order));
    }

    private static IEnumerable<object?[]> Men(SheetView view)
    {
        foreach (var group in view.Groups)
        {
            foreach (var man in group.Officers) yield return Row(group.Name, "Anggota", man);
            for (var i = 0; i < group.Lacking; i++) yield return Row(group.Name, "Anggota", null);
        }

        foreach (var man in view.Padal) yield return Row(null, "Padal", man);
        foreach (var man in view.Reserve) yield return Row(null, "Cadangan", man);
    }

    private static object?[] Row(string? group, string part, GuardOfficer? man) =>
        [group, part, man?.Name, man?.Rank, man?.ServiceNumber, man?.Phone, man?.Unit];

    private static string Versioned(string name, GuardPlanRecord plan) => string.Create(CultureInfo.InvariantCulture, $"{name}-v{plan.Version}");

    private static string FileName(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    // Terbatas: names of officers leave the house.
    private static async Task NoteAsync(Database database, AuditLog audit, Guid plan, string area, CancellationToken cancel)
    {
        await audit.AddAsync("guardplan.print", plan.ToString(), area);
        await database.SaveChangesAsync(cancel);
    }
}
