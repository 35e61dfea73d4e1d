using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>Turns a plan into what its page shows.</summary>
internal static class PlanPageMapping
{
    public static PlanPageModel Model(GuardPlanInput input, GuardPlanResult result, PlanGuardRequest request)
    {
        var (territory, problem, plan) = (input.Territory, input.Problem, result.Plan);
        return new PlanPageModel
        {
            KabupatenName = request.Name ?? $"Kabupaten {string.Join(", ", territory.Kabupaten)}",
            DateText = request.Date is { } day ? Indonesian.Date(day) : "Hari belum ditetapkan",
            IsSample = request.IsSample,
            Unit = problem.Unit,
            Across = problem.Unit == GroupingUnit.Village
                ? [.. territory.Kecamatan.Where((_, k) => problem.Kecamatan[k].CrossesVillages).Select(k => k.Name ?? k.Code)] : [],
            Patterns = [.. input.Patterns.Select(p => new PagePattern(p.Pattern, p.EffectiveFrom, p.LegalBasis))],
            Kecamatan = [.. territory.Kecamatan.Select(k => new PageKecamatan(k.Code, k.Name ?? k.Code))],
            Villages =
            [
                .. territory.Villages.Select(v => new PageVillage(
                    v.Code, v.Name ?? v.Code, v.Kecamatan, v.Centroid, v.Kind == VillageKind.Kelurahan)),
            ],
            Stations =
            [
                .. territory.Stations.Select((s, i) => new PageStation(
                    s.Village, AreaCode.NumberOf(s.Code), problem.Stations[i].Class, s.Position, s.Approximate)),
            ],
            Groups = Groups(input, result),
            Boundaries = [.. input.Boundaries.Select(b => new PageBoundary(territory.Villages[b.Village].Code, b.Rings))],
            Forces = plan.Forces is { } forces ? Forces(forces, input) : null,
            TimedLinks = plan.TimedLinks(problem),
            LowerBoundGroups = result.LowerBoundGroups,
            Seconds = result.Seconds,
            Seed = result.Seed,
        };
    }

    private static ImmutableArray<PageGroup> Groups(GuardPlanInput input, GuardPlanResult result)
    {
        var plan = result.Plan;
        var filled = new int[plan.Groups.Length];
        foreach (var posting in plan.Forces?.Officers ?? []) filled[posting.Group] += posting.Count;
        return
        [
            .. plan.Groups.Select((group, i) =>
            {
                var centre = input.Territory.Stations[group.Medoid];
                return new PageGroup(
                    result.GroupId(i), input.Territory.Villages[centre.Village].Kecamatan, group.Stations, group.Medoid,
                    input.Problem.Patterns.IndexOf(group.Pattern), group.TravelMetres,
                    group.Stations.Max(s => s == group.Medoid ? 0 : input.Problem.MetresBetween(group.Medoid, s)),
                    plan.Forces is null ? 0 : group.Pattern.Officers - filled[i]);
            }),
        ];
    }

    private static PageForces Forces(ForcePlan forces, GuardPlanInput input) => new(
        forces.OfficersAvailable,
        forces.LinmasAvailable,
        [
            .. forces.LinmasShortages.Select(s =>
            {
                var village = input.Territory.Villages[s.Index];
                return Shortage(village.Code, village.Name ?? village.Code, s, ShortageText.OfLinmas(s, input));
            }),
        ],
        [
            .. forces.PoliceShortages.Select(s =>
            {
                var name = input.Territory.Jurisdictions[s.Index];
                return Shortage(name, name, s, ShortageText.OfPolice(s, input));
            }),
        ]);

    private static PageShortage Shortage(string code, string name, Shortage shortage, ShortageText text) =>
        new(code, name, shortage.Needed, shortage.Available, shortage.Missing, text.Reason, text.Remedy);
}
