using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Guarding.Plans;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Contract;

/// <summary>The chain of a group's duty, in its order.</summary>
public enum DutyPhase : byte
{
    /// <summary>From the Polsek or Polres (<i>pergeseran</i>).</summary>
    Departure = 1,

    /// <summary>The ballots lie at the PPK's store.</summary>
    Store = 2,

    /// <summary>With the ballots to the stations.</summary>
    Escort = 3,

    Voting = 4,

    Counting = 5,

    /// <summary>With the boxes back to the PPK.</summary>
    EscortBack = 6,

    /// <summary>The boxes are guarded at the PPK.</summary>
    StoreAfter = 7,
}

/// <summary>A link of the chain. Its day is known for voting and counting; for the others nobody has planned one yet.</summary>
public readonly record struct PlannedPhase(DutyPhase Phase, DateOnly? Day);

/// <summary>Who controls a group, for those who ring him.</summary>
public sealed record DutyPadal(string? Rank, string? Name, string? Phone);

/// <summary>An officer on a group.</summary>
public sealed record DutyPerson(Guid Officer, string? Rank, string? Name, string? Phone);

/// <summary>The duty of one group under a signed plan.</summary>
/// <param name="Plan">The plan; with the number it names the group.</param>
/// <param name="Number">1 on, as the plan numbers it.</param>
/// <param name="Label">K001, or O174 for an object.</param>
/// <param name="Polsek">The Polsek that fills it.</param>
/// <param name="PolsekId">Its id; null for a kecamatan without one.</param>
/// <param name="Kecamatan">Code of the kecamatan that its middle lies in.</param>
/// <param name="Site">The object that it guards in place of stations; null for a group of stations.</param>
/// <param name="Stations">Codes of its stations.</param>
/// <param name="Officers">Officers that its pattern asks for.</param>
/// <param name="Named">Officers who are on it now.</param>
/// <param name="Linmas">Linmas that its stations ask for.</param>
/// <param name="Padal">Who controls it.</param>
/// <param name="People">Those on it; null for whoever may not read the plan there.</param>
/// <param name="Phases">The chain; empty for an object, which has its hours.</param>
public sealed record GroupDuty(
    Guid Plan, int Number, string Label, string Polsek, Guid? PolsekId, string Kecamatan, string? Site, ImmutableArray<string> Stations,
    int Officers, int Named, int Linmas, DutyPadal? Padal, ImmutableArray<DutyPerson>? People, ImmutableArray<PlannedPhase> Phases);

