using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Filling;

/// <summary>A sheet with its sums.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Stations">Polling stations of its groups.</param>
/// <param name="Groups">Its groups of stations; objects are not counted.</param>
/// <param name="Needed">Officers that the groups' patterns ask for, and the objects.</param>
/// <param name="Filled">Officers who are on a group now.</param>
/// <param name="OpenGroups">Groups that lack somebody.</param>
/// <param name="Padal">Names of those who control its groups.</param>
/// <param name="PadalEverywhere">Each group has one.</param>
/// <param name="Reached">Stations whose head of KPPS was rung.</param>
/// <param name="Linmas">Linmas who are named for its stations.</param>
/// <param name="LinmasNeeded">Linmas that its stations need.</param>
public sealed record SheetSums(
    PolsekSheet Sheet, int Stations, int Groups, int Needed, int Filled, int OpenGroups, ImmutableArray<string> Padal, bool PadalEverywhere,
    int Reached, int Linmas, int LinmasNeeded)
{
    /// <summary>Officers missing within the quota: with a quota below the need the rest is known to be missing.</summary>
    public int Lacking => Math.Max(0, Math.Min(Needed, Sheet.Quota ?? Needed) - Filled);

    /// <summary>Officers missing in the end.</summary>
    public int Missing => Math.Max(0, Needed - Filled);
}

/// <summary>Reads plans as they are being filled, within what the reader may see.</summary>
internal static class Sheets
{
    /// <summary>The sums of one sheet.</summary>
    public static async Task<SheetSums> OneAsync(Database database, Guid plan, Guid sheet, CancellationToken cancel) =>
        (await OfAsync(database, plan, AreaSet.Everywhere, cancel, sheet)).Single();

    /// <summary>The sheets of a plan (or the one named) that lie wholly within the areas, by name, with their sums.</summary>
    public static async Task<ImmutableArray<SheetSums>> OfAsync(Database database, Guid plan, AreaSet areas, CancellationToken cancel, Guid? only = null)
    {
        var sheets = (await database.Set<PolsekSheet>().AsNoTracking().Where(s => s.PlanId == plan && (only == null || s.Id == only)).OrderBy(s => s.Name).ToListAsync(cancel))
            .Where(s => IsWithin(s, areas)).ToList();
        if (sheets.Count == 0) return [];
        var groups = (await database.Set<PlanGroup>().AsNoTracking().Where(g => g.PlanId == plan && (only == null || g.SheetId == only)).ToListAsync(cancel)).ToLookup(g => g.SheetId);
        var officers = (await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.PlanId == plan && o.LeftAt == null && (only == null || o.SheetId == only))
            .Select(o => new { o.SheetId, o.Id, o.Part, o.Group, o.Name, o.Rank }).ToListAsync(cancel)).ToLookup(o => o.SheetId);
        var ready = await StationReadiness.OfAsync(database, plan, cancel, only);
        return
        [
            .. sheets.Select(s =>
            {
                var there = ready[s.Id].ToList();
                var filled = officers[s.Id].Where(o => o.Group is not null).CountBy(o => o.Group!.Value).ToDictionary();
                var padal = officers[s.Id].Where(o => o.Part == OfficerPart.Padal).ToList();
                var known = padal.Select(p => p.Id).ToHashSet();
                return new SheetSums(
                    s, groups[s.Id].Sum(g => g.Stations), groups[s.Id].Count(g => g.Site is null), groups[s.Id].Sum(g => g.Officers),
                    groups[s.Id].Sum(g => Math.Min(g.Officers, filled.GetValueOrDefault(g.Number))),
                    groups[s.Id].Count(g => filled.GetValueOrDefault(g.Number) < g.Officers),
                    [.. padal.Select(p => $"{p.Rank} {p.Name}".Trim())],
                    groups[s.Id].All(g => g.PadalId is { } p && known.Contains(p)),
                    there.Count(r => r.Reached), there.Sum(r => Math.Min(r.Linmas, r.LinmasNeeded)), there.Sum(r => r.LinmasNeeded));
            }),
        ];
    }

    /// <summary>
    /// Takes sheets for this transaction: whoever else changes one of them waits until it ends and then sees what it left. On
    /// SQLite the gate does so already.
    /// </summary>
    public static Task TakeAsync(IQueryable<PolsekSheet> sheets, CancellationToken cancel) =>
        sheets.ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version), cancel);

    /// <summary>The plan whatever its area, where at least one of its sheets may be seen by the reader; what is not seen is not there.</summary>
    public static async Task<(GuardPlanRecord Plan, PolsekSheet Sheet)?> FindSheetAsync(
        Database database, Reader reader, string permission, Guid plan, Guid sheet, CancellationToken cancel)
    {
        var found = await database.Set<PolsekSheet>().SingleOrDefaultAsync(s => s.Id == sheet && s.PlanId == plan, cancel);
        if (found is null || !IsWithin(found, reader.AreasOf(permission))) return null;
        return (await database.Set<GuardPlanRecord>().SingleAsync(p => p.Id == plan, cancel), found);
    }

    /// <summary>The sheets within the reader's areas of plans that are being filled or in force, the newest plan first.</summary>
    public static async Task<List<(GuardPlanRecord Plan, PolsekSheet Sheet)>> MineAsync(Database database, Reader reader, CancellationToken cancel)
    {
        var areas = reader.AreasOf(Plans.GuardingPermissions.Read);
        var plans = await database.Set<GuardPlanRecord>().AsNoTracking().Where(p => p.Stage == GuardPlanStage.InUse || p.Stage == GuardPlanStage.InForce)
            .OrderByDescending(p => p.CreatedAt).Select(p => new { p.Id, p.ElectionId, p.Stage, p.AreaCode, p.Version, p.CreatedAt, p.State, p.IssuedAt, p.RevoteOn }).Take(100).ToListAsync(cancel);
        plans = [.. plans.Where(p => areas.Touches(p.AreaCode))];
        var ids = plans.ConvertAll(p => p.Id);
        var sheets = (await database.Set<PolsekSheet>().AsNoTracking().Where(s => ids.Contains(s.PlanId)).OrderBy(s => s.Name).ToListAsync(cancel))
            .Where(s => IsWithin(s, areas)).ToLookup(s => s.PlanId);
        return
        [
            .. from p in plans
               from s in sheets[p.Id]
               select (new GuardPlanRecord { Id = p.Id, ElectionId = p.ElectionId, AreaCode = p.AreaCode, Version = p.Version, CreatedAt = p.CreatedAt, Request = "", State = p.State, Stage = p.Stage, IssuedAt = p.IssuedAt, RevoteOn = p.RevoteOn }, s),
        ];
    }

    /// <summary>The key of the words for where a sheet stands: one that bears names is not called unfilled.</summary>
    public static string StateKey(PolsekSheet sheet, int filled) => sheet.State == SheetState.Filling && filled > 0 ? "SheetBegun" : $"Sheet{sheet.State}";

    /// <summary>Whether all that the sheet covers lies in the areas.</summary>
    public static bool IsWithin(PolsekSheet sheet, AreaSet areas) => sheet.Areas.Split(' ').All(areas.Contains);
}
