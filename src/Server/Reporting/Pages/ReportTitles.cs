using System.Globalization;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Reporting.Schedules;
using TigaPilar.Server.Shell.Time;

namespace TigaPilar.Server.Reporting.Pages;

/// <summary>How hours and reports are called on pages.</summary>
internal static class ReportTitles
{
    public static string Hour(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary>09.00 WIB; with the day where it is not today.</summary>
    public static string When(ReportSlot slot, OfficeClock clock) =>
        $"{Hour(slot.Time)} {clock.ZoneName}{(slot.Day == clock.Today ? "" : $", {slot.Day.ToString("ddd d MMM", CultureInfo.CurrentCulture)}")}";

    public static string Of(IStringLocalizer texts, SituationReport report, OfficeClock clock) =>
        report.Minute is { } minute ? texts["ReportAt", When(ReportSlot.Of(report.Day, minute), clock)] : texts["SpecialAt", When(ReportSlot.Of(report.Day, (int)clock.Local(report.At).TimeOfDay.TotalMinutes), clock)];
}
