using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary>How a report stands at an hour; those that need somebody come first.</summary>
public enum ReportState : byte
{
    /// <summary>Belum ada kabar, and the time for it is over.</summary>
    Missing = 1,

    /// <summary>The hour has come, and there is still time.</summary>
    Awaited = 2,

    /// <summary>The hour is still to come.</summary>
    NotDue = 3,
    Late = 4,
    InTime = 5,
}

/// <summary>An agency at an hour.</summary>
/// <param name="Of">Whose report.</param>
/// <param name="State">How it stands.</param>
/// <param name="Report">What counts: its last version.</param>
/// <param name="Minutes">How late it came or is.</param>
/// <param name="FirstAt">When its first version came.</param>
public sealed record ReportRow(Reporter Of, ReportState State, SituationReport? Report, int Minutes, DateTimeOffset? FirstAt)
{
    public EntryWeight? Weight => Report is { Entries: { Count: > 0 } entries } ? entries.Max(e => e.Weight) : null;
}

/// <summary>All reports of an hour, and the special ones of the day.</summary>
/// <param name="Schedule">Which reports.</param>
/// <param name="Slot">The hour.</param>
/// <param name="Rows">Every agency that the reader sees: without word first, then by the weight of what happened.</param>
/// <param name="Special">Reports of the day beside the hours.</param>
internal sealed record ReportBoard(ReportSchedule Schedule, ReportSlot Slot, ImmutableArray<ReportRow> Rows, ImmutableArray<(Reporter Of, SituationReport Report)> Special)
{
    public int Count(ReportState state) => Rows.Count(r => r.State == state);

    public int Nihil => Rows.Count(r => r.Report is { Nihil: true });

    public int Received => Rows.Count(r => r.Report is not null);

    /// <summary>Events of the hour, the heaviest first.</summary>
    public IEnumerable<(Reporter Of, ReportEntry Entry)> Entries =>
        Rows.Where(r => r.Report is not null).SelectMany(r => r.Report!.Entries.OrderBy(e => e.Position).Select(e => (r.Of, e))).OrderByDescending(e => e.e.Weight);

    /// <summary>As the reader sees it.</summary>
    /// <param name="database">The caller's.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="schedule">One that he sees.</param>
    /// <param name="slot">The hour.</param>
    /// <param name="clock">What is late is told by it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task<ReportBoard> ReadAsync(Database database, Reader reader, ReportSchedule schedule, ReportSlot slot, OfficeClock clock, CancellationToken cancel)
    {
        var areas = reader.AreasOf(ReportingPermissions.Read);
        var seen = (await ReportScope.ReportersAsync(database, schedule, cancel)).Where(r => areas.Contains(r.AreaCode) || ReportScope.OfficeOf(reader, r.Id) is not null).ToList();
        var reports = await ReportScope.Reports(database, reader, schedule.Id).Where(r => r.Day == slot.Day && (r.Minute == null || r.Minute == slot.Minute)).Include(r => r.Entries).AsSplitQuery().ToListAsync(cancel);
        var byAgency = reports.Where(r => r.Minute is not null).GroupBy(r => r.AgencyId).ToDictionary(g => g.Key, g => g.OrderBy(r => r.Version).ToList());
        var (now, due) = (clock.Now, DueAt(slot, clock));
        return new(
            schedule, slot,
            [
                .. seen.Select(r => Row(r, byAgency.GetValueOrDefault(r.Id)))
                    .OrderBy(r => r.State >= ReportState.Late).ThenBy(r => r.State >= ReportState.Late ? 0 : (int)r.State).ThenByDescending(r => r.Weight ?? default).ThenBy(r => r.Of.Name, StringComparer.CurrentCultureIgnoreCase),
            ],
            [
                .. reports.Where(r => r.Minute is null).OrderByDescending(r => r.At).Select(r => (seen.Find(s => s.Id == r.AgencyId), r)).Where(r => r.Item1 is not null).Select(r => (r.Item1!, r.r)),
            ]);

        ReportRow Row(Reporter of, List<SituationReport>? versions)
        {
            // How late it was is told by the first: who corrects a report was not late with it.
            if (versions is not null) return new(of, Late(versions[0].At) > 0 ? ReportState.Late : ReportState.InTime, versions[^1], Late(versions[0].At), versions[0].At);
            return new(of, now < due ? ReportState.NotDue : Late(now) > 0 ? ReportState.Missing : ReportState.Awaited, null, Late(now), null);
        }

        int Late(DateTimeOffset at) => at > due.AddMinutes(schedule.Grace) ? (int)(at - due).TotalMinutes : 0;
    }

    /// <summary>The instant of an hour.</summary>
    public static DateTimeOffset DueAt(ReportSlot slot, OfficeClock clock) => new(slot.At, clock.Zone.GetUtcOffset(slot.At));
}
