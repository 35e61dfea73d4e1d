using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>
/// Officers to groups, one police jurisdiction at a time: of the own Polsek first, then counted by the Polres, then of
/// the nearest other Polsek, BKO last. Where they do not suffice, groups of a higher class come first.
/// </summary>
internal sealed class OfficerFlow
{
    private const long CostOfJurisdictionPool = 1;
    private const long CostOfOtherKecamatan = 2;
    // More than the widest kabupaten in kilometres, and a class more than any BKO: the ranks never mix.
    private const long CostOfBko = 10_000;
    private const long CostOfLowerClass = 100_000;

    private readonly GuardProblem _problem;
    private readonly GuardPlan _plan;
    private readonly ILookup<int, (bool Bko, ForceHome Home)> _homes;
    private readonly ILookup<int, int> _groupsByJurisdiction;
    private readonly SpherePoint?[] _centre;

    public OfficerFlow(GuardProblem problem, GuardPlan plan, GuardForces forces)
    {
        _problem = problem;
        _plan = plan;
        _homes = forces.Police.Select(h => (Bko: false, Home: h)).Concat(forces.Bko.Select(h => (Bko: true, Home: h)))
            .Where(h => h.Home.Count > 0)
            .ToLookup(h => JurisdictionOf(h.Home));
        _groupsByJurisdiction = Enumerable.Range(0, plan.Groups.Length)
            .ToLookup(g => problem.Kecamatan[KecamatanOf(g)].Jurisdiction);
        _centre = CentresOfKecamatan(problem);
        JurisdictionCount = problem.Kecamatan.Length == 0 ? 0 : problem.Kecamatan.Max(k => k.Jurisdiction) + 1;
    }

    public int JurisdictionCount { get; }

    /// <summary>Postings of one jurisdiction, and what it lacks.</summary>
    public (List<OfficerPosting> Postings, Shortage? Shortage) Solve(int jurisdiction)
    {
        var homes = _homes[jurisdiction].ToArray();
        // Groups of one kecamatan and class are one place: they are filled one after the other.
        var places = _groupsByJurisdiction[jurisdiction]
            .GroupBy(g => (Kecamatan: KecamatanOf(g), ClassOf(g)))
            .Select(p => (p.Key.Kecamatan, Class: p.Key.Item2, Groups: p.ToArray(), Need: p.Sum(g => _plan.Groups[g].Pattern.Officers)))
            .OrderBy(p => p.Kecamatan).ThenByDescending(p => p.Class).ToArray();
        using var flow = new TransportFlow();
        foreach (var place in places)
            flow.AddPlace(place.Need);
        foreach (var (bko, home) in homes)
        {
            var number = flow.AddHome(home.Count);
            for (var p = 0; p < places.Length; p++)
                flow.AddWay(number, p, Cost(bko, home, places[p].Kecamatan, places[p].Class));
        }

        var postings = new List<OfficerPosting>();
        var filled = Array.ConvertAll(places, _ => (Group: 0, Officers: 0));
        foreach (var (number, p, people) in flow.Solve())
        {
            var (bko, home) = homes[number];
            Fill(places[p].Groups, ref filled[p], bko, home, people, postings);
        }

        return (postings, ShortageOf(jurisdiction, postings));
    }

    /// <summary>
    /// The same, with as few officers as possible at a group at which they did not stand: <paramref name="stood"/> says
    /// who stood at each group.
    /// </summary>
    public (List<OfficerPosting> Postings, Shortage? Shortage) SolveKeeping(int jurisdiction, ILookup<int, OfficerPosting> stood)
    {
        // Homes are told apart by what they are called in postings.
        var homes = _homes[jurisdiction].GroupBy(h => (h.Bko, h.Home.Level, h.Home.Index))
            .Select(h => (h.Key.Bko, Home: new ForceHome(h.Key.Level, h.Key.Index, h.Sum(same => same.Home.Count)))).ToArray();
        var groups = _groupsByJurisdiction[jurisdiction].ToArray();
        var areas = groups.Select(KecamatanOf).Distinct().Order().ToArray();
        var flow = new KeepingFlow();
        foreach (var group in groups)
            flow.AddPlace(Array.BinarySearch(areas, KecamatanOf(group)), _plan.Groups[group].Pattern.Officers, StationClass.Khusus - ClassOf(group));
        var number = new Dictionary<(bool, HomeLevel, int), int>();
        foreach (var (bko, home) in homes)
        {
            var h = number[(bko, home.Level, home.Index)] = flow.AddHome(home.Count);
            for (var a = 0; a < areas.Length; a++)
                flow.AddWay(h, a, CostOfWay(bko, home, areas[a]));
        }

        for (var place = 0; place < groups.Length; place++)
        {
            foreach (var (bko, level, index, _, count) in stood[groups[place]])
            {
                if (number.TryGetValue((bko, level, index), out var h))
                    flow.AddKept(h, place, count, CostOfWay(bko, homes[h].Home, KecamatanOf(groups[place])));
            }
        }

        var postings = flow.Solve()
            .ConvertAll(s => new OfficerPosting(homes[s.Home].Bko, homes[s.Home].Home.Level, homes[s.Home].Home.Index, groups[s.Place], s.People));
        return (postings, ShortageOf(jurisdiction, postings));
    }

