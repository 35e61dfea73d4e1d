using System.Globalization;
using System.Resources;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Reporting.Summary;

/// <summary>Words that go out of the house, in chats, forms and files: Indonesian whoever takes them, since they are passed on.</summary>
internal static class ReportWords
{
    private static readonly ResourceManager Texts = new(typeof(ReportingText));
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("id");

    public static string Of(string key, params object[] values) => string.Format(Language, Texts.GetString(key, Language) ?? key, values);

    public static string Hour(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => Indonesian.Day(day);

    public static string At(DateTimeOffset at, OfficeClock clock) => clock.Local(at).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>An event in one line: what, where, when, and what was done.</summary>
    public static string Line(ReportEntry entry) => string.Join("; ", ((string?[])
        [$"{entry.What}, {entry.Where}{(entry.When is null ? "" : $", {entry.When}")}", Said("Who", entry.Who), Said("Why", entry.Why), Said("How", entry.How), Said("Done", entry.Done), Said("Advice", entry.Advice)]).OfType<string>());

    public static string State(ReportRow row) => row.Report is null ? Of("StateMissing") : row.Report.Nihil ? Of("Nihil") : row.Report.Entries.Count == 0 ? Of("StateTold") : Of("EventCount", row.Report.Entries.Count);

    private static string? Said(string key, string? text) => text is null ? null : $"{Of(key).ToLower(Language)}: {text}";
}

/// <summary>Texts to paste into a chat, as such reports are written there.</summary>
internal static class ChatText
{
    /// <summary>Of one agency, to who asked for it.</summary>
    public static string Of(ReportSchedule schedule, string receiver, Reporter reporter, SituationReport report, OfficeClock clock)
    {
        var lines = new List<string>
        {
            ReportWords.Of("ChatTo", receiver),
            report.Minute is { } minute ? ReportWords.Of("ChatReports", reporter.Name, ReportWords.Day(report.Day), ReportWords.Hour(ReportSlot.Of(report.Day, minute).Time), clock.ZoneName) : ReportWords.Of("ChatSpecial", reporter.Name, ReportWords.Day(report.Day), ReportWords.At(report.At, clock), clock.ZoneName),
        };
        if (report.Situation is not null) lines.Add(report.Situation);
        AddEvents(lines, [.. report.Entries.OrderBy(e => e.Position).Select(ReportWords.Line)]);
        lines.Add(schedule.Closing);
        return string.Join('\n', lines);
    }

    /// <summary>Of the whole, to the superior.</summary>
    public static string Of(ReportBoard board, string? situation, string kabupaten, OfficeClock clock)
    {
        var lines = new List<string>
        {
            ReportWords.Of("ChatTo", board.Schedule.Addressee ?? ReportWords.Of("Leader")),
            ReportWords.Of("ChatSummary", kabupaten, ReportWords.Day(board.Slot.Day), ReportWords.Hour(board.Slot.Time), clock.ZoneName),
            ReportWords.Of("ChatCounts", board.Rows.Length, ReportWords.Of($"Unit{board.Schedule.Level}"), board.Received, board.Nihil),
        };
        var silent = board.Rows.Where(r => r.Report is null).Select(r => r.Of.Name).ToList();
        if (silent.Count > 0) lines.Add(ReportWords.Of("ChatSilent", silent.Count, string.Join(", ", silent)));
        if (situation is not null) lines.Add(situation);
        AddEvents(lines, [.. board.Entries.Where(e => e.Entry.Weight > EntryWeight.Ordinary).Select(e => $"{e.Of.Name}: {ReportWords.Line(e.Entry)}")]);
        lines.Add(board.Schedule.Closing);
        return string.Join('\n', lines);
    }

    private static void AddEvents(List<string> lines, List<string> events)
    {
        lines.Add(ReportWords.Of(events.Count == 0 ? "ChatNothing" : "ChatEvents"));
        lines.AddRange(events.Select((e, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {e}")));
    }
}
