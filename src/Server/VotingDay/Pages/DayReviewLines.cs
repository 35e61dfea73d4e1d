using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.VotingDay.Board;
using TigaPilar.Server.VotingDay.Review;
using TigaPilar.Server.VotingDay.Words;

namespace TigaPilar.Server.VotingDay.Pages;

/// <summary>1.870 dari 1.872 kotak di PPK. 2 masih di perjalanan (Ranupani). Personel lengkap, 1 sakit dirawat.</summary>
internal static class DayReviewLines
{
    private const int Most = 4;

    public static string Answer(IStringLocalizer texts, LookedAt seen, DayReview? review)
    {
        var all = seen.Board.All;
        var parts = new List<string> { texts["ReviewAnswer", Format.Whole(all.AtPpk), Format.Whole(all.Stations)] };
        if (all.AtPpk == all.Stations && all.Stations > 0) parts.Add(texts["AllBoxesBack"]);
        else if (all.OnTheWay > 0) parts.Add(texts["ReviewOnTheWay", Format.Whole(all.OnTheWay), Names(texts, seen, seen.Board.Stations.Where(r => r.State == DayState.BoxOnTheWay))]);
        if (review is { Men: { Count: > 0 } men })
        {
            var back = men.Sum(m => m.NotBack);
            parts.Add(back == 0 ? texts["MenWhole"] : texts["MenLack", Format.Whole(back)]);
            if (men.Sum(m => m.Ill) is > 0 and var ill) parts.Add(texts["MenIllCount", Format.Whole(ill)]);
            if (men.Sum(m => m.Dead) is > 0 and var dead) parts.Add(texts["MenDeadCount", Format.Whole(dead)]);
        }

        return string.Join(' ', parts);
    }

    /// <summary>The villages whose boxes are not at the PPK of a kecamatan.</summary>
    public static string Villages(IStringLocalizer texts, LookedAt seen, string kecamatan) =>
        Names(texts, seen, seen.Board.Stations.Where(r => AreaCode.KecamatanOf(r.Code) == kecamatan && r.State != DayState.BoxAtPpk));

    private static string Names(IStringLocalizer texts, LookedAt seen, IEnumerable<StationRow> rows)
    {
        var names = rows.Select(r => AreaCode.VillageOf(r.Code)).Distinct(StringComparer.Ordinal).Select(seen.NameOf).ToList();
        return names.Count <= Most ? string.Join(", ", names) : texts["NamesAndMore", string.Join(", ", names.Take(Most)), Format.Whole(names.Count - Most)];
    }
}
