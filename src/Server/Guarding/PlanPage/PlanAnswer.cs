using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>The sentences at the head of the page: what the plan needs, what lacks, and how good it is.</summary>
internal static class PlanAnswer
{
    /// <summary>"3.322 TPS · 382 kelompok · 764 personel."</summary>
    public static string Needs(PlanSums sums) =>
        $"{Number(sums.Total.Stations)} TPS · {Number(sums.Total.Groups)} kelompok · {Number(sums.Total.Officers)} personel.";

    /// <summary>What lacks, or that nothing does, or that nobody has said who is available.</summary>
    public static string Shortage(PlanPageModel model, PlanSums sums)
    {
        if (model.Forces is not { } forces) return "Kekuatan belum diisi.";
        var parts = new List<string>();
        if (sums.Total.LinmasMissing > 0)
        {
            parts.Add(
                $"kurang {Number(sums.Total.LinmasMissing)} Linmas " +
                $"di {Number(forces.LinmasShortages.Length)} {VillageWord(model, sums)}");
        }

        if (sums.OfficersMissing > 0)
        {
            string lack = $"kurang {Number(sums.OfficersMissing)} personel";
            parts.Add(sums.GroupsNotFilled > 0 ? $"{Number(sums.GroupsNotFilled)} kelompok belum terisi penuh ({lack})" : lack);
        }

        if (parts.Count == 0) return "Semua kelompok dan TPS terisi. Tidak ada kekurangan.";
        string sentence = string.Join("; ", parts) + ".";
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>The proof: how far the plan is from the fewest groups that any plan needs.</summary>
    public static string Proof(PlanPageModel model, PlanSums sums)
    {
        var parts = new List<string>();
        if (model.LowerBoundGroups is > 0 and int bound)
        {
            parts.Add(sums.Total.Groups == bound
                ? $"Paling sedikit yang mungkin {Number(bound)} kelompok: rencana ini sudah paling sedikit"
                : $"Paling sedikit yang mungkin {Number(bound)} kelompok " +
                    $"(selisih {Percent((double)(sums.Total.Groups - bound) / bound)})");
        }

        parts.Add(sums.GroupsOffPattern == 0 ? "sesuai pola" : $"{Number(sums.GroupsOffPattern)} kelompok di luar pola");
        parts.Add($"jarak {Kilometres(sums.Total.TravelMetres)}\u00a0km");
        parts.Add($"dihitung {Tenths(model.Seconds)}\u00a0detik");
        string line = string.Join(" · ", parts);
        return char.ToUpperInvariant(line[0]) + line[1..];
    }

    /// <summary>'desa', or 'desa/kelurahan' where a kelurahan lacks Linmas too.</summary>
    public static string VillageWord(PlanPageModel model, PlanSums sums) =>
        model.Forces!.LinmasShortages.Any(s =>
            sums.VillageOfCode.TryGetValue(s.Code, out int v) && model.Villages[v].IsKelurahan)
            ? "desa/kelurahan"
            : "desa";
}
