using System.Globalization;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Shell;

/// <summary>Numbers, days and times as the reader's language writes them: 5.858 and Rabu, 27 November 2024; 07.30 WIB.</summary>
public static class Format
{
    public static string Whole(long number) => number.ToString("N0", CultureInfo.CurrentUICulture);

    public static string Decimal(double number, int digits) =>
        number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.CurrentUICulture);

    /// <summary>27 November 2024.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentUICulture);

    /// <summary>Rabu, 27 November 2024.</summary>
    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", CultureInfo.CurrentUICulture);

    /// <summary>27 Nov 2024 07.30 WIB, on the installation's clock.</summary>
    public static string Instant(DateTimeOffset instant, OfficeClock clock) =>
        $"{clock.Local(instant).ToString("d MMM yyyy HH.mm", CultureInfo.CurrentUICulture)} {clock.ZoneName}";

    /// <summary>H-28, H, H+3: days from the voting day.</summary>
    public static string CountDown(DateOnly votingDay, DateOnly today)
    {
        var days = today.DayNumber - votingDay.DayNumber;
        return days == 0 ? "H" : string.Create(CultureInfo.InvariantCulture, $"H{(days > 0 ? "+" : "-")}{Math.Abs(days)}");
    }
}
