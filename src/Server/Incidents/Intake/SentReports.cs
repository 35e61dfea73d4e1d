using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>
/// Reports as JSON: an object or a list of objects with <c>id</c> (a UUID made by who sends), <c>what</c>, <c>where</c>,
/// <c>area</c> (code of the village or kecamatan), and where a posko takes it down <c>via</c> (application, telephone, chat,
/// radio) and <c>place</c> (latitude and longitude). Fields that are not known are left aside.
/// </summary>
internal static class SentReports
{
    /// <summary>Reports in one request.</summary>
    public const int MostAtOnce = 50;

    /// <summary>As many of the longest reports, written as ASCII.</summary>
    private const int LargestBody = 384 * 1024;

    private const string Id = "id", What = "what", Where = "where", Area = "area", Via = "via", Place = "place";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The reports, each with the field and the key of the text where one cannot be read at all; or the key of the text why none can.</summary>
    public static async Task<(IReadOnlyList<(ReportIncident.Form Form, string? Field, string? Problem)>? Sent, string? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > LargestBody) return (null, "ApiTooLarge");
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = LargestBody;
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            var root = body.RootElement;
            if (root.ValueKind == JsonValueKind.Object) return ([Read(root)], null);
            if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0) return (null, "ApiUnreadable");
            return root.GetArrayLength() > MostAtOnce ? (null, "ApiTooLarge") : ([.. root.EnumerateArray().Select(Read)], null);
        }
        catch (JsonException)
        {
            return (null, "ApiUnreadable");
        }
        catch (BadHttpRequestException broken)
        {
            return (null, broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? "ApiTooLarge" : "ApiUnreadable");
        }
    }

    /// <summary>Which field a problem of the form is about; null where it is about who sends.</summary>
    public static string? FieldOf(string problem) => problem switch
    {
        "SendAgain" => Id,
        "WhatNeeded" => What,
        "WhereNeeded" => Where,
        "AreaNeeded" => Area,
        "ViaNeeded" => Via,
        "PlaceWrong" => Place,
        _ => null,
    };

    private static (ReportIncident.Form Form, string? Field, string? Problem) Read(JsonElement sent)
    {
        var form = new ReportIncident.Form();
        if (sent.ValueKind != JsonValueKind.Object || !TryText(sent, Id, out var id) || !Guid.TryParse(id, out var known) || known == Guid.Empty) return (form, Id, "ApiIdNeeded");
        form.Id = known;
        if (!TryText(sent, What, out var what)) return (form, What, "WhatNeeded");
        if (!TryText(sent, Where, out var where)) return (form, Where, "WhereNeeded");
        if (!TryText(sent, Area, out var area)) return (form, Area, "AreaNeeded");
        if (!TryText(sent, Place, out var place)) return (form, Place, "PlaceWrong");
        if (!TryText(sent, Via, out var via) || !(via is null || (Enum.TryParse<ReceivedVia>(via, ignoreCase: true, out var by) && Enum.IsDefined(by)))) return (form, Via, "ViaNeeded");
        (form.What, form.Where, form.Area, form.Place) = (what, where, area, place);
        if (via is not null) form.Via = Enum.Parse<ReceivedVia>(via, ignoreCase: true);
        return (form, null, null);
    }

    // Null where it is left out. NUL, which PostgreSQL's text does not hold, is left out of it as out of forms.
    private static bool TryText(JsonElement sent, string name, out string? text)
    {
        text = null;
        if (!sent.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = value.GetString()!.Replace("\0", "", StringComparison.Ordinal);
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            return false;
        }
    }
}
