using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>What guarding a kecamatan takes one way or the other.</summary>
/// <param name="Groups">Groups.</param>
/// <param name="Officers">Officers that their patterns ask for.</param>
/// <param name="TravelMetres">Travel inside the groups, metres.</param>
internal readonly record struct UnitCost(int Groups, int Officers, double TravelMetres);

/// <summary>A kecamatan with the two ways to group its stations.</summary>
/// <param name="Code">Code of the kecamatan.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stations">Its stations.</param>
/// <param name="Within">With groups inside villages; as across where <paramref name="Bound"/>.</param>
/// <param name="Across">With groups across villages.</param>
/// <param name="Crosses">Which of the two the plan has.</param>
/// <param name="Bound">Stations of two of its villages must stay together: there is no choice.</param>
internal sealed record UnitChoice(string Code, string Name, int Stations, UnitCost Within, UnitCost Across, bool Crosses, bool Bound);

/// <summary>
/// Weighs officers against ways, kecamatan by kecamatan: fewer groups where they may cross villages, shorter ways where they
/// may not. Which of the two is right is the Polres's to say; a new version of the plan is made by what it chose.
/// </summary>
internal sealed class WeighUnits(ReplanGuard plans, StartGuardPlan start, AssemblePlan assemble, PlanQueue queue, Shell.Access.CurrentReader current, Storage.Database database)
{
    /// <summary>The choices of a plan, or the key of what hinders it.</summary>
    public async Task<(ImmutableArray<UnitChoice> Choices, GuardPlanRecord? Plan, string? Problem)> RunAsync(Guid plan, CancellationToken cancel)
    {
        var (opened, problem) = await plans.OpenAsync(plan, cancel);
        if (opened is null) return ([], null, problem);
        // Two plans of a kabupaten take a second: long enough to leave the thread to others.
        return (await Task.Run(() => Weigh(opened.Input, cancel), cancel), opened.Record, null);
    }

    /// <summary>Makes a new version in which the groups of these kecamatan cross villages and the others' do not; its id, or what hinders it.</summary>
    public async Task<(Guid? Id, string? Problem)> ChooseAsync(Guid plan, IReadOnlyCollection<string> crossing, CancellationToken cancel)
    {
        var (opened, problem) = await plans.OpenAsync(plan, cancel);
        if (opened is null) return (null, problem);
        var known = opened.Input.Territory.Kecamatan.Select(k => k.Code).ToHashSet(StringComparer.Ordinal);
        var chosen = crossing.Where(known.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var everywhere = chosen.Length == known.Count;
        var answers = PlanAnswers.Of(opened.Record) with { AcrossVillages = everywhere, AcrossIn = everywhere ? [] : chosen };
        var election = (await Elections.Contract.ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == opened.Record.ElectionId);
        using var uploads = Uploads.Open(opened.Record.Given);
        var (input, request, hindrance) = await assemble.RunAsync(election, opened.Record.AreaCode, answers, uploads, new Shell.InputReport(), cancel);
        if (input is null) return (null, hindrance ?? "GivenNoLongerFits");
        var reader = await current.GetSignedInAsync();
        var record = await start.AddAsync(
            election.Id, opened.Record.AreaCode, answers, opened.Record.Given, input.Territory.Stations.Length, reader.AccountId, cancel);
        queue.Add(new PlanWork(record.Id, input, request, Earlier: null));
        return (record.Id, null);
    }

    private static ImmutableArray<UnitChoice> Weigh(GuardPlanInput input, CancellationToken cancel)
    {
        var problem = input.Problem with { Forces = null };
        var within = problem with { Unit = GroupingUnit.Village, Kecamatan = [.. problem.Kecamatan.Select(k => k with { CrossesVillages = false })] };
        var bound = LinkConflict.Find(within).Where(c => c.Kind == LinkConflictKind.AcrossUnits)
            .Select(c => KecamatanOf(problem, problem.Links[c.Link].A)).ToHashSet();
        within = within with { Kecamatan = [.. within.Kecamatan.Select((k, i) => k with { CrossesVillages = bound.Contains(i) })] };
        var inside = Costs(within, cancel);
        var across = Costs(problem with { Unit = GroupingUnit.Kecamatan }, cancel);
        var stations = problem.Stations.CountBy(s => problem.Villages[s.Village].Kecamatan).ToDictionary();
        return
        [
            .. input.Territory.Kecamatan.Select((k, i) => new UnitChoice(
                k.Code, k.Name ?? k.Code, stations.GetValueOrDefault(i), inside[i], across[i],
                problem.Unit == GroupingUnit.Kecamatan || problem.Kecamatan[i].CrossesVillages, bound.Contains(i))).Where(c => c.Stations > 0),
        ];
    }

    private static UnitCost[] Costs(GuardProblem problem, CancellationToken cancel)
    {
        var plan = GuardPlanner.Solve(problem, SearchBudget.Standard, 1, cancel, Environment.ProcessorCount);
        var costs = new UnitCost[problem.Kecamatan.Length];
        foreach (var group in plan.Groups)
        {
            ref var sum = ref costs[KecamatanOf(problem, group.Medoid)];
            sum = new UnitCost(sum.Groups + 1, sum.Officers + group.Pattern.Officers, sum.TravelMetres + group.TravelMetres);
        }

        return costs;
    }

    private static int KecamatanOf(GuardProblem problem, int station) => problem.Villages[problem.Stations[station].Village].Kecamatan;
}
