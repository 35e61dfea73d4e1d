using System.Collections.Immutable;
using TigaPilar.Planning.Geometry;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>
/// Linmas to stations, one kabupaten at a time: men of the own village first, then of a pool counted by kecamatan or
/// kabupaten, then of villages whose centroids lie within the neighbour distance. A village may pass its own men on and
/// be helped itself where that leaves fewer without; the flow finds such chains.
/// </summary>
internal sealed partial class LinmasFlow
{
    private const long CostOfKecamatanPool = 1;
    private const long CostOfKabupatenPool = 2;
    private const long CostOfNeighbour = 10;
    // The flow scales with its costs: a hundred metres are fine enough to choose between neighbours.
    private const double MetresPerCost = 100;

    private readonly GuardProblem _problem;
    private readonly GuardPlan _plan;
    private readonly int[] _need;
    private readonly int[] _own;
    private readonly int[][] _villagesOf;
    private readonly ILookup<int, ForceHome> _pools;
    private readonly int[] _firstStation;
    private readonly int[] _stationsByVillage;

    public LinmasFlow(GuardProblem problem, GuardPlan plan, ImmutableArray<ForceHome> homes)
    {
        _problem = problem;
        _plan = plan;
        _need = new int[problem.Villages.Length];
        _own = new int[problem.Villages.Length];
        (_firstStation, _stationsByVillage) = StationsByVillage(problem);
        for (var s = 0; s < problem.Stations.Length; s++)
            _need[problem.Stations[s].Village] += NeedOf(s);
        foreach (var home in homes.Where(h => h.Level == HomeLevel.Village))
            _own[home.Index] += home.Count;
        _pools = homes.Where(h => h.Level != HomeLevel.Village).ToLookup(KabupatenOfPool);
        _villagesOf = VillagesByKabupaten(problem);
    }

    public int KabupatenCount => _villagesOf.Length;

    /// <summary>Postings and shortages of one kabupaten; shortages in the order of the villages.</summary>
    public (List<LinmasPosting> Postings, List<Shortage> Shortages) Solve(int kabupaten)
    {
        var villages = _villagesOf[kabupaten];
        var places = Array.ConvertAll(villages, v => _problem.Villages[v].Centroid is { } c ? SpherePoint.From(c) : (SpherePoint?)null);
        var reachable = Neighbours(villages, places);
        var received = new List<(HomeLevel Level, int Home, int People)>?[villages.Length];
        var left = Array.ConvertAll(villages, v => _own[v]);
        Send(kabupaten, villages, places, reachable, received, left);

        var postings = new List<LinmasPosting>();
        var shortages = new List<Shortage>();
        for (var i = 0; i < villages.Length; i++)
        {
            var arrived = received[i]?.Sum(r => r.People) ?? 0;
            Post(villages[i], received[i], arrived, postings);
            if (arrived < _need[villages[i]])
                shortages.Add(Explain(villages, places, reachable[i], left, i, received[i], arrived));
        }

        return (postings, shortages);
    }

    private void Send(
        int kabupaten,
        int[] villages,
        SpherePoint?[] places,
        List<int>[] reachable,
        List<(HomeLevel Level, int Home, int People)>?[] received,
        int[] left)
    {
        var pools = _pools[kabupaten].ToArray();
        var involved = Involved(villages, reachable, pools.Length > 0);
        using var flow = new TransportFlow();
        var homes = new List<(HomeLevel Level, int Home, int Local)>();
        var needing = new List<int>();
        var placeOf = new int[villages.Length];
        for (var i = 0; i < villages.Length; i++)
        {
            if (!involved[i])
            {
                // Nobody near lacks anyone: the village guards itself.
                Receive(i, HomeLevel.Village, villages[i], _need[villages[i]]);
                left[i] -= _need[villages[i]];
                continue;
            }

            placeOf[i] = flow.AddPlace(_need[villages[i]]);
            needing.Add(i);
        }

        // Ways come back in this order, and people are posted in it: the own village's first.
        var senders = needing.Where(i => _own[villages[i]] > 0).ToArray();
        foreach (var i in senders)
        {
            var home = flow.AddHome(_own[villages[i]]);
            homes.Add((HomeLevel.Village, villages[i], i));
            AddWay(home, i, 0);
        }

        for (var home = 0; home < senders.Length; home++)
        {
            var i = senders[home];
            foreach (var other in reachable[i])
                AddWay(home, other, CostOfNeighbour + (long)(places[i]!.Value.MetresTo(places[other]!.Value) / MetresPerCost));
        }

        foreach (var pool in pools.Where(p => p.Count > 0))
        {
            var home = flow.AddHome(pool.Count);
            homes.Add((pool.Level, pool.Index, -1));
            foreach (var i in needing)
            {
                if (pool.Level == HomeLevel.Kabupaten)
                    AddWay(home, i, CostOfKabupatenPool);
                else if (_problem.Villages[villages[i]].Kecamatan == pool.Index)
                    AddWay(home, i, CostOfKecamatanPool);
            }
        }

        foreach (var (home, place, people) in flow.Solve())
        {
            var (level, index, local) = homes[home];
            if (local >= 0)
                left[local] -= people;
            Receive(needing[place], level, index, people);
        }

        void AddWay(int home, int village, long cost)
        {
            if (_need[villages[village]] > 0)
                flow.AddWay(home, placeOf[village], cost);
        }

        void Receive(int village, HomeLevel level, int home, int people)
        {
            if (people > 0)
                (received[village] ??= []).Add((level, home, people));
        }
    }

