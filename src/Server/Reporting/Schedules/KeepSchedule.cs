using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Audit;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>Who asks for reports says when: a new rhythm holds from tomorrow on, the first one from today.</summary>
internal sealed class KeepSchedule(Database database, CurrentReader current, AuditLog audit, OfficeClock clock)
{
    /// <summary>The schedule of a level in the reader's kabupaten with the office by which he keeps it; null where he keeps none. Without an id it is new.</summary>
    public async Task<(HeldOffice Office, string Kabupaten, ReportSchedule? Schedule)?> ForAsync(ReportLevel level, CancellationToken cancel)
    {
        if (ReportScope.Asks(await current.GetSignedInAsync(), level) is not { } asks) return null;
        var schedule = await database.Set<ReportSchedule>().Include(s => s.Rhythms).SingleOrDefaultAsync(s => s.AreaCode == asks.Kabupaten && s.Level == level, cancel);
        // What one agency of the government asks for, another does not change.
        return schedule is not null && schedule.ReceiverId != asks.Office.AgencyId ? null : (asks.Office, asks.Kabupaten, schedule);
    }

    /// <summary>Null when kept, else the key of the text that says what is wrong, and which phase it is (-1 the routine; null neither).</summary>
    public async Task<(string Key, int? Phase)?> RunAsync(ReportLevel level, Form form, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Trim().Length > ReportSchedule.LongestName) return ("NameNeeded", null);
        if (form.Grace is < 0 or > 720) return ("GraceWrong", null);
        if (string.IsNullOrWhiteSpace(form.Closing) || ((string?[])[form.Closing, form.Addressee, form.LegalBasis]).Any(t => t?.Trim().Length > ReportSchedule.LongestWords)) return ("ClosingNeeded", null);
        RhythmPhase? routine = null;
        if (form.Routine is { IsBlank: false } fields)
        {
            if (fields.Phase() is not { } read) return ("TimesWrong", -1);
            routine = read with { From = null, To = null };
        }

        var phases = ImmutableArray.CreateBuilder<RhythmPhase>();
        foreach (var (i, row) in (form.Phases ?? []).Index())
        {
            if (row.IsBlank) continue;
            if (row.Phase() is not { } phase) return ("TimesWrong", i);
            if (row.From is null && row.To is null) return ("OffsetsNeeded", i);
            phases.Add(phase);
        }

        var rhythm = new Rhythm(routine, phases.ToImmutable());
        if (rhythm.Problem() is { } problem) return (problem.Key, problem.Phase);
        await using var transaction = await database.BeginWriteAsync(cancel);
        if (await ForAsync(level, cancel) is not { } found) return ("NotAsking", null);
        var (reader, now) = (await current.GetSignedInAsync(), clock.Now.ToUniversalTime());
        var schedule = found.Schedule;
        if (schedule is null)
        {
            schedule = new ReportSchedule { Id = OrderedId.New(), AreaCode = found.Kabupaten, Level = level, ReceiverId = found.Office.AgencyId, Name = form.Name.Trim(), Grace = form.Grace, Closing = form.Closing.Trim() };
            database.Add(schedule);
        }

        (schedule.Name, schedule.Grace, schedule.Closing) = (form.Name.Trim(), form.Grace, form.Closing.Trim());
        (schedule.Addressee, schedule.LegalBasis) = (SendReport.Text(form.Addressee), SendReport.Text(form.LegalBasis));
        var content = SlotCalendar.Write(rhythm);
        var latest = schedule.Rhythms.MaxBy(r => r.ValidFrom);
        if (latest?.Content != content)
        {
            // What is due today stays as it was said; before the first there is nothing to stay.
            var from = latest is null ? clock.Today : clock.Today.AddDays(1);
            if (latest?.ValidFrom == from) (latest.Content, latest.By, latest.At) = (content, $"{reader.Name}, {found.Office.Title}", now);
            else database.Add(new ReportRhythm { ScheduleId = schedule.Id, ValidFrom = from, Content = content, By = $"{reader.Name}, {found.Office.Title}", At = now });
        }

        await audit.AddAsync("reports.schedule", schedule.Id.ToString(), schedule.AreaCode, string.Create(CultureInfo.InvariantCulture, $"{{\"level\":{(int)level},\"phases\":{rhythm.Phases.Length}}}"), tell: ReportingPermissions.Read);
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    public sealed class Form
    {
        public string? Name { get; set; }

        public int Grace { get; set; } = ReportSchedule.DefaultGrace;

        public string? Addressee { get; set; }

        public string? Closing { get; set; }

        public string? LegalBasis { get; set; }

        public PhaseFields? Routine { get; set; }

        public List<PhaseFields>? Phases { get; set; }
    }
}

/// <summary>A phase as it is typed. Without hours it is none.</summary>
public sealed class PhaseFields
{
    private static readonly string[] Formats = ["H.m", "HH.mm", "H:m", "HH:mm", "HH", "H"];

    public int? From { get; set; }

    public int? To { get; set; }

    public Frequency Every { get; set; } = Frequency.Daily;

    public int? On { get; set; }

    /// <summary>Hours parted by blanks or commas: <c>09.00, 12.00</c>.</summary>
    public string? Times { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Times);

    /// <summary>Null where an hour is none.</summary>
    public RhythmPhase? Phase()
    {
        var times = ImmutableArray.CreateBuilder<TimeOnly>();
        foreach (var word in (Times ?? "").Split([',', ';', ' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // The day's end, as people write it.
            if (word is "24.00" or "24:00" or "24") times.Add(new TimeOnly(23, 59));
            else if (TimeOnly.TryParseExact(word, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) times.Add(time);
            else return null;
        }

        return new(From, To, Every, Every == Frequency.Daily ? 0 : On ?? 0, [.. times.Order()]);
    }

    public static PhaseFields Of(RhythmPhase phase) => new()
    {
        From = phase.From, To = phase.To, Every = phase.Every, On = phase.Every == Frequency.Daily ? null : phase.On, Times = TimesOf(phase),
    };

    public static string TimesOf(RhythmPhase phase) => string.Join(", ", phase.Times.Select(t => t.ToString("HH.mm", CultureInfo.InvariantCulture)));
}