    private Shortage? ShortageOf(int jurisdiction, List<OfficerPosting> postings)
    {
        var needed = _groupsByJurisdiction[jurisdiction].Sum(g => _plan.Groups[g].Pattern.Officers);
        var @short = needed - postings.Sum(p => p.Count);
        return @short == 0
            ? null
            : new Shortage(
                jurisdiction, needed, _homes[jurisdiction].Sum(h => h.Home.Count), @short, 0, 0, postings.Where(p => p.Bko).Sum(p => p.Count), null);
    }

    private void Fill(
        int[] groups, ref (int Group, int Officers) filled, bool bko, ForceHome home, int people, List<OfficerPosting> postings)
    {
        while (people > 0)
        {
            var group = groups[filled.Group];
            var take = Math.Min(people, _plan.Groups[group].Pattern.Officers - filled.Officers);
            if (take > 0)
                postings.Add(new OfficerPosting(bko, home.Level, home.Index, group, take));
            people -= take;
            filled = filled.Officers + take == _plan.Groups[group].Pattern.Officers
                ? (filled.Group + 1, 0)
                : (filled.Group, filled.Officers + take);
        }
    }

    private long Cost(bool bko, ForceHome home, int kecamatan, StationClass @class) =>
        CostOfLowerClass * (StationClass.Khusus - @class) + CostOfWay(bko, home, kecamatan);

    private long CostOfWay(bool bko, ForceHome home, int kecamatan)
    {
        var cost = bko ? CostOfBko : 0;
        if (home.Level is HomeLevel.Jurisdiction or HomeLevel.Kabupaten)
            return cost + CostOfJurisdictionPool;
        var own = home.Level == HomeLevel.Village ? _problem.Villages[home.Index].Kecamatan : home.Index;
        if (own == kecamatan)
            return cost;
        var kilometres = _centre[own] is { } a && _centre[kecamatan] is { } b ? (long)(a.MetresTo(b) / 1000) : 0;
        return cost + CostOfOtherKecamatan + kilometres;
    }

    private int KecamatanOf(int group) =>
        _problem.Villages[_problem.Stations[_plan.Groups[group].Medoid].Village].Kecamatan;

    private StationClass ClassOf(int group) => _plan.Groups[group].Pattern.Class;

    private int JurisdictionOf(ForceHome home) => home.Level switch
    {
        HomeLevel.Jurisdiction => home.Index,
        HomeLevel.Kecamatan => _problem.Kecamatan[home.Index].Jurisdiction,
        HomeLevel.Village => _problem.Kecamatan[_problem.Villages[home.Index].Kecamatan].Jurisdiction,
        _ => OnlyJurisdictionOf(home.Index),
    };

    private int OnlyJurisdictionOf(int kabupaten)
    {
        var jurisdictions = _problem.Kecamatan.Where(k => k.Kabupaten == kabupaten).Select(k => k.Jurisdiction).Distinct().ToArray();
        return jurisdictions.Length == 1
            ? jurisdictions[0]
            : throw new ArgumentException("Police of a kabupaten with several jurisdictions must name one.", nameof(kabupaten));
    }

    private static SpherePoint?[] CentresOfKecamatan(GuardProblem problem)
    {
        var sums = new (double X, double Y, double Z, int Count)[problem.Kecamatan.Length];
        foreach (var village in problem.Villages)
        {
            if (village.Centroid is not { } centroid)
                continue;
            var p = SpherePoint.From(centroid);
            ref var s = ref sums[village.Kecamatan];
            s = (s.X + p.X, s.Y + p.Y, s.Z + p.Z, s.Count + 1);
        }

        return Array.ConvertAll(sums, s =>
        {
            var length = Math.Sqrt(s.X * s.X + s.Y * s.Y + s.Z * s.Z);
            return s.Count == 0 || length == 0 ? (SpherePoint?)null : new SpherePoint(s.X / length, s.Y / length, s.Z / length);
        });
    }
}
