using Microsoft.Extensions.Localization;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>
/// <c>POST /api/kejadian</c>: one report, or a list of them that a phone kept while it had no connection. Answers for each
/// once it is on the disk; what was not answered is sent again with the same id. See <see cref="SentReports"/> for the fields.
/// </summary>
internal static class ReportsEndpoint
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(2);

    public static async Task<IResult> TakeAsync(HttpContext http, ReportIncident intake, IntakeWriter writer, IStringLocalizer<IncidentsText> texts)
    {
        if (!IsOwn(http.Request)) return Refused(StatusCodes.Status400BadRequest, texts["ApiForeign"]);
        var (sent, refusal) = await SentReports.ReadAsync(http.Request, http.RequestAborted);
        if (sent is null) return Refused(refusal == "ApiTooLarge" ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest, texts[refusal!, SentReports.MostAtOnce]);
        var answers = new Answer[sent.Count];
        var good = new List<(int Index, PendingReport Report)>(sent.Count);
        for (var i = 0; i < sent.Count; i++)
        {
            var (form, field, problem) = sent[i];
            PendingReport? report = null;
            if (problem is null) (report, problem) = await intake.CheckAsync(form, http.RequestAborted);
            if (report is not null) good.Add((i, report));
            else answers[i] = new(form.Id, false, Field: field ?? SentReports.FieldOf(problem!), Problem: texts[problem!]);
        }

        // Where his office reports nothing at all there is no field to mend.
        if (good.Count == 0) return Json(Array.TrueForAll(answers, a => a.Field is null) ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, answers);
        try
        {
            var kept = await writer.AddAsync(intake.SourceOf(good[0].Report), [.. good.Select(g => g.Report)], http.RequestAborted);
            for (var i = 0; i < good.Count; i++) answers[good[i].Index] = new(good[i].Report.Report.Id, true, Known: !kept[i]);
        }
        catch (TooBusyException busy)
        {
            http.Response.Headers.RetryAfter = FormattableString.Invariant($"{TryAgain.TotalSeconds}");
            return Refused(busy.OfOneSource ? StatusCodes.Status429TooManyRequests : StatusCodes.Status503ServiceUnavailable, texts[busy.OfOneSource ? "ApiOwnWaiting" : "ApiTooBusy"]);
        }

        return Json(good.Count == answers.Length ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus, answers);
    }

    // Another site can send neither this type without asking first, nor the cookie at all; a browser says besides where the
    // page came from that sends it.
    private static bool IsOwn(HttpRequest request) =>
        request.HasJsonContentType()
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is not { Length: > 0 } origin || (Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority == request.Host.Value));

    private static IResult Refused(int status, string problem) => Results.Json(new { problem }, statusCode: status);

    private static IResult Json(int status, Answer[] reports) => Results.Json(new Answers(reports), SentReports.Json, statusCode: status);

    /// <summary>What became of each, in the order in which they were sent.</summary>
    internal sealed record Answers(IReadOnlyList<Answer> Reports);

    /// <summary>What became of one.</summary>
    /// <param name="Id">As it was sent.</param>
    /// <param name="Received">It is kept, now or since before: it need not be sent again.</param>
    /// <param name="Known">It was there already.</param>
    /// <param name="Field">What is to be mended; null where it was received.</param>
    /// <param name="Problem">What is wrong with it.</param>
    internal sealed record Answer(Guid Id, bool Received, bool? Known = null, string? Field = null, string? Problem = null);
}
