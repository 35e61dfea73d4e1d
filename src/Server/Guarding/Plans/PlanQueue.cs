using System.Collections.Concurrent;
using System.IO.Compression;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Filling;
using TigaPilar.Server.Shell.Feed;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>A plan to be made: afresh, or from an earlier one.</summary>
internal sealed record PlanWork(Guid Id, GuardPlanInput Input, PlanGuardRequest Request, EarlierPlan? Earlier);

/// <summary>Makes plans one after another in the background: each takes every core for a second or two.</summary>
internal sealed class PlanQueue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlanQueue> log) : BackgroundService
{
    private readonly Channel<PlanWork> _work = Channel.CreateUnbounded<PlanWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, string> _steps = new();

    public void Add(PlanWork work)
    {
        _steps[work.Id] = "waiting";
        _work.Writer.TryWrite(work);
    }

    /// <summary>What is being done for a plan: waiting, planning, proving or writing; null when it is done.</summary>
    public string? StepOf(Guid plan) => _steps.GetValueOrDefault(plan);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await EndInterruptedAsync(stoppingToken);
        await foreach (var work in _work.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Task.Run(() => MakeAsync(work, stoppingToken), stoppingToken);
            }
            catch (Exception bug) when (bug is not OperationCanceledException)
            {
                PlanFailed(log, work.Id, bug);
                await SaveAsync(work.Id, (_, p) =>
                {
                    (p.State, p.Answer) = (GuardPlanState.Failed, "failed");
                    return Task.CompletedTask;
                }, stoppingToken);
            }
            finally
            {
                _steps.TryRemove(work.Id, out _);
            }
        }
    }

    private async Task MakeAsync(PlanWork work, CancellationToken cancel)
    {
        void Say(string step) => _steps[work.Id] = step.StartsWith("proving", StringComparison.Ordinal) ? "proving" : "planning";
        var result = work.Earlier is { } earlier
            ? PlanGuard.Replan(work.Input, earlier, work.Request, Say, clock, cancel)
            : PlanGuard.Plan(work.Input, work.Request, Say, clock, cancel);
        _steps[work.Id] = "writing";
        var files = Zip(work, result);
        await SaveAsync(work.Id, async (database, plan) =>
        {
            plan.State = GuardPlanState.Ready;
            plan.Answer = PlanReply.Sentence(work.Input, result);
            plan.Groups = result.Plan.Groups.Length;
            plan.LowerBoundGroups = result.LowerBoundGroups;
            plan.Officers = result.Plan.OfficersNeeded;
            plan.Linmas = result.Plan.LinmasNeeded;
            plan.Seconds = result.Seconds;
            plan.Files = files;
            await KeepPlan.AddAsync(database, plan.Id, plan.AreaCode, work.Input, result, cancel);
        }, cancel);
    }

    private static byte[] Zip(PlanWork work, GuardPlanResult result)
    {
        var folder = Directory.CreateTempSubdirectory("tigapilar-plan-");
        try
        {
            PlanGuard.Write(folder.FullName, work.Input, result, work.Request);
            using var zip = new MemoryStream();
            ZipFile.CreateFromDirectory(folder.FullName, zip, CompressionLevel.Fastest, includeBaseDirectory: false);
            return zip.ToArray();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // What was being planned when the program ended is begun by nobody again; its page shall say so and not wait for ever.
    private async Task EndInterruptedAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        foreach (var plan in await database.Set<GuardPlanRecord>().Where(p => p.State == GuardPlanState.Running).ToListAsync(cancel))
            (plan.State, plan.Answer) = (GuardPlanState.Failed, "interrupted");
        await database.SaveChangesAsync(cancel);
    }

    private async Task SaveAsync(Guid id, Func<Database, GuardPlanRecord, Task> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<Database>();
        var plan = await database.Set<GuardPlanRecord>().SingleAsync(p => p.Id == id, cancel);
        await change(database, plan);
        database.Announce(GuardingPermissions.Read, id.ToString(), plan.AreaCode, clock.GetUtcNow());
        await database.SaveChangesAsync(cancel);
    }

    private static readonly Action<ILogger, Guid, Exception?> PlanFailed =
        LoggerMessage.Define<Guid>(LogLevel.Error, new EventId(1, nameof(PlanFailed)), "Guard plan {Plan} could not be made.");
}
