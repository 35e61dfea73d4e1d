using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace TigaPilar.Server.Meetings.Calendar;

/// <summary>Meetings as iCalendar (RFC 5545): what stands on their letters, and no more.</summary>
internal static class MeetingCalendar
{
    /// <summary>The answer to a request, saved under the name given.</summary>
    public static IResult Of(IReadOnlyList<Meeting> meetings, HttpContext http, DateTimeOffset now, string name)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(Encoding.UTF8.GetBytes(Write(meetings, $"{http.Request.Scheme}://{http.Request.Host}", now)), "text/calendar; charset=utf-8", name);
    }

    /// <summary>The file.</summary>
    /// <param name="meetings">In their order.</param>
    /// <param name="site">Address of this installation.</param>
    /// <param name="now">When it is written.</param>
    public static string Write(IReadOnlyList<Meeting> meetings, string site, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Tiga Pilar//Rapat//ID", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "Rapat Tiga Pilar");
        foreach (var meeting in meetings)
        {
            calendar.Events.Add(new CalendarEvent
            {
                // The same meeting stays one entry, however often it is fetched.
                Uid = $"{meeting.Id}@tiga-pilar",
                DtStamp = new CalDateTime(now.UtcDateTime, CalDateTime.UtcTzId),
                Summary = $"{AgendaTitles.Of(meeting.Kind)}: {meeting.Subject}",
                Location = meeting.Place,
                Description = meeting.Link,
                Url = new Uri($"{site}/rapat/{meeting.Id}"),
                Start = new CalDateTime(meeting.StartsAt.UtcDateTime, CalDateTime.UtcTzId),
                End = new CalDateTime(meeting.StartsAt.AddMinutes(meeting.DurationMinutes).UtcDateTime, CalDateTime.UtcTzId),
                Status = meeting.State == MeetingState.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
