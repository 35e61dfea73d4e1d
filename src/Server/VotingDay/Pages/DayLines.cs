using System.Globalization;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.VotingDay.Board;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Pages;

/// <summary>The sentences of the day, as several pages say them.</summary>
internal static class DayLines
{
    /// <summary>Pukul 07.30 · 1.861 TPS sudah dibuka · 11 belum · 9 belum ada kabar.</summary>
    public static string Answer(IStringLocalizer texts, LookedAt seen, OfficeClock clock)
    {
        var (all, settings, at) = (seen.Board.All, seen.Snapshot.Settings, When(texts, seen, clock));
        if (all.Stations == 0) return texts["NoStations"];
        var line = seen.Board.Minute < settings.OpensMinute ? texts["LineBefore", at, Format.Whole(all.Stations), Format.Whole(all.SuppliesComplete), DayTime.Words(settings.OpensMinute)]
            : seen.Board.Minute < settings.CountsMinute || all.Finished + all.AtPpk == 0 ? texts["LineVoting", at, Format.Whole(all.Opened), Format.Whole(all.NotOpened), Format.Whole(all.NoWord)]
            : texts["LineCounting", at, Format.Whole(all.Finished), Format.Whole(all.AtPpk), Format.Whole(all.Stations - all.Finished)];
        return all.Quiet == 0 ? line : $"{line} {texts["LineQuiet", Format.Whole(all.Quiet)]}";
    }

    /// <summary>The time of the data: the hour of the day itself, else when the last word of it came.</summary>
    public static string When(IStringLocalizer texts, LookedAt seen, OfficeClock clock) =>
        seen.Back is { } back ? texts["AtHour", DayTime.Words(back)]
        : seen.Day.DaysToGo == 0 ? texts["AtHour", DayTime.Words(seen.At, clock)]
        : seen.Board.All.UpdatedAt is { } last ? texts["LastWord", Format.Instant(last, clock)] : texts["NoWordYet"];

    /// <summary>What is known of a station, in a few words.</summary>
    public static string State(IStringLocalizer texts, StationDay? day) => day?.State switch
    {
        null => day?.Supplies switch { true => texts["SuppliesOnly"], false => texts["SuppliesLack"], _ => texts["StateNone"] },
        DayState.NotOpened => texts["NotOpenedBecause", Cause(texts, day)],
        { } state => texts[$"State{state}"],
    };

    public static string Cause(IStringLocalizer texts, StationDay? day) =>
        day?.Cause switch { null => texts["CauseUntold"], NotOpenedCause.Other when day.Note is not null => day.Note, { } cause => day.Note is null ? texts[$"Cause{cause}"] : $"{texts[$"Cause{cause}"]}, {day.Note}" };

    /// <summary>07.12, and the day where it is another one.</summary>
    public static string Hour(DateTimeOffset? at, DayAt day, OfficeClock clock) =>
        at is not { } instant ? "–" : DateOnly.FromDateTime(clock.Local(instant).DateTime) == day.Day ? DayTime.Words(instant, clock) : clock.Local(instant).ToString("d MMM HH.mm", CultureInfo.CurrentCulture);
}
