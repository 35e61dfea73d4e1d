using System.Globalization;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding;

/// <summary>A finished plan and how it came about.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="LowerBoundGroups">No admissible plan has fewer groups than this.</param>
/// <param name="Seconds">Time from parsed input to finished plan and bound, without reading and writing.</param>
/// <param name="Seed">Gives the same plan again.</param>
/// <param name="Threads">Threads used; they change the time and nothing else.</param>
internal sealed record GuardPlanResult(GuardPlan Plan, int LowerBoundGroups, double Seconds, ulong Seed, int Threads)
{
    private readonly string _format = "D" + Math.Max(3, Digits(Plan.Groups.Length).Length).ToString(CultureInfo.InvariantCulture);

    /// <summary>Name of a group, K001 on, in the order of the groups' lowest stations.</summary>
    public string GroupId(int group) => "K" + (group + 1).ToString(_format, CultureInfo.InvariantCulture);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
