using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>A plan opened to be changed: what it is planned from today, what it was, and the groups as they stand.</summary>
internal sealed record OpenedPlan(GuardPlanRecord Record, GuardPlanInput Input, PlanGuardRequest Request, EarlierPlan Earlier, GuardPlanResult Result);

/// <summary>
/// Plans again from a plan made before: from the stations, classes and forces of today, or with one station moved by hand.
/// Groups that hold stay, and as few people as possible are sent elsewhere. It becomes a new version; the old one stays.
/// </summary>
internal sealed class ReplanGuard(Database database, CurrentReader current, PlanQueue queue, AssemblePlan assemble, StartGuardPlan start, OpenedPlans opened)
{
    /// <summary>The new version's id, or what hinders it.</summary>
    /// <param name="plan">The plan to begin from.</param>
    /// <param name="station">Code of a station to be moved; null moves none.</param>
    /// <param name="group">Number of the group that it goes to, from 1; null is a new one.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<(Guid? Id, string? Problem)> RunAsync(Guid plan, string? station, int? group, CancellationToken cancel)
    {
        // As it is now, and not as it was when somebody looked.
        opened.Forget(plan);
        var (found, problem) = await OpenAsync(plan, cancel);
        if (found is null) return (null, problem);
        var earlier = found.Earlier;
        if (station is not null)
        {
            if (found.Input.Territory.FindStation(station) is not { } index) return (null, "MoveUnknownStation");
            if (Judge(found, index, group) is not { IsAllowed: true }) return (null, "MoveRefused");
            // Numbers of the groups as they are shown, so that the two plans speak of the same ones.
            var now = found.Result.Plan.GroupOfStation;
            earlier = new EarlierPlan(now, found.Result.Plan.Forces?.Linmas ?? [], found.Result.Plan.Forces?.Officers ?? []);
            earlier = earlier with { GroupOfStation = now.SetItem(index, group is { } to ? to - 1 : found.Result.Plan.Groups.Length) };
        }

        var reader = await current.GetSignedInAsync();
        var record = await start.AddAsync(
            found.Record.ElectionId, found.Record.AreaCode, PlanAnswers.Of(found.Record), found.Record.Given, found.Input.Territory.Stations.Length, reader.AccountId, cancel);
        queue.Add(new PlanWork(record.Id, found.Input, found.Request, earlier));
        return (record.Id, null);
    }

    /// <summary>What moving a station would do; null where there is no such group.</summary>
    public static MoveVerdict? Judge(OpenedPlan plan, int station, int? group) =>
        group is { } to && (to < 1 || to > plan.Result.Plan.Groups.Length) ? null
        : MoveStation.Evaluate(plan.Input.Problem, plan.Result.Plan, station, group - 1);

    /// <summary>
    /// The plan opened, or the key of what hinders it. Kept for some minutes, so that each look at another move is answered
    /// at once; saving opens it anew.
    /// </summary>
    public async Task<(OpenedPlan? Plan, string? Problem)> OpenAsync(Guid plan, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var record = await database.Set<GuardPlanRecord>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == plan, cancel);
        if (record is null || !reader.AreasOf(GuardingPermissions.Write).Contains(record.AreaCode)) return (null, "NotYours");
        if (record.State != GuardPlanState.Ready) return (null, "NotReady");
        if (opened.Find(plan) is { } known) return (known, null);

        var election = (await ElectionQueries.AllAsync(database, cancel)).Single(e => e.Id == record.ElectionId);
        using var uploads = Uploads.Open(record.Given);
        var (input, request, problem) = await assemble.RunAsync(election, record.AreaCode, PlanAnswers.Of(record), uploads, new InputReport(), cancel);
        if (input is null) return (null, problem ?? "GivenNoLongerFits");
        if (PlanFolder.Read(record) is not { } written) return (null, "FilesUnreadable");
        var earlier = written.In(input);
        var groups = Replanner.Replan(input.Problem, earlier, cancel).Plan;
        var found = new OpenedPlan(record, input, request with { Seed = written.Summary.Seed }, earlier, new GuardPlanResult(groups, 0, 0, written.Summary.Seed, 1));
        opened.Keep(plan, found);
        return (found, null);
    }
}

/// <summary>The few plans that somebody is changing by hand, ready to be asked.</summary>
internal sealed class OpenedPlans : IDisposable
{
    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = 4 });

    public OpenedPlan? Find(Guid plan) => _kept.Get<OpenedPlan>(plan);

    public void Keep(Guid plan, OpenedPlan opened) => _kept.Set(plan, opened, new MemoryCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(10), Size = 1 });

    public void Forget(Guid plan) => _kept.Remove(plan);

    public void Dispose() => _kept.Dispose();
}
