using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Territory.Contract;
using static TigaPilar.Server.Shell.Indonesian;

namespace TigaPilar.Server.Guarding;

/// <summary>Says in Indonesian why people are short, what was tried, and what would fix it.</summary>
/// <param name="Reason">What is needed and there, and what was tried.</param>
/// <param name="Remedy">What would fix it.</param>
internal sealed record ShortageText(string Reason, string Remedy)
{
    /// <summary>Reason and remedy in one run of sentences.</summary>
    public string Text => $"{Reason} {Remedy}";

    /// <summary>Of a village that lacks Linmas. Recruiting comes first: it is how such gaps are filled in the field.</summary>
    public static ShortageText OfLinmas(Shortage shortage, GuardPlanInput input)
    {
        var village = input.Territory.Villages[shortage.Index];
        var kecamatan = input.Territory.Kecamatan[village.Kecamatan];
        var place = $"{village.Name ?? village.Code}, Kecamatan {kecamatan.Name ?? kecamatan.Code}";
        var fact = $"{place} perlu {Whole(shortage.Needed)} Linmas dan punya {Whole(shortage.Available)}.";
        var fix = $"Rekrut {Whole(shortage.Missing)} Linmas di {(village.Kind == VillageKind.Kelurahan ? "kelurahan" : "desa")} ini";
        if (shortage.NearestSpareMetres is { } metres)
            fix += $", atau izinkan bantuan dari desa sampai {Kilometres(metres)} km: di sana masih ada Linmas lebih";
        return new ShortageText($"{fact} {Tried(shortage, input, village.Centroid is null)}", $"{fix}.");
    }

    /// <summary>Of a jurisdiction that lacks police.</summary>
    public static ShortageText OfPolice(Shortage shortage, GuardPlanInput input)
    {
        var jurisdiction = input.Territory.Jurisdictions[shortage.Index];
        var bko = shortage.Helped > 0 ? $", termasuk {Whole(shortage.Helped)} BKO yang dipakai" : ", tanpa BKO";
        return new ShortageText(
            $"Wilayah hukum {jurisdiction} perlu {Whole(shortage.Needed)} polisi dan punya {Whole(shortage.Available)}{bko}. "
            + "Semua kekuatan Polsek, Polres dan BKO di wilayah hukum ini sudah ditempatkan.",
            $"Minta penebalan {Whole(shortage.Missing)} personel, atau tetapkan pola dengan lebih banyak TPS per kelompok.");
    }

    private static string Tried(Shortage shortage, GuardPlanInput input, bool unplaced)
    {
        var reach = Kilometres(input.Problem.NeighbourMetres);
        var helped = shortage.Helped > 0 ? $"Dari luar desa sudah datang {Whole(shortage.Helped)}. " : "";
        if (input.Problem.NeighbourMetres <= 0) return $"{helped}Bantuan desa tetangga tidak diizinkan dalam rencana ini.";
        if (unplaced) return $"{helped}Titik tengah desa tidak diketahui, jadi desa tetangga tidak dapat dicari.";
        return shortage.Helpers == 0
            ? $"{helped}Tidak ada desa lain dalam {reach} km."
            : $"{helped}Dalam {reach} km ada {Whole(shortage.Helpers)} desa lain dengan {Whole(shortage.HelpersSpare)} Linmas "
                + "lebih, dan itu tidak cukup untuk semua yang kurang.";
    }

    // Rounded up: a reach of the printed number must really reach.
    private static string Kilometres(double metres) =>
        (Math.Ceiling(metres / 100) / 10).ToString("0.#", Numbers);
}