    /// <summary>
    /// Villages that the flow must look at: those that lack men, and all that chains of neighbours join to them. The
    /// others have enough for themselves and nobody to help.
    /// </summary>
    private bool[] Involved(int[] villages, List<int>[] reachable, bool pools)
    {
        var involved = new bool[villages.Length];
        var open = new Stack<int>();
        for (var i = 0; i < villages.Length; i++)
        {
            if (_own[villages[i]] < _need[villages[i]] || pools)
            {
                involved[i] = true;
                open.Push(i);
            }
        }

        while (open.TryPop(out var at))
        {
            foreach (var other in reachable[at])
            {
                if (!involved[other])
                {
                    involved[other] = true;
                    open.Push(other);
                }
            }
        }

        return involved;
    }

    private List<int>[] Neighbours(int[] villages, SpherePoint?[] places)
    {
        var reachable = Array.ConvertAll(villages, _ => new List<int>());
        if (_problem.NeighbourMetres <= 0)
            return reachable;
        for (var a = 0; a < villages.Length; a++)
        {
            if (places[a] is not { } here)
                continue;
            for (var b = a + 1; b < villages.Length; b++)
            {
                if (places[b] is { } there && here.MetresTo(there) <= _problem.NeighbourMetres)
                {
                    reachable[a].Add(b);
                    reachable[b].Add(a);
                }
            }
        }

        return reachable;
    }

    /// <summary>One man at each station before a second at any; men of the own village at the first stations.</summary>
    private void Post(
        int village, List<(HomeLevel Level, int Home, int People)>? received, int arrived, List<LinmasPosting> postings)
    {
        if (received is null)
            return;
        var stations = _stationsByVillage.AsSpan(_firstStation[village].._firstStation[village + 1]);
        Span<int> share = stations.Length <= 512 ? stackalloc int[stations.Length] : new int[stations.Length];
        share.Clear();
        for (var left = arrived; left > 0;)
        {
            for (var i = 0; i < stations.Length && left > 0; i++)
            {
                if (share[i] < NeedOf(stations[i]))
                {
                    share[i]++;
                    left--;
                }
            }
        }

        var source = 0;
        var available = received[0].People;
        for (var i = 0; i < stations.Length; i++)
        {
            while (share[i] > 0)
            {
                if (available == 0)
                    available = received[++source].People;
                var people = Math.Min(share[i], available);
                postings.Add(new LinmasPosting(received[source].Level, received[source].Home, stations[i], people));
                share[i] -= people;
                available -= people;
            }
        }
    }

    private Shortage Explain(
        int[] villages,
        SpherePoint?[] places,
        List<int> helpers,
        int[] left,
        int i,
        List<(HomeLevel Level, int Home, int People)>? received,
        int arrived)
    {
        var village = villages[i];
        double? nearest = null;
        if (places[i] is { } here)
        {
            for (var other = 0; other < villages.Length; other++)
            {
                if (other == i || left[other] <= 0 || places[other] is not { } there || helpers.Contains(other))
                    continue;
                var metres = here.MetresTo(there);
                if (nearest is null || metres < nearest)
                    nearest = metres;
            }
        }

        return new Shortage(
            village,
            _need[village],
            _own[village],
            _need[village] - arrived,
            helpers.Count,
            helpers.Sum(h => Math.Max(0, _own[villages[h]] - _need[villages[h]])),
            received?.Where(r => r.Level != HomeLevel.Village || r.Home != village).Sum(r => r.People) ?? 0,
            nearest);
    }

    private int NeedOf(int station) => _plan.Groups[_plan.GroupOfStation[station]].Pattern.LinmasOfOneStation;

    private int KabupatenOfPool(ForceHome home) => home.Level switch
    {
        HomeLevel.Kecamatan => _problem.Kecamatan[home.Index].Kabupaten,
        HomeLevel.Kabupaten => home.Index,
        _ => throw new ArgumentException("Linmas belong to a village, a kecamatan or a kabupaten.", nameof(home)),
    };

    private static (int[] First, int[] Stations) StationsByVillage(GuardProblem problem)
    {
        var first = new int[problem.Villages.Length + 1];
        foreach (var station in problem.Stations)
            first[station.Village + 1]++;
        for (var v = 0; v < problem.Villages.Length; v++)
            first[v + 1] += first[v];
        var next = first.AsSpan(0, problem.Villages.Length).ToArray();
        var stations = new int[problem.Stations.Length];
        for (var s = 0; s < stations.Length; s++)
            stations[next[problem.Stations[s].Village]++] = s;
        return (first, stations);
    }

    private static int[][] VillagesByKabupaten(GuardProblem problem)
    {
        var count = problem.Kecamatan.Length == 0 ? 0 : problem.Kecamatan.Max(k => k.Kabupaten) + 1;
        var lists = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        for (var v = 0; v < problem.Villages.Length; v++)
            lists[problem.Kecamatan[problem.Villages[v].Kecamatan].Kabupaten].Add(v);
        return Array.ConvertAll(lists, l => l.ToArray());
    }
}
