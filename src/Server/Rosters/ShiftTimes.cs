using System.Globalization;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Rosters;

/// <summary>Times of shifts on the office's clock: pure, and across midnight.</summary>
internal static class ShiftTimes
{
    /// <summary>An instant from the day and the time that a clock on the wall of the zone shows.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var wall = day.ToDateTime(time);
        return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>A shift that begins on the day; one that ends when or before it begins, ends on the morning after.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Of(DateOnly day, TimeOnly from, TimeOnly to, TimeZoneInfo zone) =>
        (At(day, from, zone), At(to <= from ? day.AddDays(1) : day, to, zone));

    /// <summary>The shifts of a day, in equal parts from when the guard changes.</summary>
    public static IEnumerable<(TimeOnly From, TimeOnly To)> Parts(TimeOnly begins, int count)
    {
        var length = TimeSpan.FromHours(24.0 / count);
        for (var i = 0; i < count; i++) yield return (begins.Add(length * i), begins.Add(length * (i + 1)));
    }

    /// <summary>What of the span no shift covers, in order.</summary>
    public static List<(DateTimeOffset Start, DateTimeOffset End)> Uncovered(DateTimeOffset from, DateTimeOffset to, IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> covered)
    {
        var (gaps, at) = (new List<(DateTimeOffset, DateTimeOffset)>(), from);
        foreach (var (start, end) in covered.OrderBy(c => c.Start))
        {
            if (at >= to) break;
            if (start > at) gaps.Add((at, start < to ? start : to));
            if (end > at) at = end;
        }

        if (at < to) gaps.Add((at, to));
        return gaps;
    }

    /// <summary>Sab, 12 Des 20.00–06.00; with both days where it ends later than on the morning after.</summary>
    public static string Words(DateTimeOffset start, DateTimeOffset end, OfficeClock clock)
    {
        var (from, to, culture) = (clock.Local(start), clock.Local(end), CultureInfo.CurrentCulture);
        return end - start <= TimeSpan.FromHours(24)
            ? string.Create(culture, $"{from:dddd, d MMM} {from:HH.mm}–{to:HH.mm}")
            : string.Create(culture, $"{from:dddd, d MMM HH.mm} – {to:dddd, d MMM HH.mm}");
    }

    /// <summary>20.00–06.00.</summary>
    public static string Hours(DutyShift shift, OfficeClock clock) =>
        string.Create(CultureInfo.InvariantCulture, $"{clock.Local(shift.StartsAt):HH.mm}–{clock.Local(shift.EndsAt):HH.mm}");

    /// <summary>A time as people type it: 20.00, 20:00 or 8, and 24.00 for midnight; null where it is none.</summary>
    public static TimeOnly? Time(string? text) => (text ?? "").Trim() is "24.00" or "24:00" or "24" ? TimeOnly.MinValue
        : TimeOnly.TryParseExact((text ?? "").Trim(), ["HH:mm", "H:mm", "HH.mm", "H.mm", "HH:mm:ss", "H:mm:ss", "HH", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
