using Microsoft.EntityFrameworkCore;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Meetings.Calendar;

/// <summary>Meetings for the calendar of a telephone, once: one, or all that the reader may open and that were sent out.</summary>
internal sealed class CalendarFile(MeetingAccess access, OfficeClock clock)
{
    /// <summary><c>/rapat/{id}/acara.ics</c>.</summary>
    public async Task<IResult> OneAsync(Guid id, HttpContext http, CancellationToken cancel) =>
        await access.FindAsync(id, cancel) is { } meeting ? MeetingCalendar.Of([meeting], http, clock.Now, "rapat.ics") : Results.NotFound();

    /// <summary><c>/rapat/kalender.ics</c>: all that are not past by more than a month.</summary>
    public async Task<IResult> AllAsync(HttpContext http, CancellationToken cancel)
    {
        var from = clock.Now.ToUniversalTime().AddDays(-31);
        return MeetingCalendar.Of(
            await (await access.VisibleAsync()).AsNoTracking().Where(m => m.StartsAt >= from && m.State != MeetingState.Draft).OrderBy(m => m.StartsAt).ToListAsync(cancel), http, clock.Now, "rapat-tiga-pilar.ics");
    }
}
