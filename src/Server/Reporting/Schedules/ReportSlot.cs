using System.Globalization;

namespace TigaPilar.Server.Reporting.Schedules;

/// <summary>When a report is due: a day and an hour on the offices' clock.</summary>
public readonly record struct ReportSlot(DateOnly Day, TimeOnly Time)
{
    /// <summary>As it stands in addresses: <c>20241127-0900</c>.</summary>
    public string Code => $"{Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{Time.ToString("HHmm", CultureInfo.InvariantCulture)}";

    /// <summary>Minutes from midnight, as it is kept.</summary>
    public int Minute => (Time.Hour * 60) + Time.Minute;

    public DateTime At => Day.ToDateTime(Time);

    public static ReportSlot? Parse(string? code) =>
        DateTime.TryParseExact(code, "yyyyMMdd-HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null;

    public static ReportSlot Of(DateOnly day, int minute) => new(day, new TimeOnly(minute / 60, minute % 60));
}