/// <summary>What a signature publishes for the days of duty: asked by the rooms that follow them.</summary>
public static class Duties
{
    /// <summary>
    /// The duties of an election within the areas, by plan and number: of plans in force alone. A plan that is being filled has
    /// none yet, one that was superseded has none any more. Names of officers are for whoever reads the plan of that Polsek
    /// (<c>guardplan.read</c>); the caller answers for who may know the rest.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="election">The election.</param>
    /// <param name="areas">Where the caller's reader may know of duties.</param>
    /// <param name="reader">For whom it is.</param>
    /// <param name="revoteOn">The day of a re-vote; null is voting day.</param>
    /// <param name="cancel">Ends the query.</param>
    public static async Task<ImmutableArray<GroupDuty>> OfAsync(
        Database database, int election, AreaSet areas, Reader reader, DateOnly? revoteOn, CancellationToken cancel)
    {
        var plans = (await database.Set<GuardPlanRecord>().AsNoTracking()
            .Where(p => p.ElectionId == election && p.Stage == GuardPlanStage.InForce && p.RevoteOn == revoteOn)
            .Select(p => new { p.Id, p.AreaCode }).ToListAsync(cancel)).Where(p => areas.Touches(p.AreaCode)).Select(p => p.Id).ToList();
        if (plans.Count == 0) return [];
        var day = revoteOn ?? (await ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == election).VotingDay;
        var sheets = await database.Set<PolsekSheet>().AsNoTracking().Where(s => plans.Contains(s.PlanId)).ToDictionaryAsync(s => s.Id, cancel);
        var groups = await areas.Of(database.Set<PlanGroup>().AsNoTracking().Where(g => plans.Contains(g.PlanId)), g => g.VillageCode)
            .OrderBy(g => g.PlanId).ThenBy(g => g.Number).ToListAsync(cancel);
        var stations = (await database.Set<PlanStation>().AsNoTracking().Where(s => plans.Contains(s.PlanId)).OrderBy(s => s.StationCode).ToListAsync(cancel)).ToLookup(s => (s.PlanId, s.Group));
        var officers = await database.Set<GuardOfficer>().AsNoTracking().Where(o => plans.Contains(o.PlanId) && o.LeftAt == null).OrderBy(o => o.Id).ToListAsync(cancel);
        var (byId, byGroup) = (officers.ToDictionary(o => o.Id), officers.Where(o => o.Group is not null).ToLookup(o => (o.PlanId, o.Group!.Value)));
        var named = reader.AreasOf(GuardingPermissions.Read);
        return
        [
            .. groups.Select(g =>
            {
                var (sheet, own, people) = (sheets[g.SheetId], stations[(g.PlanId, g.Number)].ToList(), byGroup[(g.PlanId, g.Number)].ToList());
                var padal = g.PadalId is { } id ? byId.GetValueOrDefault(id) : null;
                return new GroupDuty(
                    g.PlanId, g.Number, g.Label, sheet.Name, sheet.PolsekId, AreaCode.KecamatanOf(g.VillageCode), g.Site, [.. own.Select(s => s.StationCode)],
                    g.Officers, people.Count, own.Sum(s => s.Linmas), padal is null ? null : new DutyPadal(padal.Rank, padal.Name, padal.Phone),
                    Sheets.IsWithin(sheet, named) ? [.. people.Select(o => new DutyPerson(o.Id, o.Rank, o.Name, o.Phone))] : null,
                    g.Site is null ? Chain(day) : []);
            }),
        ];
    }

    /// <summary>One group of stations of a plan in force for the voting day, with its election; null where the areas do not hold all of it. Without names.</summary>
    /// <param name="database">The database.</param>
    /// <param name="areas">Where the caller's reader may know of duties.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="number">The group in it.</param>
    /// <param name="cancel">Ends the query.</param>
    public static async Task<(int Election, GroupDuty Group)?> GroupAsync(Database database, AreaSet areas, Guid plan, int number, CancellationToken cancel)
    {
        if (await database.Set<GuardPlanRecord>().AsNoTracking().Where(p => p.Id == plan && p.Stage == GuardPlanStage.InForce && p.RevoteOn == null).Select(p => (int?)p.ElectionId).SingleOrDefaultAsync(cancel) is not { } election) return null;
        if (await areas.Of(database.Set<PlanGroup>().AsNoTracking(), g => g.VillageCode).SingleOrDefaultAsync(g => g.PlanId == plan && g.Number == number && g.Site == null, cancel) is not { } group) return null;
        var stations = await database.Set<PlanStation>().AsNoTracking().Where(s => s.PlanId == plan && s.Group == number).OrderBy(s => s.StationCode).ToListAsync(cancel);
        if (!stations.TrueForAll(s => areas.Contains(s.StationCode))) return null;
        var sheet = await database.Set<PolsekSheet>().AsNoTracking().SingleAsync(s => s.Id == group.SheetId, cancel);
        var padal = group.PadalId is null ? null : await database.Set<GuardOfficer>().AsNoTracking().Where(o => o.Id == group.PadalId && o.LeftAt == null).Select(o => new DutyPadal(o.Rank, o.Name, o.Phone)).SingleOrDefaultAsync(cancel);
        var named = await database.Set<GuardOfficer>().CountAsync(o => o.PlanId == plan && o.Group == number && o.LeftAt == null, cancel);
        return (election, new GroupDuty(
            plan, number, group.Label, sheet.Name, sheet.PolsekId, AreaCode.KecamatanOf(group.VillageCode), null, [.. stations.Select(s => s.StationCode)],
            group.Officers, named, stations.Sum(s => s.Linmas), padal, null, Chain(null)));
    }

    private static ImmutableArray<PlannedPhase> Chain(DateOnly? day) =>
        [.. Enum.GetValues<DutyPhase>().Select(p => new PlannedPhase(p, p is DutyPhase.Voting or DutyPhase.Counting ? day : null))];
}
