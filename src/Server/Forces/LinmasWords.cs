using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Forces;

/// <summary>The sentences of this room.</summary>
internal static class LinmasWords
{
    /// <summary>How far one village is.</summary>
    public static string Answer(IStringLocalizer<ForcesText> texts, int stations, int need, int named) =>
        need == 0 ? texts["AnswerNoStations", Format.Whole(named)]
        : named < need ? texts["AnswerShort", Format.Whole(need), Format.Whole(stations), Format.Whole(named), Format.Whole(need - named)]
        : texts["AnswerEnough", Format.Whole(need), Format.Whole(stations), Format.Whole(named)];

    /// <summary>How far the villages are: of one its own sentence, of more their sum.</summary>
    public static string Answer(IStringLocalizer<ForcesText> texts, IReadOnlyList<LinmasVillage> villages)
    {
        if (villages is [var only]) return Answer(texts, only.Stations, only.Need, only.Named);
        var needing = villages.Where(v => v.Need > 0).ToList();
        var lacking = needing.Where(v => v.Lacking > 0).ToList();
        return needing.Count == 0 ? texts["AnswerNone"]
            : lacking.Count == 0 ? texts["AnswerAllReady", Format.Whole(needing.Count)]
            : texts["AnswerLacking", Format.Whole(needing.Count - lacking.Count), Format.Whole(lacking.Sum(v => v.Lacking)), Format.Whole(lacking.Count)];
    }

    /// <summary>Desa Burno, Kelurahan Tompokersan.</summary>
    public static string Village(IStringLocalizer<ForcesText> texts, AreaName area) =>
        $"{texts[area.Kind == AreaKind.Kelurahan ? "VillageUrban" : "VillageRural"]} {area.Name ?? area.Code}";
}
