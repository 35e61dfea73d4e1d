using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary>Anev: what was planned for a day against what was done, and what is planned for the next.</summary>
internal sealed class TellPlan(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>What the reader sees of a day, by agency, his own first; whether he may say how it went.</summary>
    public async Task<List<(string Agency, DayPlan Plan, bool Own)>> OfDayAsync(DateOnly day, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var schedules = (await ReportScope.SchedulesAsync(database, reader, cancel)).Select(s => s.Id).ToList();
        var plans = await ReportScope.Plans(database, reader, schedules).AsNoTracking().Where(p => p.Day == day).ToListAsync(cancel);
        var names = await AgencyQueries.NamesAsync(database, [.. plans.Select(p => p.AgencyId).Distinct()], cancel);
        return
        [
            .. plans.Select(p => (names.GetValueOrDefault(p.AgencyId) ?? "–", p, ReportScope.OfficeOf(reader, p.AgencyId) is not null))
                .OrderByDescending(p => p.Item3).ThenBy(p => p.Item1, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.p.Id),
        ];
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong. What was not done says why.</summary>
    public async Task<string?> RunAsync(Guid id, bool? carried, string? note, CancellationToken cancel)
    {
        if (carried is null) return "CarriedNeeded";
        if (carried == false && string.IsNullOrWhiteSpace(note)) return "WhyNotNeeded";
        if (note?.Trim().Length > ReportingMapping.LongestPlan) return "TextLong";
        var reader = await current.GetSignedInAsync();
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await database.Set<DayPlan>().SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } plan || ReportScope.OfficeOf(reader, plan.AgencyId) is not { } office) return "UnknownPlan";
        if (plan.Day > clock.Today) return "PlanAhead";
        (plan.Carried, plan.Note, plan.ToldBy, plan.ToldAt) = (carried, SendReport.Text(note), $"{reader.Name}, {office.Title}", clock.Now.ToUniversalTime());
        await audit.AddAsync("reports.plan", id.ToString(), plan.AreaCode, tell: ReportingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }
}
