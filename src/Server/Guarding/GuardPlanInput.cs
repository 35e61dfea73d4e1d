using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Replanning;
using TigaPilar.Server.Guarding.Rules;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>
/// A guard problem with everything that planning does not need to know: codes, names, shapes and texts, by the same
/// indices.
/// </summary>
/// <param name="Problem">What is planned.</param>
/// <param name="Territory">Codes and names behind the problem's indices.</param>
/// <param name="Patterns">The patterns in force with their dates and legal bases.</param>
/// <param name="Roster">The forces as given; null is 'not filled in'.</param>
/// <param name="Boundaries">Village outlines for the map; empty draws points.</param>
internal sealed record GuardPlanInput(
    GuardProblem Problem,
    TerritoryMap Territory,
    ImmutableArray<PatternRow> Patterns,
    ForceRoster? Roster,
    ImmutableArray<VillageShape> Boundaries)
{
    /// <summary>Reads every file of a request; null after problems.</summary>
    public static GuardPlanInput? Read(PlanGuardRequest request, Steps steps, InputReport report)
    {
        steps.Say("reading villages and stations");
        var rows = ReadPatterns(request, report);
        var territory = TerritoryFiles.Read(request.Territory!, report);
        if (territory is null || rows is not { } patterns) return null;

        steps.Say("reading classes, forces, links and boundaries");
        var shapes = request.Boundaries is null ? [] : TerritoryFiles.ReadBoundaries(request.Boundaries, territory, report);
        return shapes is { } outlines ? Assemble(request, territory, patterns, outlines, report) : null;
    }

    /// <summary>
    /// Joins the ground, wherever it came from, with classes (of the request's file, or as assessed), forces (of its file, or as counted), and links and
    /// minutes (of the request's files and as they were entered); null after problems.
    /// </summary>
    public static GuardPlanInput? Assemble(
        PlanGuardRequest request, TerritoryMap territory, ImmutableArray<PatternRow> patterns, ImmutableArray<VillageShape> outlines,
        InputReport report, IReadOnlyCollection<ClassInForce>? assessed = null, EnteredGround? entered = null, ForceRoster? counted = null)
    {
        var classes = assessed is null ? StationClasses.Read(request.Classes, territory, report) : StationClasses.Of(assessed, territory);
        var links = LinkFile.Read(request.Links, territory, report);
        var pins = PinFile.Read(request.Pins, territory, report);
        // Minutes of a file are for this plan, and stand before those that were entered for all.
        var distances = request.Distances is null ? entered?.WaysIn(territory) : DistanceFile.Read(request.Distances, territory, report);
        var roster = request.Forces is null ? counted : ForceFile.Read(request.Forces, territory, report);
        var across = request.Across.ToHashSet(StringComparer.Ordinal);
        foreach (var code in across.Where(c => territory.FindKecamatan(c) is null))
            report.Add(new UnknownCode("--across", null, "kecamatan_code", code, "kecamatan", "the villages"));
        if (!report.IsClean || classes is not { } known || links is not { } linked || pins is not { } pinned) return null;
        LinkRow[] rows = [.. linked, .. pinned, .. entered?.LinksIn(territory) ?? []];

        RequirePatterns(request, known, patterns, report);
        WarnOfPatterns(patterns, report);
        if (!report.IsClean) return null;
        var problem = new GuardProblem
        {
            Stations = [.. territory.Stations.Select((s, i) => new GuardStation(s.Position, s.Village, known[i]))],
            Villages = [.. territory.Villages.Select(v => new GuardVillage(v.Kecamatan, v.Centroid))],
            Kecamatan = [.. territory.Kecamatan.Select(k => new GuardKecamatan(k.Jurisdiction, k.Kabupaten, across.Contains(k.Code)))],
            Patterns = [.. patterns.Select(p => p.Pattern)],
            Unit = request.Unit,
            FillRawan = request.FillRawan,
            FillSangatRawan = request.FillSangatRawan,
            Links = [.. rows.Select(l => l.Link)],
            Distances = distances,
            Forces = roster?.Forces,
            NeighbourMetres = request.NeighbourKilometres * 1000,
        };
        LinkFile.RefuseConflicts(rows, problem, territory, report);
        return new GuardPlanInput(problem, territory, patterns, roster, outlines);
    }

    /// <summary>The patterns of the request's file in force on its day; without a file this program's default.</summary>
    public static ImmutableArray<PatternRow>? ReadPatterns(PlanGuardRequest request, InputReport report)
    {
        if (request.Patterns is null)
            return [.. GuardProblem.DefaultPatterns.Select(p => new PatternRow(p, null, "baku program"))];
        return PatternFile.Read(request.Patterns, report) is { } rows ? PatternFile.InForce(rows, request.Date) : null;
    }

    private static void RequirePatterns(
        PlanGuardRequest request, ImmutableArray<StationClass> classes, ImmutableArray<PatternRow> patterns, InputReport report)
    {
        foreach (var used in classes.CountBy(c => c).OrderBy(c => c.Key).Where(c => patterns.All(p => p.Pattern.Class != c.Key)))
            report.Add(new ClassWithoutPattern(request.Patterns ?? "--patterns", StationClasses.CodeOf(used.Key), used.Value, request.Date));
    }

    private static void WarnOfPatterns(ImmutableArray<PatternRow> patterns, InputReport report)
    {
        foreach (var (pattern, _, _) in patterns.Where(p => p.Pattern.LinmasPerStation != 2))
        {
            report.Warn(string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"pattern {StationClasses.CodeOf(pattern.Class)} {pattern.Officers}-{pattern.MaxStations}: "
                + $"{pattern.LinmasPerStation} Linmas a station; the usual rule is 2."));
        }
    }
}
