using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary>What a reader's own agency has to report and has reported.</summary>
/// <param name="Schedule">Which reports.</param>
/// <param name="Reporter">The agency.</param>
/// <param name="Open">Hours that have come without a report, the latest first.</param>
/// <param name="Next">The hour that comes next; null where none does for two months.</param>
/// <param name="NextSent">Whether it is reported already.</param>
/// <param name="Sent">What was sent in these days, the latest first, the last version of each.</param>
public sealed record OwnReports(ReportSchedule Schedule, Reporter Reporter, ImmutableArray<ReportSlot> Open, ReportSlot? Next, bool NextSent, ImmutableArray<SituationReport> Sent)
{
    /// <summary>So many days back an hour without a report is asked for still.</summary>
    private const int Days = 3;

    internal static async Task<List<OwnReports>> ReadAsync(Database database, Reader reader, OfficeClock clock, CancellationToken cancel)
    {
        var (all, now) = (new List<OwnReports>(), clock.Now.DateTime);
        if (!reader.May(ReportingPermissions.Write)) return all;
        foreach (var schedule in await ReportScope.SchedulesAsync(database, reader, cancel))
        {
            foreach (var reporter in (await ReportScope.ReportersAsync(database, schedule, cancel)).Where(r => ReportScope.OfficeOf(reader, r.Id) is not null))
            {
                var calendar = await SlotCalendar.ReadAsync(database, schedule, clock, cancel);
                var from = clock.Today.AddDays(-Days);
                var sent = (await database.Set<SituationReport>().AsNoTracking().Include(r => r.Entries).Where(r => r.ScheduleId == schedule.Id && r.AgencyId == reporter.Id && r.Day >= from).ToListAsync(cancel))
                    .GroupBy(r => r.Minute is { } minute ? ReportSlot.Of(r.Day, minute).Code  : r.Key, StringComparer.Ordinal).Select(g => g.MaxBy(r => r.Version)!).OrderByDescending(r => r.At).ToImmutableArray();
                var done = sent.Where(r => r.Minute is not null).Select(r => ReportSlot.Of(r.Day, r.Minute!.Value)).ToHashSet();
                var next = calendar.NextAfter(now);
                all.Add(new(
                    schedule, reporter, [.. calendar.Between(from, clock.Today).Where(s => s.At <= now && !done.Contains(s)).OrderByDescending(s => s.At)], next, next is { } slot && done.Contains(slot), sent));
            }
        }

        return all;
    }
}
