using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Summary;

/// <summary>Puts the reports of an hour together. The parts stay what they are, and it is kept which of them went in, in which version.</summary>
internal sealed class PutTogether(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The hour with its reports, the last summary, and how many reports have come or changed since; null where the reader does not ask for these or nothing is due then.</summary>
    public async Task<(ReportBoard Board, SlotCalendar Calendar, ReportSummary? Last, int Since)?> ReadAsync(Guid schedule, ReportSlot slot, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if ((await ReportScope.SchedulesAsync(database, reader, cancel)).Find(s => s.Id == schedule) is not { } of || !ReportScope.Receives(reader, of)) return null;
        var calendar = await SlotCalendar.ReadAsync(database, of, clock, cancel);
        if (!calendar.Has(slot)) return null;
        var board = await ReportBoard.ReadAsync(database, reader, of, slot, clock, cancel);
        var last = await database.Set<ReportSummary>().AsNoTracking().Include(s => s.Parts).Where(s => s.ScheduleId == schedule && s.Day == slot.Day && s.Minute == slot.Minute).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancel);
        var within = last?.Parts.Select(p => p.ReportId).ToHashSet() ?? [];
        return (board, calendar, last, last is null ? 0 : board.Rows.Count(r => r.Report is { } report && !within.Contains(report.Id)));
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong.</summary>
    public async Task<string?> RunAsync(Guid schedule, ReportSlot slot, int seen, string? situation, CancellationToken cancel)
    {
        if (SendReport.Text(situation) is not { } words || words.Length > ReportingMapping.LongestSituation) return "SituationNeeded";
        await using var transaction = await database.BeginWriteAsync(cancel);
        await database.Set<ReportSchedule>().Where(s => s.Id == schedule).ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, x => x.Name), cancel);
        if (await ReadAsync(schedule, slot, cancel) is not { } found) return "NotAsking";
        if ((found.Last?.Version ?? 0) != seen) return found.Last!.Situation == words && found.Since == 0 ? null : "ChangedMeanwhile";
        var reader = await current.GetSignedInAsync();
        var summary = new ReportSummary
        {
            Id = OrderedId.New(), ScheduleId = schedule, Day = slot.Day, Minute = slot.Minute, Version = seen + 1, Situation = words,
            By = $"{reader.Name}, {ReportScope.OfficeOf(reader, found.Board.Schedule.ReceiverId)!.Title}", At = clock.Now.ToUniversalTime(),
        };
        summary.Parts.AddRange(found.Board.Rows.Where(r => r.Report is not null).Select(r => new ReportSummaryPart { SummaryId = summary.Id, ReportId = r.Report!.Id }));
        database.Add(summary);
        await audit.AddAsync("reports.summary", summary.Id.ToString(), found.Board.Schedule.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{summary.Version},\"parts\":{summary.Parts.Count}}}"), tell: ReportingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
