using System.Globalization;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Guarding.Replanning;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>What a guard plan is asked of; paths that are null were not given.</summary>
internal sealed record PlanGuardRequest
{
    /// <summary>The files of the ground; null where it comes from the database.</summary>
    public TerritoryPaths? Territory { get; init; }

    public string? Classes { get; init; }

    public string? Patterns { get; init; }

    public string? Forces { get; init; }

    public string? Links { get; init; }

    /// <summary>Stations that stay together as given.</summary>
    public string? Pins { get; init; }

    /// <summary>Minutes between villages; null is straight lines.</summary>
    public string? Distances { get; init; }

    public string? Boundaries { get; init; }

    /// <summary>Folder of the plan to start from; null plans afresh.</summary>
    public string? Earlier { get; init; }

    public GroupingUnit Unit { get; init; } = GroupingUnit.Village;

    /// <summary>Codes of kecamatan whose groups may cross villages though the unit is the village.</summary>
    public IReadOnlyCollection<string> Across { get; init; } = [];

    /// <summary>Villages this near lend each other Linmas, kilometres; 0 is none.</summary>
    public double NeighbourKilometres { get; init; }

    public bool FillRawan { get; init; } = true;

    public bool FillSangatRawan { get; init; }

    /// <summary>The day whose patterns apply; null is the latest in the file.</summary>
    public DateOnly? Date { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;

    /// <summary>Name of the kabupaten with its kind for the page; null prints its code.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the page says everywhere that these are no real stations.</summary>
    public bool IsSample { get; init; }

    /// <summary>The folder that the plan is written into; "" where the plan is kept in the database.</summary>
    public string Out { get; init; } = "";
}

/// <summary>Makes a guard plan from files into files.</summary>
internal static class PlanGuard
{
    /// <summary>Reads, plans, writes and answers; the exit code. Nothing is written unless all went well.</summary>
    public static int Run(
        PlanGuardRequest request, TextWriter output, TextWriter error, bool terminal, TimeProvider clock, CancellationToken cancel)
    {
        var steps = new Steps(error, terminal, clock);
        try
        {
            return Run(request, output, error, steps, clock, cancel);
        }
        finally
        {
            // Ctrl-C leaves from anywhere, and what is then said begins on a clean line.
            steps.Done();
        }
    }

    private static int Run(
        PlanGuardRequest request, TextWriter output, TextWriter error, Steps steps, TimeProvider clock, CancellationToken cancel)
    {
        var report = new InputReport();
        if (OutputFolder.Obstacle(request.Out) is { } obstacle) report.Add(obstacle);
        var earlier = request.Earlier is { } before ? WrittenPlan.Read(before, report) : null;
        var input = GuardPlanInput.Read(request, steps, report);
        cancel.ThrowIfCancellationRequested();
        if (input is null || !report.IsClean) return Refuse(report, steps, error);

        var result = earlier is null
            ? Plan(input, request, steps.Say, clock, cancel)
            : Replan(input, earlier.In(input), request with { Seed = earlier.Summary.Seed }, steps.Say, clock, cancel);
        WarnOfSmallGroups(result.Plan, report);

        steps.Say("writing");
        var hindrance = OutputFolder.Fill(request.Out, folder => Write(folder, input, result, request), cancel);
        if (hindrance is not null) report.Add(hindrance);
        if (!report.IsClean) return Refuse(report, steps, error);
        steps.Done();
        report.WriteWarnings(error);
        PlanReply.Write(output, input, result, request.Out);
        if (earlier is not null) ComparePlans.Write(output, earlier, WrittenPlan.Read(request.Out, report)!);
        return ExitCode.Ok;
    }

    /// <summary>Plans and proves, telling each step.</summary>
    public static GuardPlanResult Plan(
        GuardPlanInput input, PlanGuardRequest request, Action<string> say, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        say(string.Create(CultureInfo.InvariantCulture, $"planning {input.Problem.Stations.Length} stations"));
        var plan = GuardPlanner.Solve(input.Problem, SearchBudget.Standard, request.Seed, cancel, request.Threads);
        say(string.Create(CultureInfo.InvariantCulture, $"proving the lower bound of {plan.Groups.Length} groups"));
        var bound = GuardBound.LowerBoundGroups(input.Problem, plan, cancel, request.Threads);
        return new GuardPlanResult(plan, bound, clock.GetElapsedTime(start).TotalSeconds, request.Seed, request.Threads);
    }

    /// <summary>Plans from an earlier plan and proves, telling each step.</summary>
    public static GuardPlanResult Replan(
        GuardPlanInput input, EarlierPlan earlier, PlanGuardRequest request, Action<string> say, TimeProvider clock, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        say(string.Create(CultureInfo.InvariantCulture, $"planning {input.Problem.Stations.Length} stations again"));
        var plan = Replanner.Replan(input.Problem, earlier, cancel).Plan;
        say(string.Create(CultureInfo.InvariantCulture, $"proving the lower bound of {plan.Groups.Length} groups"));
        var bound = GuardBound.LowerBoundGroups(input.Problem, plan, cancel, request.Threads);
        return new GuardPlanResult(plan, bound, clock.GetElapsedTime(start).TotalSeconds, request.Seed, request.Threads);
    }

    /// <summary>Writes every file of a plan into an empty folder.</summary>
    public static void Write(string folder, GuardPlanInput input, GuardPlanResult result, PlanGuardRequest request)
    {
        PlanFiles.Write(folder, input, result);
        PlanGeoJson.Write(Path.Combine(folder, "plan.geojson"), input, result);
        PlanSummary.Write(Path.Combine(folder, "summary.json"), input, result);
        using var page = File.CreateText(Path.Combine(folder, "plan.html"));
        PlanPage.Write(page, PlanPageMapping.Model(input, result, request));
    }

    // A minimum is a warning and never a constraint: a village of five stations is guarded all the same.
    private static void WarnOfSmallGroups(GuardPlan plan, InputReport report)
    {
        var small = plan.Groups.Count(g => g.Stations.Length < g.Pattern.MinStations);
        if (small > 0)
            report.Warn(string.Create(CultureInfo.InvariantCulture,
                $"{small} of {plan.Groups.Length} groups have fewer stations than their pattern's min_stations."));
    }

    private static int Refuse(InputReport report, Steps steps, TextWriter error)
    {
        steps.Done();
        report.WriteWarnings(error);
        report.WriteProblems(error);
        return ExitCode.BadInput;
    }
}
