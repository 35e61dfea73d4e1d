using System.Text.Json;
using TigaPilar.Planning.Geometry;
using TigaPilar.Server.Risk.Contract;

namespace TigaPilar.Server.Guarding;

/// <summary>
/// The plan as GeoJSON (RFC 7946: WGS84, longitude first): a point a station, and of each group of several stations
/// the lines from its medoid to its members.
/// </summary>
internal static class PlanGeoJson
{
    public static void Write(string path, GuardPlanInput input, GuardPlanResult result)
    {
        using var file = File.Create(path);
        using var json = new Utf8JsonWriter(file);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        for (var station = 0; station < input.Territory.Stations.Length; station++) WriteStation(json, input, result, station);
        for (var group = 0; group < result.Plan.Groups.Length; group++) WriteGroup(json, input, result, group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStation(Utf8JsonWriter json, GuardPlanInput input, GuardPlanResult result, int index)
    {
        var station = input.Territory.Stations[index];
        var village = input.Territory.Villages[station.Village];
        var group = result.Plan.GroupOfStation[index];
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        WritePoint(json, station.Position);
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", "station");
        json.WriteString("tps_code", station.Code);
        json.WriteString("village_code", village.Code);
        json.WriteString("village", village.Name);
        json.WriteString("class", StationClasses.CodeOf(input.Problem.Stations[index].Class));
        json.WriteBoolean("approximate", station.Approximate);
        json.WriteString("group_id", result.GroupId(group));
        json.WriteBoolean("medoid", result.Plan.Groups[group].Medoid == index);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, GuardPlanInput input, GuardPlanResult result, int index)
    {
        var group = result.Plan.Groups[index];
        if (group.Stations.Length == 1) return;
        var stations = input.Territory.Stations;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiLineString");
        json.WriteStartArray("coordinates");
        foreach (var member in group.Stations.Where(s => s != group.Medoid))
        {
            json.WriteStartArray();
            WritePoint(json, stations[group.Medoid].Position);
            WritePoint(json, stations[member].Position);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("kind", "group");
        json.WriteString("group_id", result.GroupId(index));
        json.WriteString("class", StationClasses.CodeOf(group.Pattern.Class));
        json.WriteNumber("officers", group.Pattern.Officers);
        json.WriteNumber("stations", group.Stations.Length);
        json.WriteNumber("travel_m", Math.Round(group.TravelMetres, 3));
        json.WriteString("medoid", stations[group.Medoid].Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, GeoPoint point)
    {
        json.WriteStartArray();
        json.WriteNumberValue(point.Longitude);
        json.WriteNumberValue(point.Latitude);
        json.WriteEndArray();
    }
}
