using System.Text.Json;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Guarding.Plans;

/// <summary>The stations of a plan with their groups, as the map element takes them.</summary>
internal static class GroupsOnMap
{
    public static async Task<IResult> RunAsync(Guid id, ReplanGuard plans, Database database, AuditLog audit, HttpContext http, CancellationToken cancel)
    {
        var (plan, problem) = await plans.OpenAsync(id, cancel);
        if (problem is "NotYours" or "NotReady") return Results.NotFound();
        // Terbatas: which stations are guarded together.
        await audit.AddAsync("guardplan.map", id.ToString(), plan?.Record.AreaCode);
        await database.SaveChangesAsync(cancel);
        // Where it can not be opened the page says why, and the map is empty.
        var (stations, groups) = plan is null ? ([], []) : (plan.Input.Territory.Stations, plan.Result.Plan.GroupOfStation);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.Stream(async stream =>
        {
            await using var json = new Utf8JsonWriter(stream);
            json.WriteStartObject();
            json.WriteStartArray("columns");
            foreach (var column in (string[])["code", "lat", "lng", "special", "approximate", "state", "group", "centre"]) json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartArray("rows");
            for (var i = 0; i < stations.Length; i++)
            {
                json.WriteStartArray();
                json.WriteStringValue(stations[i].Code);
                json.WriteNumberValue(Math.Round(stations[i].Position.Latitude, 5));
                json.WriteNumberValue(Math.Round(stations[i].Position.Longitude, 5));
                json.WriteNumberValue(stations[i].Special ? 1 : 0);
                json.WriteNumberValue(stations[i].Approximate ? 1 : 0);
                json.WriteStringValue("");
                json.WriteStringValue(plan!.Result.GroupId(groups[i]));
                json.WriteNumberValue(plan.Result.Plan.Groups[groups[i]].Medoid == i ? 1 : 0);
                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }, "application/json");
    }
}
