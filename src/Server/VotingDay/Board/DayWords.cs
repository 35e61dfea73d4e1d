using System.Globalization;
using System.Resources;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Board;

/// <summary>The text that is pasted into a chat, in Indonesian whoever takes it: as such reports are written there.</summary>
internal static class DayWords
{
    private static readonly ResourceManager Texts = new(typeof(VotingDayText));
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("id");

    /// <summary>What is asked of a posko each hour, in one message.</summary>
    /// <param name="board">What is told.</param>
    /// <param name="place">Kec. Pasirian, or Kab. Lumajang.</param>
    /// <param name="hour">07.30.</param>
    /// <param name="settings">To whom, and the last sentence.</param>
    public static string Chat(DayBoard board, string place, string hour, DaySettings settings)
    {
        var all = board.All;
        var causes = board.Stations.Where(r => r.State == DayState.NotOpened).GroupBy(r => r.Day!.Cause ?? NotOpenedCause.Other).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => $"{Of($"Cause{g.Key}").ToLower(Language)} {Whole(g.Count())}").ToList();
        if (all.NoWord > 0) causes.Add($"{Of("ChatNoWord")} {Whole(all.NoWord)}");
        if (all.Quiet > 0) causes.Add($"{Of("ChatQuiet")} {Whole(all.Quiet)}");
        var notable = board.Open.IsEmpty ? Of("Nihil") : string.Join("; ", board.Open.Select(i => i.Title));
        return Of(
            "Chat", settings.Addressee.TrimEnd('.'), place, hour, Whole(all.Stations), Whole(all.Opened), Whole(all.NotYetOpened), causes.Count == 0 ? "" : Of("ChatCauses", string.Join(", ", causes)), notable, settings.Closing);
    }

    private static string Of(string key, params object[] values) => string.Format(Language, Texts.GetString(key, Language) ?? key, values);

    private static string Whole(int number) => Shell.Indonesian.Whole(number);
}
