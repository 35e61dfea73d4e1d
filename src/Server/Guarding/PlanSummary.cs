using System.Text.Json;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>A plan in thirteen numbers. What is available and short is null where no forces were given.</summary>
internal sealed record PlanSummary(
    int Stations,
    int Groups,
    int LowerBoundGroups,
    int OfficersNeeded,
    int? OfficersAvailable,
    int? OfficersShort,
    int LinmasNeeded,
    int? LinmasAvailable,
    int? LinmasShort,
    double TravelM,
    double Seconds,
    ulong Seed,
    int Threads)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The sums of a written plan; null after a problem.</summary>
    public static PlanSummary? Read(string path, InputReport report)
    {
        try
        {
            if (JsonSerializer.Deserialize<PlanSummary>(File.ReadAllText(path), Json) is { } summary) return summary;
            report.Add(new UnusableFile(path, "is empty; expected the sums of a plan."));
        }
        catch (Exception reading) when (reading is IOException or UnauthorizedAccessException or JsonException)
        {
            report.Add(new UnusableFile(path, $"can not be read as the sums of a plan: {reading.Message}"));
        }

        return null;
    }

    public static void Write(string path, GuardPlanInput input, GuardPlanResult result)
    {
        var plan = result.Plan;
        var known = plan.Forces is not null;
        var summary = new PlanSummary(
            input.Territory.Stations.Length, plan.Groups.Length, result.LowerBoundGroups,
            plan.OfficersNeeded, plan.Forces?.OfficersAvailable, known ? plan.OfficersShort : null,
            plan.LinmasNeeded, plan.Forces?.LinmasAvailable, known ? plan.LinmasShort : null,
            Math.Round(plan.TravelMetres, 3), Math.Round(result.Seconds, 3), result.Seed, result.Threads);
        File.WriteAllText(path, JsonSerializer.Serialize(summary, Json) + "\n");
    }
}
