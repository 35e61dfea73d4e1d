using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Forces.Contract;
using TigaPilar.Server.Guarding.Rules;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>Joins what a plan is asked of with stations, classes and outlines as the database has them now.</summary>
internal sealed class AssemblePlan(Database database, OfficeClock clock, NameAreas names)
{
    /// <summary>The plan's input, or the key of what hinders it; both null where the report says what is wrong with a file.</summary>
    public async Task<(GuardPlanInput? Input, PlanGuardRequest Request, string? Problem)> RunAsync(
        ElectionName election, string area, PlanAnswers answers, Uploads uploads, InputReport report, CancellationToken cancel)
    {
        var name = (await names([area], cancel)).GetValueOrDefault(area) ?? area;
        var request = new PlanGuardRequest
        {
            Classes = uploads.Classes,
            Forces = answers.Strength is null or PlanAnswers.StrengthOfFile ? uploads.Forces : null,
            Links = uploads.Links,
            Pins = uploads.Pins,
            Distances = uploads.Distances,
            Patterns = uploads.Patterns,
            Unit = answers.AcrossVillages ? GroupingUnit.Kecamatan : GroupingUnit.Village,
            Across = answers.AcrossIn,
            FillRawan = answers.FillRawan,
            FillSangatRawan = answers.FillSangatRawan,
            NeighbourKilometres = Math.Clamp(answers.NeighbourKilometres, 0, 50),
            Date = answers.RevoteOn ?? election.VotingDay,
            // Which election it is for stands on every sheet: of the sample one reads there that it is one.
            Name = answers.RevoteOn is null ? $"{name}, {election.Name}" : $"{name}, PSU {election.Name}",
            Threads = Environment.ProcessorCount,
        };
        var map = await TerritoryQueries.MapAsync(database, election.Id, area, cancel);
        if (map is null) return (null, request, "NoStations");
        if (answers.Stations.Count > 0)
        {
            foreach (var code in answers.Stations.Where(c => map.FindStation(c) is null)) report.Add(new UnknownCode("PSU", null, "kode_tps", code, "station", "the stations of this election and kabupaten"));
            if (!report.IsClean) return (null, request, null);
            map = map.Only(answers.Stations.ToHashSet(StringComparer.Ordinal));
        }

        var preset = PatternPresets.All.FirstOrDefault(p => p.Name == answers.Preset);
        var patterns = uploads.Patterns is null && preset is not null ? preset.Rows
            : uploads.Patterns is null && answers.Preset == PlanAnswers.EnteredPatterns && await KeepPatterns.InForceAsync(database, area, answers.RevoteOn ?? election.VotingDay ?? clock.Today, cancel) is { } entered ? entered
            : GuardPlanInput.ReadPatterns(request, report);
        if (patterns is not { } rows) return (null, request, null);
        var shapes = await TerritoryQueries.ShapesAsync(database, map, cancel);
        // As named officers say today, unless a file says otherwise for this plan.
        var known = uploads.Classes is null ? await ClassesInForce.OfAsync(database, election.Id, AreaSet.Of(area), clock.Today, cancel) : null;
        var within = AreaSet.Of(area);
        var ground = new EnteredGround(await KeepWays.TiesAsync(database, election.Id, within, cancel), await KeepWays.WaysAsync(database, within, cancel));
        var counted = answers.Strength == PlanAnswers.StrengthOfData ? await StrengthRoster.OfAsync(database, election.Id, area, map, report, cancel) : null;
        var input = GuardPlanInput.Assemble(request, map, rows, shapes, report, known, ground, counted);
        return (report.IsClean ? input : null, request, null);
    }
}
