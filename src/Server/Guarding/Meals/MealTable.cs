using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Meals;

/// <summary>Who eats in a group.</summary>
/// <param name="Label">K001; blank for those who stand in no group.</param>
/// <param name="Village">Where the group stands, or what it guards.</param>
/// <param name="Officers">Officers that its pattern asks for.</param>
/// <param name="Linmas">Linmas that its stations ask for.</param>
public sealed record MealRow(string Label, string Village, int Officers, int Linmas)
{
    public int Persons => Officers + Linmas;
}

/// <summary>Who eats on a Polsek's sheet: its groups, and the Padal and reserves who are named.</summary>
public sealed record MealSheet(Guid Id, string Polsek, ImmutableArray<MealRow> Groups, int Others)
{
    public int Officers => Groups.Sum(g => g.Officers) + Others;

    public int Linmas => Groups.Sum(g => g.Linmas);

    public int Persons => Officers + Linmas;
}

/// <summary>
/// Meals of a plan by Polsek and group: persons that the plan asks for, whether they are named yet or not, times meals a day,
/// times days. Padal and reserves are asked for by no pattern; of them those named are counted.
/// </summary>
internal static class MealTable
{
    public static async Task<(GuardPlanRecord Plan, PlanMeals? Meals, ImmutableArray<MealSheet> Sheets)?> OfAsync(
        Database database, Reader reader, Guid id, NameAreas names, CancellationToken cancel)
    {
        // Who sees the readiness of a Polsek sees its meals.
        if (await PrintOrder.FindAsync(database, reader.AreasOf(GuardingPermissions.Read), id, null, ownPart: true, cancel) is not { } found) return null;
        var groups = (await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == id).OrderBy(g => g.Number).ToListAsync(cancel)).ToLookup(g => g.SheetId);
        var linmas = await database.Set<PlanStation>().Where(s => s.PlanId == id).GroupBy(s => s.Group).Select(s => new { s.Key, Sum = s.Sum(o => o.Linmas) }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancel);
        var others = await database.Set<GuardOfficer>().Where(o => o.PlanId == id && o.LeftAt == null && o.Part != OfficerPart.Member)
            .GroupBy(o => o.SheetId).Select(o => new { o.Key, Count = o.Count() }).ToDictionaryAsync(o => o.Key, o => o.Count, cancel);
        var villages = await names([.. found.Sheets.SelectMany(s => groups[s.Sheet.Id]).Select(g => g.VillageCode).Distinct(StringComparer.Ordinal)], cancel);
        var meals = await database.Set<PlanMeals>().AsNoTracking().SingleOrDefaultAsync(m => m.PlanId == id, cancel);
        return (found.Plan, meals,
        [
            .. found.Sheets.Select(s => new MealSheet(
                s.Sheet.Id, s.Sheet.Name,
                [.. groups[s.Sheet.Id].Select(g => new MealRow(g.Label, g.Site ?? villages.GetValueOrDefault(g.VillageCode) ?? g.VillageCode, g.Officers, linmas.GetValueOrDefault(g.Number)))],
                others.GetValueOrDefault(s.Sheet.Id))),
        ]);
    }

    /// <summary><c>/pengamanan/{id}/konsumsi/unduh</c>: by Polsek, and by group.</summary>
    public static async Task<IResult> DownloadAsync(Guid id, Database database, CurrentReader current, AuditLog audit, NameAreas names, CancellationToken cancel)
    {
        if (await OfAsync(database, await current.GetSignedInAsync(), id, names, cancel) is not var (plan, meals, sheets)) return Results.NotFound();
        await audit.AddAsync("guardplan.print", id.ToString(), plan.AreaCode);
        await database.SaveChangesAsync(cancel);
        SheetColumn[] counts = [new("Polri", 8), new("Linmas", 8), new("Orang", 8), new("Makan per hari", 10), new("Hari", 8), new("Porsi", 10)];
        object?[] Counts(int officers, int linmas) =>
            [officers, linmas, officers + linmas, meals?.MealsADay, meals?.Days, meals is null ? null : (officers + linmas) * meals.MealsADay * meals.Days];
        return Workbook.Of(
            string.Create(CultureInfo.InvariantCulture, $"konsumsi-v{plan.Version}"),
            new Sheet("Polsek", [new("Polsek", 28), .. counts],
                [.. sheets.Select(s => (object?[])[s.Polsek, .. Counts(s.Officers, s.Linmas)]), ["Jumlah", .. Counts(sheets.Sum(s => s.Officers), sheets.Sum(s => s.Linmas))]]),
            new Sheet("Kelompok", [new("Polsek", 28), new("Kelompok", 10), new("Tempat", 32), .. counts],
                sheets.SelectMany(s => s.Groups.Append(new MealRow("", "Padal dan cadangan", s.Others, 0)).Where(g => g.Persons > 0)
                    .Select(g => (object?[])[s.Polsek, g.Label, g.Village, .. Counts(g.Officers, g.Linmas)]))));
    }
}
