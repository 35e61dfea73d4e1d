using System.Globalization;
using Microsoft.Extensions.Localization;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Forces.Strength;

/// <summary>Strength in words: as it is said on the page, typed into forms and written into files.</summary>
internal static class StrengthWords
{
    private static readonly string[] Agencies = ["Polri", "TNI", "Satpol PP", "Linmas", "SKD", "Lainnya"];
    private static readonly string[] Uses = ["Pam TPS", "Cadangan", "Bergerak", "BKO", "Patroli", "Posko", "Objek"];

    /// <summary>'Polri 503 · Linmas ±5.858.'</summary>
    public static string Answer(IStringLocalizer<StrengthText> texts, IEnumerable<AgencyStrength> agencies) =>
        string.Join(" · ", agencies.Where(a => a.Strength is not null).Select(a => $"{texts[$"Agency{a.Agency}"]} {Number(a.Strength, a.IsApproximate)}")) is { Length: > 0 } all
            ? all + "." : texts["AnswerNone"];

    /// <summary>'Kebutuhan Linmas 6.644: kurang 786.' Null where there is no need to tell.</summary>
    public static string? Need(IStringLocalizer<StrengthText> texts, AgencyStrength agency)
    {
        if (agency.Need is not { } need) return null;
        var (name, told) = (texts[$"Agency{agency.Agency}"].Value, Format.Whole(need));
        return agency.Balance switch
        {
            null => texts["NeedUnfilled", name, told],
            < 0 and var lacking => texts["NeedShort", name, told, Format.Whole(-lacking)],
            > 0 and var more => texts["NeedOver", name, told, Format.Whole(more)],
            _ => texts["NeedEven", name, told],
        };
    }

    /// <summary>±5.858; a dash where nobody has said.</summary>
    public static string Number(int? count, bool approximate) => count is { } known ? $"{(approximate ? "±" : "")}{Format.Whole(known)}" : "–";

    /// <summary>What stands in a form's field: '±5858', so that it reads the same in both languages.</summary>
    public static string Typed(ForceFigure? figure) => figure?.Count is { } count ? $"{(figure.IsApproximate ? "±" : "")}{count.ToString(CultureInfo.InvariantCulture)}" : "";

    /// <summary>A number as people write it, with ± or 'kurang lebih' before it; null where it is none.</summary>
    public static (int Count, bool Approximate)? Read(string text)
    {
        var bare = text.Trim();
        var approximate = false;
        foreach (var word in (string[])["±", "+/-", "+-", "kurang lebih", "lk.", "sekitar"])
        {
            if (!bare.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            (bare, approximate) = (bare[word.Length..].Trim(), true);
            break;
        }

        return new TableCell(bare).Count() is { } count and <= SaveStrength.MostPersons ? (count, approximate) : null;
    }

    /// <summary>As a file has it, in Indonesian whoever downloads it: offices pass files on.</summary>
    public static string Written(ForceAgency agency) => Agencies[(int)agency - 1];

    /// <inheritdoc cref="Written(ForceAgency)"/>
    public static string Written(ForceUse use) => Uses[(int)use - 1];

    public static ForceAgency? ReadAgency(string text) => Key(text) switch
    {
        "polisi" => ForceAgency.Polri,
        "satlinmas" => ForceAgency.Linmas,
        var key => Array.FindIndex(Agencies, a => Key(a) == key) is var i and >= 0 ? (ForceAgency)(i + 1) : null,
    };

    public static ForceUse? ReadUse(string text) =>
        Key(text) is var key && Array.FindIndex(Uses, u => Key(u) == key) is var i and >= 0 ? (ForceUse)(i + 1) : null;

    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
