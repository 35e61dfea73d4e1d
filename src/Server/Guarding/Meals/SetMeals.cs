using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Meals;

/// <summary>Sets how many meals a day, for how many days; the key of what is wrong, or null.</summary>
internal sealed class SetMeals(Database database, CurrentReader current, AuditLog audit, TimeProvider clock)
{
    public const int MostADay = 10;
    public const int MostDays = 30;

    public async Task<string?> RunAsync(Guid plan, int? mealsADay, int? days, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        await GuardPlanRoutes.TakeAsync(database, plan, cancel);
        var record = await GuardPlanRoutes.FindAsync(database, reader, plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return "MealsNotYours";
        if (mealsADay is not (>= 1 and <= MostADay) || days is not (>= 1 and <= MostDays)) return "MealsNumbers";
        var by = $"{reader.Name}, {reader.Offices.First(o => o.Role == OfficeRole.Polri).Title}";
        var meals = await database.Set<PlanMeals>().SingleOrDefaultAsync(m => m.PlanId == plan, cancel);
        if (meals is null) database.Add(new PlanMeals { PlanId = plan, MealsADay = mealsADay.Value, Days = days.Value, At = clock.GetUtcNow(), By = by });
        else (meals.MealsADay, meals.Days, meals.At, meals.By) = (mealsADay.Value, days.Value, clock.GetUtcNow(), by);
        await audit.AddAsync("guardplan.meals", plan.ToString(), record.AreaCode,
            string.Create(CultureInfo.InvariantCulture, $"{{\"mealsADay\":{mealsADay},\"days\":{days}}}"), tell: GuardingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
