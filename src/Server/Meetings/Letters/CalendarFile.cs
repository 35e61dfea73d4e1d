using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Meetings.Letters;

/// <summary>Meetings as iCalendar (RFC 5545), for the calendar of a telephone: one, or all that the reader may open and that were sent out.</summary>
internal sealed class CalendarFile(MeetingAccess access, OfficeClock clock)
{
    /// <summary><c>/rapat/{id}/acara.ics</c>.</summary>
    public async Task<IResult> OneAsync(Guid id, HttpContext http, CancellationToken cancel) =>
        await access.FindAsync(id, cancel) is { } meeting ? Of([meeting], http, "rapat.ics") : Results.NotFound();

    /// <summary><c>/rapat/kalender.ics</c>: all that are not past by more than a month.</summary>
    public async Task<IResult> AllAsync(HttpContext http, CancellationToken cancel)
    {
        var from = clock.Now.ToUniversalTime().AddDays(-31);
        return Of(await (await access.VisibleAsync()).AsNoTracking().Where(m => m.StartsAt >= from && m.State != MeetingState.Draft).OrderBy(m => m.StartsAt).ToListAsync(cancel), http, "rapat-tiga-pilar.ics");
    }

    private static IResult Of(IReadOnlyList<Meeting> meetings, HttpContext http, string name)
    {
        var calendar = new Calendar { ProductId = "-//Tiga Pilar//Rapat//ID" };
        foreach (var meeting in meetings)
        {
            calendar.Events.Add(new CalendarEvent
            {
                // The same meeting stays one entry, however often it is fetched.
                Uid = $"{meeting.Id}@tiga-pilar",
                Summary = $"{AgendaTitles.Of(meeting.Kind)}: {meeting.Subject}",
                Location = meeting.Place,
                Description = meeting.Link,
                Url = new Uri($"{http.Request.Scheme}://{http.Request.Host}/rapat/{meeting.Id}"),
                Start = new CalDateTime(meeting.StartsAt.UtcDateTime, CalDateTime.UtcTzId),
                End = new CalDateTime(meeting.StartsAt.AddMinutes(meeting.DurationMinutes).UtcDateTime, CalDateTime.UtcTzId),
                Status = meeting.State == MeetingState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            });
        }

        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!), "text/calendar; charset=utf-8", name);
    }
}
