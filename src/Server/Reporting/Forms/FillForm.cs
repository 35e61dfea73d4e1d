using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Elections.Contract;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Reporting.Summary;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Documents.Templates;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Forms;

/// <summary><c>/laporan/rekap/formulir/{id}</c>: a superior's form with the answers of an hour.</summary>
internal static class FillForm
{
    public static async Task<IResult> RunAsync(
        Guid id, Guid jadwal, string? waktu, KeepForms forms, PutTogether summaries, TellPlan plans, NameAreas names, Database database, OfficeClock clock, HttpContext http, CancellationToken cancel)
    {
        if (ReportSlot.Parse(waktu) is not { } slot || await forms.FindAsync(id, cancel) is not { } form || await summaries.ReadAsync(jadwal, slot, cancel) is not { } found) return Results.NotFound();
        var file = await database.Set<StoredFile>().AsNoTracking().SingleAsync(f => f.Id == form.FileId, cancel);
        var values = await ValuesAsync(found.Board, found.Last, plans, names, database, clock, cancel);
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(OfficeTemplate.Fill(file.Content, values), file.MediaType, $"{Path.GetFileNameWithoutExtension(file.Name)} {slot.Code}{Path.GetExtension(file.Name)}");
    }

    public static async Task<TemplateValues> ValuesAsync(ReportBoard board, ReportSummary? summary, TellPlan plans, NameAreas names, Database database, OfficeClock clock, CancellationToken cancel)
    {
        var (day, schedule) = (board.Slot.Day, board.Schedule);
        var area = (await names([schedule.AreaCode], cancel)).GetValueOrDefault(schedule.AreaCode) ?? schedule.AreaCode;
        var receiver = (await AgencyQueries.NamesAsync(database, [schedule.ReceiverId], cancel)).GetValueOrDefault(schedule.ReceiverId) ?? "";
        var voting = (await VotingDays.ReadAsync(database, schedule.AreaCode, clock, cancel)).Select(v => v.At(day)).OfType<DateOnly>().OrderBy(v => Math.Abs(v.DayNumber - day.DayNumber)).Select(v => (DateOnly?)v).FirstOrDefault();
        return FormValues.Of(board, summary, area, receiver, voting is { } h ? Format.CountDown(h, day) : "", await OfAsync(day), await OfAsync(day.AddDays(1)), clock);

        async Task<List<(string, DayPlan)>> OfAsync(DateOnly on) => [.. (await plans.OfDayAsync(on, cancel)).Where(p => p.Plan.ScheduleId == schedule.Id).Select(p => (p.Agency, p.Plan))];
    }
}
