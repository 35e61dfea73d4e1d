using System.Globalization;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>How a set of stations is guarded as one group.</summary>
internal sealed record Cover(GuardPattern Pattern, int Medoid, double Travel);

/// <summary>
/// Judges one set of stations by the rules of the field as the issue words them. It shares nothing with the planner but
/// the records, so that a rule misread there is not misread here in the same way.
/// </summary>
internal static class GroupJudge
{
    /// <summary>
    /// Two computations of one distance differ by less than this many metres: neither is blamed for a station that
    /// stands this near to the radius.
    /// </summary>
    public const double Blur = 3e-6;

    /// <summary>Extra metres of travel for a station of another village than the medoid's.</summary>
    private const double OtherVillage = 1000;

    /// <summary>What forbids the set, apart from patterns and links; empty if nothing does.</summary>
    public static IEnumerable<string> Faults(GuardProblem problem, IReadOnlyList<int> stations)
    {
        var villages = stations.Select(s => problem.Stations[s].Village).Distinct().ToArray();
        var kecamatan = villages.Select(v => problem.Villages[v].Kecamatan).Distinct().ToArray();
        var jurisdictions = kecamatan.Select(k => problem.Kecamatan[k].Jurisdiction).Distinct().ToArray();
        if (villages.Length > 1 && problem.Unit == GroupingUnit.Village && !kecamatan.All(k => problem.Kecamatan[k].CrossesVillages))
            yield return "crosses villages " + Text(villages);
        if (kecamatan.Length > 1)
            yield return "crosses kecamatan " + Text(kecamatan);
        if (jurisdictions.Length > 1)
            yield return "crosses jurisdictions " + Text(jurisdictions);
        var highest = Highest(problem, stations);
        if (highest == StationClass.Khusus && stations.Count > 1)
            yield return "a khusus station is not alone";
        var lower = stations.Any(s => problem.Stations[s].Class != highest);
        if (lower && highest == StationClass.Rawan && !problem.FillRawan)
            yield return "a rawan group is filled though that is forbidden";
        if (lower && highest == StationClass.SangatRawan && !problem.FillSangatRawan)
            yield return "a sangat rawan group is filled though nobody asked";
    }

    public static StationClass Highest(GuardProblem problem, IReadOnlyList<int> stations) =>
        stations.Max(s => problem.Stations[s].Class);

    /// <summary>Travel from one station of the set to all others.</summary>
    public static double Travel(GuardProblem problem, IReadOnlyList<int> stations, int from) =>
        stations.Where(s => s != from).Sum(s => Metres(problem, from, s)
            + (problem.Stations[s].Village == problem.Stations[from].Village ? 0 : OtherVillage));

    public static double Farthest(GuardProblem problem, IReadOnlyList<int> stations, int from) =>
        stations.Max(s => s == from ? 0 : Metres(problem, from, s));

    /// <summary>Stations from which all others lie within the radius; a blur of 0 or less counts only the certain ones.</summary>
    public static int[] Centres(GuardProblem problem, IReadOnlyList<int> stations, int? radius, double blur) =>
        [.. stations.Where(c => radius is null || Farthest(problem, stations, c) is var far && (far == 0 || far <= radius + blur))];

    /// <summary>Whether a pattern covers the set; a negative blur asks for certainty.</summary>
    public static bool Covers(GuardProblem problem, IReadOnlyList<int> stations, GuardPattern pattern, double blur) =>
        pattern.Class == Highest(problem, stations)
        && stations.Count <= pattern.MaxStations
        && Centres(problem, stations, pattern.RadiusMetres, blur).Length > 0;

    /// <summary>
    /// The set as one group, links apart: of the patterns of its highest class one with the fewest officers that covers
    /// it, by the least travel where several have as few. Null where it may not be a group.
    /// </summary>
    public static Cover? CoverOf(GuardProblem problem, IReadOnlyList<int> stations)
    {
        if (Faults(problem, stations).Any())
            return null;
        return problem.Patterns
            .Where(p => Covers(problem, stations, p, -Blur))
            .Select(p => CoverBy(problem, stations, p))
            .OrderBy(c => c.Pattern.Officers).ThenBy(c => c.Travel)
            .FirstOrDefault();
    }

    private static Cover CoverBy(GuardProblem problem, IReadOnlyList<int> stations, GuardPattern pattern)
    {
        var (medoid, travel) = Centres(problem, stations, pattern.RadiusMetres, -Blur)
            .Select(c => (Station: c, Travel: Travel(problem, stations, c)))
            .MinBy(c => (c.Travel, c.Station));
        return new Cover(pattern, medoid, travel);
    }

    private static double Metres(GuardProblem problem, int a, int b) =>
        problem.Distances?.Between(problem.Stations[a].Village, problem.Stations[b].Village)
        ?? Globe.Metres(problem.Stations[a].Position, problem.Stations[b].Position);

    private static string Text(IEnumerable<int> numbers) =>
        string.Join(", ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
