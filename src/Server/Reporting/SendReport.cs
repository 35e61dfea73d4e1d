using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting;

/// <summary>What a report is for: the schedule, the hour (null: a special one) and whose it is.</summary>
public sealed record ReportFor(ReportSchedule Schedule, ReportSlot? Slot, Reporter Reporter, HeldOffice Office, bool TakenDown);

/// <summary>Sends a report for one's own agency, or takes one down that came by telephone, chat or radio.</summary>
internal sealed class SendReport(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>An hour may be reported so long before it comes: not the evening in the morning.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(2);

    private static readonly TimeSpan Latest = TimeSpan.FromDays(31);

    /// <summary>Null where the reader may not report this, or where nothing is due at that hour.</summary>
    /// <param name="schedule">Which reports.</param>
    /// <param name="slot">The hour; null for a special report.</param>
    /// <param name="agency">Whose; null for the reader's own.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<ReportFor?> ForAsync(Guid schedule, ReportSlot? slot, Guid? agency, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        if ((await ReportScope.SchedulesAsync(database, reader, cancel)).Find(s => s.Id == schedule) is not { } of) return null;
        if (slot is { } hour && !(await SlotCalendar.ReadAsync(database, of, clock, cancel)).Has(hour)) return null;
        var reporters = await ReportScope.ReportersAsync(database, of, cancel);
        foreach (var reporter in reporters.Where(r => agency is null || r.Id == agency))
            if (ReportScope.OfficeOf(reader, reporter.Id) is { } own) return new(of, slot, reporter, own, TakenDown: false);
        return agency is not null && reporters.Find(r => r.Id == agency) is { } other && ReportScope.OfficeOf(reader, of.ReceiverId) is { } office ? new(of, slot, other, office, TakenDown: true) : null;
    }

    /// <summary>What has been sent for that hour, the last version; null where nothing has.</summary>
    public Task<SituationReport?> LastAsync(ReportFor what, CancellationToken cancel) => what.Slot is not { } slot ? Task.FromResult<SituationReport?>(null) :
        database.Set<SituationReport>().AsNoTracking().Include(r => r.Entries).Where(r => r.ScheduleId == what.Schedule.Id && r.AgencyId == what.Reporter.Id && r.Day == slot.Day && r.Minute == slot.Minute)
            .OrderByDescending(r => r.Version).FirstOrDefaultAsync(cancel);

    /// <summary>Its id, or the key of the text that says what is wrong. Sent twice it is one.</summary>
    public async Task<(Guid? Id, string? Problem)> RunAsync(ReportFor what, Form form, CancellationToken cancel)
    {
        var via = what.TakenDown ? form.Via : ReceivedBy.Application;
        if (what.TakenDown && (!Enum.IsDefined(via) || via == ReceivedBy.Application)) return (null, "ViaNeeded");
        var entries = (form.Entries ?? []).Where(e => !e.IsBlank).ToList();
        var situation = Text(form.Situation);
        if (form.Nihil && (situation is not null || entries.Count > 0)) return (null, "NihilOrEvents");
        if (!form.Nihil && situation is null && entries.Count == 0) return (null, what.Slot is null ? "EventNeeded" : "SomethingNeeded");
        if (what.Slot is null && (entries.Count == 0 || form.Once == Guid.Empty)) return (null, "EventNeeded");
        if (situation?.Length > ReportingMapping.LongestSituation || entries.Exists(e => e.TooLong)) return (null, "TextLong");
        if (entries.Exists(e => string.IsNullOrWhiteSpace(e.What) || string.IsNullOrWhiteSpace(e.Where))) return (null, "WhatWhereNeeded");
        if (entries.Exists(e => !Enum.IsDefined(e.Weight))) return (null, "WeightNeeded");
        var plans = (form.Tomorrow ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (plans.Count > 30 || plans.Exists(p => p.Length > ReportingMapping.LongestPlan)) return (null, "PlanLong");
        var (now, reader) = (clock.Now, await current.GetSignedInAsync());
        if (what.Slot is { } slot && ReportBoard.DueAt(slot, clock) is var due && (due > now + Early || due < now - Latest)) return (null, due > now ? "TooEarly" : "TooLate");
        await using var transaction = await database.BeginWriteAsync(cancel);
        // Two who send for the same hour wait for each other.
        await database.Set<ReportSchedule>().Where(s => s.Id == what.Schedule.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, x => x.Name), cancel);
        if (what.Slot is null && await database.Set<SituationReport>().Where(r => r.Key == KeyOf(form.Once)).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel) is { } sent) return (sent, null);
        var last = await LastAsync(what, cancel);
        if (last is not null && last.Version != form.Seen)
            return last.Version == form.Seen + 1 && IsSame(last, form.Nihil, situation, entries) ? (last.Id, null) : (null, "ChangedMeanwhile");
        var (id, version, day) = (OrderedId.New(), (last?.Version ?? 0) + 1, what.Slot?.Day ?? clock.Today);
        database.Add(new SituationReport
        {
            Id = id, ScheduleId = what.Schedule.Id, AgencyId = what.Reporter.Id, AreaCode = what.Reporter.AreaCode, Day = day, Minute = what.Slot?.Minute, Version = version,
            Key = what.Slot is { } at ? string.Create(CultureInfo.InvariantCulture, $"{what.Schedule.Id:N}/{at.Code}/{what.Reporter.Id:N}/{version}") : KeyOf(form.Once), Nihil = form.Nihil, Situation = situation,
            By = $"{reader.Name}, {what.Office.Title}", Via = via, At = now.ToUniversalTime(),
            Entries =
            [
                .. entries.Select((e, i) => new ReportEntry
                {
                    Id = OrderedId.New(), ReportId = id, Position = i, Weight = e.Weight, What = Text(e.What)!, Where = Text(e.Where)!, When = Text(e.When), Who = Text(e.Who), Why = Text(e.Why), How = Text(e.How),
                    Done = Text(e.Done), Advice = Text(e.Advice),
                }),
            ],
        });
        var known = await database.Set<DayPlan>().Where(p => p.ScheduleId == what.Schedule.Id && p.AgencyId == what.Reporter.Id && p.Day == day.AddDays(1)).Select(p => p.What).ToListAsync(cancel);
        database.AddRange(plans.Except(known, StringComparer.OrdinalIgnoreCase).Select(p => new DayPlan
        {
            Id = OrderedId.New(), ScheduleId = what.Schedule.Id, AgencyId = what.Reporter.Id, AreaCode = what.Reporter.AreaCode, Day = day.AddDays(1), What = p, By = $"{reader.Name}, {what.Office.Title}", At = now.ToUniversalTime(),
        }));
        await audit.AddAsync("reports.send", id.ToString(), what.Reporter.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"version\":{version},\"entries\":{entries.Count},\"via\":{(int)via}}}"), tell: ReportingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (id, null);
    }

    private static string KeyOf(Guid once) => $"khusus/{once:N}";

    private static bool IsSame(SituationReport report, bool nihil, string? situation, List<EntryFields> entries) =>
        report.Nihil == nihil && report.Situation == situation
        && report.Entries.OrderBy(e => e.Position).Select(e => (e.Weight, e.What, e.Where)).SequenceEqual(entries.Select(e => (e.Weight, Text(e.What)!, Text(e.Where)!)));

    internal static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    public sealed class Form
    {
        /// <summary>The version that the page showed; 0 before the first.</summary>
        public int Seen { get; set; }

        /// <summary>Made by the page, for a report beside the hours: sent twice it is one.</summary>
        public Guid Once { get; set; }

        public bool Nihil { get; set; }

        public string? Situation { get; set; }

        public ReceivedBy Via { get; set; }

        public string? Tomorrow { get; set; }

        public List<EntryFields>? Entries { get; set; }
    }
}

/// <summary>An event as it was sent.</summary>
public sealed class EntryFields
{
    public EntryWeight Weight { get; set; } = EntryWeight.Ordinary;

    public string? What { get; set; }

    public string? Where { get; set; }

    public string? When { get; set; }

    public string? Who { get; set; }

    public string? Why { get; set; }

    public string? How { get; set; }

    public string? Done { get; set; }

    public string? Advice { get; set; }

    public bool IsBlank => ((string?[])[What, Where, When, Who, Why, How, Done, Advice]).All(string.IsNullOrWhiteSpace);

    public bool TooLong => What?.Trim().Length > ReportingMapping.LongestWhat || Where?.Trim().Length > ReportingMapping.LongestWhere || When?.Trim().Length > ReportingMapping.LongestWhere
        || ((string?[])[Who, Why, How, Done, Advice]).Any(t => t?.Trim().Length > ReportingMapping.LongestAnswer);
}
