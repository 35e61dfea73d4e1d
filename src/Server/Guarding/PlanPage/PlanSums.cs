namespace TigaPilar.Server.Guarding;

/// <summary>The figures of one kecamatan, or of the whole plan. Persons, and metres of travel.</summary>
internal sealed record KecamatanSum
{
    public int Stations { get; set; }

    public int Groups { get; set; }

    public int Officers { get; set; }

    public int OfficersMissing { get; set; }

    public int Linmas { get; set; }

    public int LinmasMissing { get; set; }

    public double TravelMetres { get; set; }
}

/// <summary>All sums that the page prints, added up once from groups and shortages.</summary>
internal sealed class PlanSums
{
    public PlanSums(PlanPageModel model)
    {
        Kecamatan = [.. model.Kecamatan.Select(_ => new KecamatanSum())];
        PatternUse = new int[model.Patterns.Length];
        foreach (var group in model.Groups)
        {
            var pattern = model.Patterns[group.Pattern].Pattern;
            PatternUse[group.Pattern]++;
            int linmas = pattern.LinmasOfOneStation * group.Stations.Length;
            foreach (var sum in (ReadOnlySpan<KecamatanSum>)[Total, Kecamatan[group.Kecamatan]])
            {
                sum.Stations += group.Stations.Length;
                sum.Groups++;
                sum.Officers += pattern.Officers;
                sum.OfficersMissing += group.OfficersMissing;
                sum.Linmas += linmas;
                sum.TravelMetres += group.TravelMetres;
            }

            if (group.OfficersMissing > 0) GroupsNotFilled++;
            if (group.Stations.Length < pattern.MinStations) GroupsBelowMinimum++;
            if (group.Stations.Length > pattern.MaxStations || group.FarthestMetres > pattern.RadiusMetres + 1e-6)
                GroupsOffPattern++;
        }

        for (int i = 0; i < model.Villages.Length; i++) VillageOfCode[model.Villages[i].Code] = i;
        foreach (var shortage in model.Forces?.LinmasShortages ?? [])
        {
            Total.LinmasMissing += shortage.Missing;
            if (VillageOfCode.TryGetValue(shortage.Code, out int village))
                Kecamatan[model.Villages[village].Kecamatan].LinmasMissing += shortage.Missing;
        }

        // Which groups stay unfilled may not be told; how many officers lack always is.
        OfficersMissing = model.Forces?.PoliceShortages.Sum(s => s.Missing) ?? 0;
        ApproximateStations = model.Stations.Count(s => s.Approximate);
    }

    public KecamatanSum Total { get; } = new();

    public KecamatanSum[] Kecamatan { get; }

    public int[] PatternUse { get; }

    public int GroupsNotFilled { get; }

    public int GroupsBelowMinimum { get; }

    /// <summary>Groups with more stations, or farther ones, than their pattern allows; 0 in any plan of ours.</summary>
    public int GroupsOffPattern { get; }

    public int OfficersMissing { get; }

    public int ApproximateStations { get; }

    public Dictionary<string, int> VillageOfCode { get; } = new(StringComparer.Ordinal);
}
