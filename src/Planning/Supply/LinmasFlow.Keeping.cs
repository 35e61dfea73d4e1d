using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

internal sealed partial class LinmasFlow
{
    /// <summary>
    /// Postings and shortages of one kabupaten with as few men as possible at a station at which they did not stand:
    /// <paramref name="stood"/> says who stood at each station.
    /// </summary>
    public (List<LinmasPosting> Postings, List<Shortage> Shortages) SolveKeeping(int kabupaten, ILookup<int, LinmasPosting> stood)
    {
        var villages = _villagesOf[kabupaten];
        var places = Array.ConvertAll(villages, v => _problem.Villages[v].Centroid is { } c ? SpherePoint.From(c) : (SpherePoint?)null);
        var reachable = Neighbours(villages, places);
        var flow = new KeepingFlow();
        var homes = new List<ForceHome>();
        var costs = new Dictionary<(int Home, int Area), long>();
        for (var i = 0; i < villages.Length; i++)
        {
            if (_own[villages[i]] == 0)
                continue;
            var home = AddHome(new ForceHome(HomeLevel.Village, villages[i], _own[villages[i]]));
            AddWay(home, i, 0);
            foreach (var other in reachable[i])
                AddWay(home, other, CostOfNeighbour + (long)(places[i]!.Value.MetresTo(places[other]!.Value) / MetresPerCost));
        }

        foreach (var pool in _pools[kabupaten].Where(p => p.Count > 0))
        {
            var home = AddHome(pool);
            for (var i = 0; i < villages.Length; i++)
            {
                if (pool.Level == HomeLevel.Kabupaten)
                    AddWay(home, i, CostOfKabupatenPool);
                else if (_problem.Villages[villages[i]].Kecamatan == pool.Index)
                    AddWay(home, i, CostOfKecamatanPool);
            }
        }

        var stations = AddStations(flow, villages, stood, homes, costs);
        var postings = flow.Solve()
            .ConvertAll(s => new LinmasPosting(homes[s.Home].Level, homes[s.Home].Index, stations[s.Place], s.People));
        return (postings, Shortages(villages, places, reachable, postings));

        int AddHome(ForceHome home)
        {
            homes.Add(home);
            return flow.AddHome(home.Count);
        }

        void AddWay(int home, int area, long cost)
        {
            flow.AddWay(home, area, cost);
            costs[(home, area)] = cost;
        }
    }

    private List<int> AddStations(
        KeepingFlow flow, int[] villages, ILookup<int, LinmasPosting> stood, List<ForceHome> homes, Dictionary<(int, int), long> costs)
    {
        var number = new Dictionary<(HomeLevel, int), int>();
        for (var h = 0; h < homes.Count; h++)
            number[(homes[h].Level, homes[h].Index)] = h;
        var stations = new List<int>();
        for (var i = 0; i < villages.Length; i++)
        {
            foreach (var station in _stationsByVillage.AsSpan(_firstStation[villages[i]].._firstStation[villages[i] + 1]))
            {
                if (NeedOf(station) == 0)
                    continue;
                var place = flow.AddPlace(i, NeedOf(station), rank: 0);
                stations.Add(station);
                foreach (var (level, index, _, count) in stood[station])
                {
                    // Who may not go there any more does not stay either.
                    if (number.TryGetValue((level, index), out var home) && costs.TryGetValue((home, i), out var cost))
                        flow.AddKept(home, place, count, cost);
                }
            }
        }

        return stations;
    }

    private List<Shortage> Shortages(int[] villages, SpherePoint?[] places, List<int>[] reachable, List<LinmasPosting> postings)
    {
        var local = new Dictionary<int, int>();
        for (var i = 0; i < villages.Length; i++)
            local[villages[i]] = i;
        var received = new List<(HomeLevel Level, int Home, int People)>?[villages.Length];
        var left = Array.ConvertAll(villages, v => _own[v]);
        foreach (var (level, home, station, people) in postings)
        {
            (received[local[_problem.Stations[station].Village]] ??= []).Add((level, home, people));
            if (level == HomeLevel.Village)
                left[local[home]] -= people;
        }

        var shortages = new List<Shortage>();
        for (var i = 0; i < villages.Length; i++)
        {
            var arrived = received[i]?.Sum(r => r.People) ?? 0;
            if (arrived < _need[villages[i]])
                shortages.Add(Explain(villages, places, reachable[i], left, i, received[i], arrived));
        }

        return shortages;
    }
}
