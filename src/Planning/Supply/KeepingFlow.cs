using Google.OrTools.Graph;

namespace TigaPilar.Planning.Supply;

/// <summary>
/// People of homes sent to places that some of them stood at before. Exactly, in this order: as many as possible are
/// sent; to the places of the higher rank first; as few as possible stand where they did not stand; each way costs as
/// little as possible; no place gets a second man before its neighbours have a first.
/// </summary>
/// <remarks>
/// Whatever may serve one place of an area may serve all of them at one cost, so ways lead to areas, and only who stood
/// at a place before has a way of his own to it. Two best answers differ by cycles, in which no place, area or home
/// comes twice; a weight above all that a cycle can save in the ranks below therefore keeps the ranks apart.
/// </remarks>
internal sealed class KeepingFlow
{
    private readonly List<int> _supply = [];
    private readonly List<(int Area, int Need, int Rank)> _places = [];
    private readonly List<(int Home, int Area, long Cost)> _ways = [];
    private readonly List<(int Home, int Place, int People, long Cost)> _kept = [];

    /// <summary>A home with so many people; its number is returned.</summary>
    public int AddHome(int people)
    {
        _supply.Add(people);
        return _supply.Count - 1;
    }

    /// <summary>A place that needs so many; its number is returned. Of rank 0 are those that are filled first.</summary>
    public int AddPlace(int area, int need, int rank)
    {
        _places.Add((area, need, rank));
        return _places.Count - 1;
    }

    /// <summary>People of the home may go to any place of the area.</summary>
    public void AddWay(int home, int area, long cost) => _ways.Add((home, area, cost));

    /// <summary>So many of the home stood at the place and may stay, at the cost of its way there.</summary>
    public void AddKept(int home, int place, int people, long cost) => _kept.Add((home, place, people, cost));

    /// <summary>Sends the people: who of which home goes to which place, by home and then by place.</summary>
    public List<(int Home, int Place, int People)> Solve()
    {
        if (_ways.Count == 0 || _places.Count == 0)
            return [];
        using var flow = new MinCostFlow();
        var areas = _ways.Select(w => w.Area).Concat(_places.Select(p => p.Area)).Max() + 1;
        var (firstArea, firstPlace) = (_supply.Count, _supply.Count + areas);
        var sink = firstPlace + _places.Count;
        var weight = new Weights(this, areas);
        for (var h = 0; h < _supply.Count; h++)
            flow.SetNodeSupply(h, _supply[h]);
        flow.SetNodeSupply(sink, -_places.Sum(p => p.Need));
        var ways = _ways.ConvertAll(w => flow.AddArcWithCapacityAndUnitCost(
            w.Home, firstArea + w.Area, _supply[w.Home], weight.OfNew + weight.OfCost * w.Cost));
        var kept = _kept.ConvertAll(k => flow.AddArcWithCapacityAndUnitCost(
            k.Home, firstPlace + k.Place, k.People, weight.OfCost * k.Cost));
        var into = new int[_places.Count];
        for (var p = 0; p < into.Length; p++)
        {
            var (area, need, rank) = _places[p];
            into[p] = flow.AddArcWithCapacityAndUnitCost(firstArea + area, firstPlace + p, need, 0);
            for (var man = 0; man < need; man++)
                flow.AddArcWithCapacityAndUnitCost(firstPlace + p, sink, 1, weight.OfRank * rank + man);
        }

        var status = flow.SolveMaxFlowWithMinCost();
        if (status != MinCostFlowBase.Status.OPTIMAL)
            throw new InvalidOperationException($"The flow ended as {status}.");
        return Read(flow, ways, kept, into);
    }

    /// <summary>Areas hold no names: who comes in by home order leaves by place order. Who could have stayed never comes in.</summary>
    private List<(int Home, int Place, int People)> Read(MinCostFlow flow, List<int> ways, List<int> kept, int[] into)
    {
        var sent = new SortedDictionary<(int Home, int Place), int>();
        for (var k = 0; k < kept.Count; k++)
            Add(_kept[k].Home, _kept[k].Place, (int)flow.Flow(kept[k]));
        var arrivals = Enumerable.Range(0, ways.Count).ToLookup(w => _ways[w].Area);
        foreach (var area in Enumerable.Range(0, into.Length).GroupBy(p => _places[p].Area))
        {
            var arriving = new Queue<(int Home, int People)>(
                arrivals[area.Key].Select(w => (_ways[w].Home, (int)flow.Flow(ways[w]))).Where(a => a.Item2 > 0));
            var (home, left) = (0, 0);
            foreach (var place in area)
            {
                for (var wanted = (int)flow.Flow(into[place]); wanted > 0;)
                {
                    if (left == 0)
                        (home, left) = arriving.Dequeue();
                    var people = Math.Min(wanted, left);
                    Add(home, place, people);
                    (wanted, left) = (wanted - people, left - people);
                }
            }
        }

        return [.. sent.Select(s => (s.Key.Home, s.Key.Place, s.Value))];

        void Add(int home, int place, int people)
        {
            if (people > 0)
                sent[(home, place)] = sent.GetValueOrDefault((home, place)) + people;
        }
    }

    /// <summary>What one step in each rank weighs, in seconds men at a place.</summary>
    private readonly struct Weights
    {
        public Weights(KeepingFlow flow, int areas)
        {
            // Around a cycle places lie between homes, areas, the sink and what stays at home, each of which comes once.
            long steps = 2L * (flow._supply.Count + areas + 2);
            var man = flow._places.Max(p => p.Need);
            var cost = Math.Max(1, flow._ways.Max(w => w.Cost));
            OfCost = steps * man + 1;
            OfNew = steps * (man + OfCost * cost) + 1;
            OfRank = steps * (man + OfCost * cost + OfNew) + 1;
        }

        public long OfCost { get; }

        public long OfNew { get; }

        public long OfRank { get; }
    }
}
