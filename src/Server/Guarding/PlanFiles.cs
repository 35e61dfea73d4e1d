using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Risk.Contract;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Guarding;

/// <summary>The tables of a plan, for spreadsheets and other programs: one row a fact, joined by codes.</summary>
internal static class PlanFiles
{
    public static void Write(string folder, GuardPlanInput input, GuardPlanResult result)
    {
        var (territory, problem, plan) = (input.Territory, input.Problem, result.Plan);
        CsvOutput.Write(
            Path.Combine(folder, "stations.csv"),
            ["tps_code", "village_code", "class", "lat", "lng", "approximate", "group_id"],
            territory.Stations.Select((s, i) => new object?[]
            {
                s.Code, territory.Villages[s.Village].Code, StationClasses.CodeOf(problem.Stations[i].Class),
                Degrees(s.Position.Latitude), Degrees(s.Position.Longitude), s.Approximate ? "true" : "false",
                result.GroupId(plan.GroupOfStation[i]),
            }));
        CsvOutput.Write(
            Path.Combine(folder, "groups.csv"),
            ["group_id", "class", "officers", "stations", "travel_m", "kecamatan_code", "jurisdiction"],
            plan.Groups.Select((g, i) =>
            {
                var kecamatan = territory.Kecamatan[territory.Villages[territory.Stations[g.Medoid].Village].Kecamatan];
                return new object?[]
                {
                    result.GroupId(i), StationClasses.CodeOf(g.Pattern.Class), g.Pattern.Officers, g.Stations.Length,
                    Math.Round(g.TravelMetres, 3), kecamatan.Code, territory.Jurisdictions[kecamatan.Jurisdiction],
                };
            }));
        CsvOutput.Write(
            Path.Combine(folder, "linmas.csv"),
            ["village_code", "tps_code", "count"],
            (plan.Forces?.Linmas ?? []).Select(p => new object?[]
            {
                input.Roster!.CodeOf(p.HomeLevel, p.Home, territory), territory.Stations[p.Station].Code, p.Count,
            }));
        CsvOutput.Write(
            Path.Combine(folder, "officers.csv"),
            ["home_code", "group_id", "count", "kind"],
            (plan.Forces?.Officers ?? []).Select(p => new object?[]
            {
                input.Roster!.CodeOf(p.HomeLevel, p.Home, territory, police: true, p.Bko), result.GroupId(p.Group), p.Count, p.Bko ? "bko" : "police",
            }));
        CsvOutput.Write(
            Path.Combine(folder, "shortages.csv"),
            ["kind", "code", "needed", "available", "short", "reason"],
            [
                .. (plan.Forces?.LinmasShortages ?? []).Select(s => Row(
                    "linmas", territory.Villages[s.Index].Code, s, ShortageText.OfLinmas(s, input).Text)),
                .. (plan.Forces?.PoliceShortages ?? []).Select(s => Row(
                    "police", territory.Jurisdictions[s.Index], s, ShortageText.OfPolice(s, input).Text)),
            ]);
    }

    private static object?[] Row(string kind, string code, Shortage shortage, string reason) =>
        [kind, code, shortage.Needed, shortage.Available, shortage.Missing, reason];

    // As many decimals as the positions were rounded to before planning, so that every distance can be checked.
    private static string Degrees(double degrees) => degrees.ToString("F8", System.Globalization.CultureInfo.InvariantCulture);
}
