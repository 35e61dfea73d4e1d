using static TigaPilar.Server.Shell.Indonesian;

namespace TigaPilar.Server.Guarding;

/// <summary>The plan in a few Indonesian lines: the answer first, then where the files lie.</summary>
internal static class PlanReply
{
    public static void Write(TextWriter output, GuardPlanInput input, GuardPlanResult result, string folder)
    {
        output.WriteLine(Sentence(input, result));
        output.WriteLine(
            $"Batas bawah terbukti {Whole(result.LowerBoundGroups)} kelompok; "
            + $"jarak di dalam kelompok {Whole((long)Math.Round(result.Plan.TravelMetres / 1000))} km; "
            + string.Create(Numbers, $"dihitung dalam {result.Seconds:F1} detik."));
        var timed = result.Plan.TimedLinks(input.Problem);
        output.WriteLine(
            $"Dari {Whole(result.Plan.Links)} tautan di dalam kelompok, {Whole(result.Plan.Links - timed)} garis lurus "
            + $"dan {Whole(timed)} menurut menit yang diisi.");
        output.WriteLine($"Hasil: {Path.GetFullPath(folder)}");
    }

    /// <summary>How many stations, groups and people, and whether the people are enough.</summary>
    public static string Sentence(GuardPlanInput input, GuardPlanResult result)
    {
        var plan = result.Plan;
        var kecamatan = input.Territory.Stations.Select(s => input.Territory.Villages[s.Village].Kecamatan).Distinct().Count();
        var need = $"{Whole(input.Territory.Stations.Length)} TPS di {Whole(kecamatan)} kecamatan menjadi "
            + $"{Whole(plan.Groups.Length)} Kelompok Pam TPS: perlu {Whole(plan.OfficersNeeded)} polisi dan "
            + $"{Whole(plan.LinmasNeeded)} Linmas";
        if (plan.Forces is not { } forces) return $"{need}. Kekuatan belum diisi.";
        return $"{need}; {Balance("polisi", plan.OfficersNeeded, forces.OfficersAvailable, plan.OfficersShort)}, "
            + $"{Balance("Linmas", plan.LinmasNeeded, forces.LinmasAvailable, plan.LinmasShort)}.";
    }

    private static string Balance(string who, int needed, int available, int missing) =>
        missing > 0 ? $"{who} kurang {Whole(missing)} (ada {Whole(available)})"
        : available > needed ? $"{who} cukup, lebih {Whole(available - needed)}"
        : $"{who} cukup";
}
