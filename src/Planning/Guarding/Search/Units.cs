namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Stations by unit: the village or the kecamatan, whichever may not be crossed there. Villages come first where both occur.
/// </summary>
internal sealed class Units
{
    private readonly int[] _stations;
    private readonly int[] _first;
    private readonly Dictionary<int, StationLink[]> _links;
    private readonly int _firstKecamatan;

    public Units(GuardProblem problem)
    {
        _firstKecamatan = FirstKecamatan(problem);
        var count = _firstKecamatan + problem.Kecamatan.Length;
        _first = new int[count + 1];
        foreach (var station in problem.Stations)
            _first[UnitOf(problem, station) + 1]++;
        for (var u = 0; u < count; u++)
            _first[u + 1] += _first[u];
        _stations = new int[problem.Stations.Length];
        var next = _first.AsSpan(0, count).ToArray();
        for (var s = 0; s < problem.Stations.Length; s++)
            _stations[next[UnitOf(problem, problem.Stations[s])]++] = s;
        _links = problem.Links
            .Where(l => UnitOf(problem, problem.Stations[l.A]) == UnitOf(problem, problem.Stations[l.B])
                && problem.Stations[l.A].Class != StationClass.Khusus && problem.Stations[l.B].Class != StationClass.Khusus)
            .GroupBy(l => UnitOf(problem, problem.Stations[l.A]))
            .ToDictionary(g => g.Key, g => g.ToArray());
    }

    public int Count => _first.Length - 1;

    /// <summary>Stations of a unit, ascending.</summary>
    public ReadOnlySpan<int> StationsOf(int unit) => _stations.AsSpan(_first[unit].._first[unit + 1]);

    /// <summary>Links between stations of a unit that are not khusus (those stand alone anyway).</summary>
    public ReadOnlySpan<StationLink> LinksOf(int unit) => _links.GetValueOrDefault(unit);

    /// <summary>Units, those with the most stations first, so that no thread starts on a big one last.</summary>
    public int[] LargestFirst() =>
        [.. Enumerable.Range(0, Count).Where(u => _first[u] < _first[u + 1]).OrderByDescending(u => _first[u + 1] - _first[u])];

    /// <summary>Number of the unit's random stream: a kecamatan is planned alike whatever the others chose.</summary>
    public ulong StreamOf(int unit) => (ulong)(unit < _firstKecamatan ? unit : unit - _firstKecamatan);

    public static int UnitOf(GuardProblem problem, GuardStation station)
    {
        var kecamatan = problem.Villages[station.Village].Kecamatan;
        return problem.Unit == GroupingUnit.Village && !problem.Kecamatan[kecamatan].CrossesVillages
            ? station.Village
            : FirstKecamatan(problem) + kecamatan;
    }

    private static int FirstKecamatan(GuardProblem problem) => problem.Unit == GroupingUnit.Village ? problem.Villages.Length : 0;
}
