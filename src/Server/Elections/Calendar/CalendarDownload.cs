using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Elections.Calendar;

/// <summary>Stages and voting days for the calendar of one's own phone or desk.</summary>
internal static class CalendarDownload
{
    public static async Task<IResult> GetAsync(
        string? pemilihan, CurrentReader current, Database database, IStringLocalizer<ElectionsText> texts, TimeProvider clock, CancellationToken cancel)
    {
        var reader = await current.GetSignedInAsync();
        var all = await ElectionDays.ReadAsync(database, reader.AreasOf(ElectionsPermissions.Read), cancel);
        var chosen = all.Where(e => string.IsNullOrEmpty(pemilihan) || e.Code == pemilihan).ToList();
        if (chosen.Count == 0 && !string.IsNullOrEmpty(pemilihan)) return Results.NotFound();
        var text = Write(chosen, texts["VotingDay"], clock.GetUtcNow());
        return Results.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", chosen.Count == 1 ? $"kalender-{chosen[0].Code}.ics" : "kalender.ics");
    }

    /// <summary>The file: whole days, each known by the same id again when it is read a second time.</summary>
    public static string Write(IEnumerable<ElectionDays> elections, string votingDay, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Tiga Pilar//Kalender//ID" };
        foreach (var election in elections)
        {
            var stages = election.Stages.Where(s => !CalendarMonth.IsVoting(election, s)).ToList();
            for (var i = 0; i < stages.Count; i++)
            {
                var same = stages.Take(i).Count(s => s.Name == stages[i].Name);
                calendar.Events.Add(Event($"{election.Code}-{Id(stages[i].Name)}-{same.ToString(CultureInfo.InvariantCulture)}", $"{stages[i].Name} ({election.Name})", stages[i].From, stages[i].To, now));
            }

            if (election.VotingDay is { } day) calendar.Events.Add(Event($"{election.Code}-h", $"{votingDay} ({election.Name})", day, day, now));
        }

        return new CalendarSerializer().SerializeToString(calendar) ?? "";
    }

    private static CalendarEvent Event(string id, string summary, DateOnly from, DateOnly to, DateTimeOffset now) => new()
    {
        Uid = $"{id}@tiga-pilar",
        Summary = summary,
        DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
        Start = new CalDateTime(from),
        // The end of a whole-day event is the day after it (RFC 5545, 3.6.1).
        End = new CalDateTime(to.AddDays(1)),
    };

    private static string Id(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
