using System.Globalization;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.VotingDay;

/// <summary>Hours of the day as people write them: 0940, 09.40, 9:40.</summary>
internal static class DayTime
{
    private static readonly string[] Written = ["HH.mm", "HH:mm", "HHmm", "H.mm", "H:mm"];

    /// <summary>The last minute that a day is looked at: its midnight.</summary>
    public const int End = 24 * 60;

    /// <summary>Minutes since midnight; null where it is no hour.</summary>
    public static int? Minute(string? text) =>
        TimeOnly.TryParseExact(text?.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute
        : text?.Trim() is "2400" or "24.00" or "24:00" ? End : null;

    /// <summary>09.40.</summary>
    public static string Words(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}.{minute % 60:D2}");

    /// <summary>0940, as it stands in addresses.</summary>
    public static string Key(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}{minute % 60:D2}");

    public static string Words(DateTimeOffset at, OfficeClock clock) => clock.Local(at).ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>That minute of that day on the offices' wall.</summary>
    public static DateTimeOffset At(DateOnly day, int minute, OfficeClock clock)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minute);
        return new DateTimeOffset(wall, clock.Zone.GetUtcOffset(wall));
    }

    /// <summary>Minutes since the beginning of a day: negative before it, past 1440 after it.</summary>
    public static int Since(DateOnly day, DateTimeOffset at, OfficeClock clock) => (int)Math.Floor((clock.Local(at).DateTime - day.ToDateTime(TimeOnly.MinValue)).TotalMinutes);
}
