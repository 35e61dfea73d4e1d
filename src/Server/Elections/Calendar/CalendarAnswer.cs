using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;

namespace TigaPilar.Server.Elections.Calendar;

/// <summary>What one opens a calendar for, in one line: how long until what, and what is under way.</summary>
internal static class CalendarAnswer
{
    private const int Most = 3;

    public static string Of(IStringLocalizer<ElectionsText> texts, IReadOnlyList<ElectionDays> elections, DateOnly today)
    {
        var counted = elections.Where(e => e.Counts(today) && e.VotingDay is not null).ToList();
        var voting = counted.Find(e => e.VotingDay == today);
        var ahead = counted.Where(e => e.VotingDay > today).OrderBy(e => e.VotingDay).Take(Most).ToList();
        var behind = counted.Where(e => e.VotingDay < today).MaxBy(e => e.VotingDay);
        var first = voting is not null ? texts["TodayIsVoting", voting.Name]
            : ahead.Count > 0 ? texts["CountingTo", string.Join(", ", ahead.Select(e => texts["CountTo", Format.CountDown(e.VotingDay!.Value, today), e.Name].Value))]
            : behind is not null ? texts["CountAfter", Format.CountDown(behind.VotingDay!.Value, today), behind.Name]
            : texts["NoNext"];
        var stages = elections.SelectMany(e => e.Stages.Where(s => s.On(today) && !CalendarMonth.IsVoting(e, s))
            .Select(s => elections.Count > 1 ? $"{s.Name} ({e.ShortName})" : s.Name)).ToList();
        return $"{first.Value} {(stages.Count == 0 ? texts["NoStageToday"] : texts["StagesToday", string.Join(", ", stages)]).Value}";
    }
}
