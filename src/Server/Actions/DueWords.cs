using System.Globalization;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Actions.Contract;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Actions;

/// <summary>Until when, in words.</summary>
internal static class DueWords
{
    /// <summary>H-7, H, H+3.</summary>
    public static string Offset(int days) => days == 0 ? "H" : string.Create(CultureInfo.InvariantCulture, $"H{(days > 0 ? "+" : "-")}{Math.Abs(days)}");

    /// <summary>27 November 2024 (H-7, Pilkada 2024), tiap Senin.</summary>
    public static string Of(IStringLocalizer texts, ActionRow row, string? election)
    {
        var parts = new List<string>();
        if (row.Due is { } due) parts.Add(Format.LongDay(due));
        if (row.Item.DueElectionId is not null) parts.Add(row.Due is null ? texts["DueNoDay", Offset(row.Item.DueOffset), election ?? "–"] : $"{Offset(row.Item.DueOffset)}, {election}");
        if (Repeated(texts, row.Item) is { } repeated) parts.Add(repeated);
        return parts.Count == 0 ? texts["DueNone"] : string.Join(" · ", parts);
    }

    /// <summary>H-7, tiap Senin: what a calendar does not say by itself.</summary>
    public static string Brief(IStringLocalizer texts, ActionRow row) => row.Item.DueElectionId is not null ? Offset(row.Item.DueOffset) : Repeated(texts, row.Item) ?? "";

    private static string? Repeated(IStringLocalizer texts, ActionItem item) =>
        item.Repeat == ActionRepeat.Weekly ? texts["EachWeek", Weekday(item.RepeatOn)].Value
        : item.Repeat == ActionRepeat.Monthly ? texts["EachMonth", item.RepeatOn].Value
        : null;

    /// <summary>1 is Monday.</summary>
    public static string Weekday(int day) => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7));
}
