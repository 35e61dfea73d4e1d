using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>Keeps a finished plan as rows: its groups, their stations, and a sheet for each Polsek.</summary>
internal static class KeepPlan
{
    /// <summary>Adds to what the caller is about to save.</summary>
    public static async Task AddAsync(Database database, Guid plan, string area, GuardPlanInput input, GuardPlanResult result, CancellationToken cancel)
    {
        var territory = input.Territory;
        var polsek = await PolsekList.OfAsync(database, area, cancel);
        var sheets = new Dictionary<string, PolsekSheet>(StringComparer.Ordinal);
        for (var g = 0; g < result.Plan.Groups.Length; g++)
        {
            var group = result.Plan.Groups[g];
            var village = territory.Villages[territory.Stations[group.Medoid].Village];
            var sheet = SheetOf(village, territory, polsek, plan, sheets);
            database.Add(new PlanGroup
            {
                PlanId = plan, Number = g + 1, SheetId = sheet.Id, Pattern = group.Pattern.Class, Officers = group.Pattern.Officers,
                Stations = group.Stations.Length, VillageCode = village.Code,
            });
            foreach (var station in group.Stations)
            {
                database.Add(new PlanStation
                {
                    PlanId = plan, StationCode = territory.Stations[station].Code, Group = g + 1,
                    Linmas = group.Pattern.LinmasOfOneStation,
                });
            }
        }

        database.AddRange(sheets.Values);
    }

    // The Polsek that names the smallest area around the group's middle: a sub-sector comes before the Polsek around it.
    private static PolsekSheet SheetOf(
        Village village, TerritoryMap territory, IEnumerable<Polsek> polsek, Guid plan, Dictionary<string, PolsekSheet> sheets)
    {
        var own = polsek.Where(p => p.Covers(village.Code) > 0).MaxBy(p => p.Covers(village.Code));
        var kecamatan = territory.Kecamatan[village.Kecamatan];
        var key = own?.Id.ToString() ?? kecamatan.Code;
        if (!sheets.TryGetValue(key, out var sheet))
        {
            sheets.Add(key, sheet = new PolsekSheet
            {
                Id = Guid.CreateVersion7(), PlanId = plan, PolsekId = own?.Id,
                Name = own?.Name ?? $"Kec. {kecamatan.Name ?? kecamatan.Code}",
                Areas = own is null ? kecamatan.Code : string.Join(' ', own.Areas),
            });
        }

        return sheet;
    }
}
