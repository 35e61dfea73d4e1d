using System.Globalization;

namespace TigaPilar.Server.Shell.Time;

/// <summary>The clock and the zone of this installation: days begin and end where the offices are.</summary>
/// <param name="clock">The instant.</param>
/// <param name="zone">WIB, WITA or WIT.</param>
public sealed class OfficeClock(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>Name of the variable that says where the offices are.</summary>
    public const string Variable = "TIGAPILAR_ZONE";

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>Short name of the zone: WIB, WITA or WIT, else its offset from UTC.</summary>
    public string ZoneName => ZoneNameOf(Zone);

    /// <summary>
    /// The zone that a setting names: WIB, WITA, WIT or an IANA name; WIB where it is blank, null where it names none.
    /// </summary>
    public static TimeZoneInfo? ZoneOf(string? setting) =>
        (setting ?? "").Trim() switch
        {
            "" or "WIB" => TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
            "WITA" => TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar"),
            "WIT" => TimeZoneInfo.FindSystemTimeZoneById("Asia/Jayapura"),
            var named => TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone) ? zone : null,
        };

    /// <summary>What is wrong with the zone that is set, in one sentence; null where all is well.</summary>
    public static string? Problem => ZoneOf(Setting) is null
        ? $"{Variable} \"{Setting}\" is no time zone; expected WIB, WITA, WIT or a name such as Asia/Jayapura." : null;

    /// <summary>The clock of the zone that is set.</summary>
    public static OfficeClock FromEnvironment(TimeProvider clock) =>
        new(clock, ZoneOf(Setting) ?? throw new InvalidOperationException(Problem));

    private static string? Setting => Environment.GetEnvironmentVariable(Variable);

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
