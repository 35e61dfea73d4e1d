using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary>An agency of which reports are asked.</summary>
/// <param name="Id">Which one.</param>
/// <param name="Name">Its name.</param>
/// <param name="AreaCode">Its area; the kabupaten where it has several.</param>
public sealed record Reporter(Guid Id, string Name, string AreaCode);

/// <summary>Who sees which reports, who sends them and who asks for them.</summary>
internal static class ReportScope
{
    /// <summary>Those of the reader's kabupaten; those of Polsek police alone.</summary>
    public static async Task<List<ReportSchedule>> SchedulesAsync(Database database, Reader reader, CancellationToken cancel)
    {
        var areas = reader.AreasOf(ReportingPermissions.Read);
        var police = reader.Offices.Any(o => o.Role == OfficeRole.Polri);
        return
        [
            .. (await database.Set<ReportSchedule>().AsNoTracking().Include(s => s.Rhythms).Where(s => police || s.Level != ReportLevel.Polsek).ToListAsync(cancel))
                .Where(s => areas.Touches(s.AreaCode)).OrderBy(s => s.AreaCode, StringComparer.Ordinal).ThenByDescending(s => Receives(reader, s)).ThenBy(s => s.Level),
        ];
    }

    /// <summary>Of a schedule that the reader sees: those of his own areas, and those of his own agency.</summary>
    public static IQueryable<SituationReport> Reports(Database database, Reader reader, Guid schedule)
    {
        var own = reader.Offices.Select(o => o.AgencyId).ToList();
        return reader.AreasOf(ReportingPermissions.Read).Of(database.Set<SituationReport>().AsNoTracking().Where(r => r.ScheduleId == schedule), r => r.AreaCode, r => own.Contains(r.AgencyId));
    }

    public static IQueryable<DayPlan> Plans(Database database, Reader reader, IReadOnlyCollection<Guid> schedules)
    {
        var own = reader.Offices.Select(o => o.AgencyId).ToList();
        return reader.AreasOf(ReportingPermissions.Read).Of(database.Set<DayPlan>().Where(p => schedules.Contains(p.ScheduleId)), p => p.AreaCode, p => own.Contains(p.AgencyId));
    }

    /// <summary>Whether the reader's agency asks for these reports.</summary>
    public static bool Receives(Reader reader, ReportSchedule schedule) => OfficeOf(reader, schedule.ReceiverId) is not null;

    /// <summary>The reader's office in an agency by which he writes; null where he has none.</summary>
    public static HeldOffice? OfficeOf(Reader reader, Guid agency) =>
        reader.Offices.FirstOrDefault(o => o.AgencyId == agency && AccessMatrix.Default.Allows(o.Role, Permission.Parse(ReportingPermissions.Write)));

    /// <summary>The reader's office by which reports of a level may be asked for in a kabupaten, and the kabupaten: the Desk asks camats and agencies, the Polres its Polsek.</summary>
    public static (HeldOffice Office, string Kabupaten)? Asks(Reader reader, ReportLevel level) => reader.Offices
        .Where(o => o.Role == (level == ReportLevel.Polsek ? OfficeRole.Polri : OfficeRole.Desk) && o.Areas.Roots.Any(r => r.Length == 5))
        .Select(o => ((HeldOffice, string)?)(o, o.Areas.Roots.First(r => r.Length == 5))).FirstOrDefault();

    /// <summary>Of whom reports are asked, by name.</summary>
    public static async Task<List<Reporter>> ReportersAsync(Database database, ReportSchedule schedule, CancellationToken cancel)
    {
        var kabupaten = AreaSet.Of(schedule.AreaCode);
        var above = await AgencyQueries.AboveVillagesAsync(database, cancel);
        return
        [
            .. (await AgencyQueries.AmongAsync(database, kabupaten, cancel)).Where(a => a.Id != schedule.ReceiverId && a.LiesIn(kabupaten) && schedule.Level switch
            {
                ReportLevel.Kecamatan => a.Roles.Contains(OfficeRole.Camat),
                ReportLevel.Polsek => a.Roles.Contains(OfficeRole.Polri) && !above.Contains(a.Id),
                _ => a.Roles.Contains(OfficeRole.Desk) && above.Contains(a.Id),
            }).Select(a => new Reporter(a.Id, a.Name, a.Areas is [var one] ? one : schedule.AreaCode)),
        ];
    }
}
