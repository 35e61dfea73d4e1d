using System.Globalization;

namespace TigaPilar.Server.Shell.Time;

/// <summary>The clock and the zone of this installation: days begin and end where the offices are.</summary>
/// <param name="clock">The instant.</param>
/// <param name="zone">WIB, WITA or WIT.</param>
public sealed class OfficeClock(TimeProvider clock, TimeZoneInfo zone)
{
    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Short name of the zone: WIB, WITA or WIT, else its offset from UTC.</summary>
    public string ZoneName => ZoneNameOf(Zone);

    public static string ZoneNameOf(TimeZoneInfo zone) => zone.BaseUtcOffset.TotalHours switch
    {
        7 => "WIB",
        8 => "WITA",
        9 => "WIT",
        _ => $"UTC{(zone.BaseUtcOffset < TimeSpan.Zero ? "-" : "+")}{zone.BaseUtcOffset.ToString("hh\\:mm", CultureInfo.InvariantCulture)}",
    };

    /// <summary>An instant on this installation's wall clock.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);
}
