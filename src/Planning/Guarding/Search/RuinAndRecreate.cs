namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Move: takes some ten items out of neighbouring groups and puts them back, each where it then costs least.
/// After 'slack induction by string removals' (Christiaens and Vanden Berghe 2020), with groups for tours.
/// </summary>
internal sealed class RuinAndRecreate
{
    private readonly StarSolution _solution;
    private readonly StarInstance _instance;
    private readonly NearGroups _ruined = new(7);
    private readonly NearGroups _near = new(5);
    private readonly EjectionChain _chain;
    private readonly List<int> _pool = [];
    private long[] _keys = new long[32];
    private int[] _order = new int[32];
    private SplitMix64 _random;
    private int _mostTaken;

    public RuinAndRecreate(StarSolution solution, SplitMix64 random)
    {
        _solution = solution;
        _instance = solution.Instance;
        _chain = new EjectionChain(solution);
        _random = random;
    }

    /// <summary>Items that are in no group.</summary>
    public IReadOnlyList<int> Pool => _pool;

    /// <summary>Sets the pool (items that are in no group).</summary>
    public void SetPool(IReadOnlyList<int> items)
    {
        _pool.Clear();
        _pool.AddRange(items);
    }

    /// <summary>One round around <paramref name="seed"/>; at most <paramref name="mostGroups"/> groups afterwards.</summary>
    /// <param name="seed">The item around which groups are ruined.</param>
    /// <param name="mostGroups">Most groups afterwards; what finds no place stays in the pool.</param>
    /// <param name="wide">
    /// Ruin much: needed to save a group, where whole neighbourhoods must shift. Little is quicker for travel.
    /// </param>
    public void Run(int seed, int mostGroups, bool wide)
    {
        Ruin(seed, wide);
        Recreate(seed, mostGroups);
    }

    private void Ruin(int seed, bool wide)
    {
        var own = _solution.GroupOf[seed];
        var most = wide ? 2 + _random.Next(5) : 1 + _random.Next(4);
        var target = wide ? 5 + _random.Next(10) : 3 + _random.Next(5);
        var whole = _random.Next(wide ? 3 : 8) == 0;
        _mostTaken = wide ? 6 : 4;
        _ruined.Find(_solution, seed, -1, 0);
        var removed = 0;
        if (own >= 0)
            removed += TakeFrom(own, seed, whole);
        for (var i = 0; i < Math.Min(most, _ruined.Count) && removed < target; i++)
        {
            if (_ruined[i] != own)
                removed += TakeFrom(_ruined[i], seed, whole && removed < 8);
        }

        _solution.SettleTouched();
        // A group that lost its only possible centre cannot stay.
        for (var i = 0; i < _solution.TouchedCount; i++)
        {
            var group = _solution.Touched(i);
            if (!_solution.IsAdmissible(group))
                TakeAll(group);
        }
    }

    private int TakeFrom(int group, int seed, bool whole)
    {
        var count = _solution[group].Count;
        if (whole || count <= 2)
        {
            TakeAll(group);
            return count;
        }

        var take = 1 + _random.Next(Math.Min(count - 1, _mostTaken));
        if (_random.Next(2) == 0)
            return TakeNearest(group, seed, take);
        for (var k = 0; k < take; k++)
            Take(_solution[group][_random.Next(_solution[group].Count)]);
        return take;
    }

    private int TakeNearest(int group, int seed, int take)
    {
        var row = _instance.FirstCentre[seed] * _instance.ItemCount;
        for (var k = 0; k < take; k++)
        {
            var nearest = -1;
            foreach (var item in _solution[group].Items)
            {
                if (nearest < 0 || _instance.Legs[row + item].Cost < _instance.Legs[row + nearest].Cost)
                    nearest = item;
            }

            Take(nearest);
        }

        return take;
    }

    private void TakeAll(int group)
    {
        foreach (var item in _solution[group].Items)
            _pool.Add(item);
        _solution.Dissolve(group);
    }

    private void Take(int item)
    {
        _solution.TakeUnsettled(item);
        _pool.Add(item);
    }

    private void Recreate(int seed, int mostGroups)
    {
        SortPool(seed);
        var typical = _solution.Cost / Math.Max(1, _instance.ItemCount - _pool.Count);
        var left = 0;
        for (var i = 0; i < _pool.Count; i++)
        {
            var item = _order[i];
            if (!PlaceBest(item, mostGroups, typical))
                _order[left++] = item;
        }

        _pool.Clear();
        for (var i = 0; i < left; i++)
            _pool.Add(_order[i]);
    }

    private bool PlaceBest(int item, int mostGroups, long typical)
    {
        _near.Find(_solution, item, -1, _instance.Weight[item]);
        var best = -1;
        var bestCost = StarGroup.Forbidden;
        for (var i = 0; i < _near.Count; i++)
        {
            // Nearest centre first: a far one seldom beats half of what is found.
            if (bestCost < _near.CostOf(i) / 2)
                break;
            // A rare blink lets the greedy insertion leave its rut.
            if (_random.Next(100) == 0)
                continue;
            var with = _solution.CostWith(_near[i], item);
            if (with == StarGroup.Forbidden)
                continue;
            var more = with - _solution[_near[i]].Cost;
            if (more < bestCost)
                (bestCost, best) = (more, _near[i]);
        }

        if (best < 0 && _near.IsFull)
            best = FirstThatTakes(item);
        if (_solution.GroupCount < mostGroups && (best < 0 || bestCost > typical + (long)(typical * 3 * _random.NextDouble())))
            best = _solution.EmptySlot();
        // No new group may open, and the near ones are full or take a long way: they give one on to where there is room.
        if (_solution.GroupCount >= mostGroups && (best < 0 || bestCost > typical * 2) && _chain.TryPlace(item, bestCost))
            return true;
        if (best < 0)
            return false;
        _solution.Place(item, best);
        return true;
    }

    /// <summary>Beyond the near groups, the first that takes the item: a pattern with a wide radius reaches across the unit.</summary>
    private int FirstThatTakes(int item)
    {
        var row = _instance.Legs.AsSpan(_instance.FirstCentre[item] * _instance.ItemCount, _instance.ItemCount);
        var briefs = _solution.Briefs;
        for (var g = 0; g < briefs.Length; g++)
        {
            var (centreItem, room) = briefs[g];
            if (centreItem >= 0 && room >= _instance.Weight[item] && row[centreItem].Cost < _instance.Reach
                && _solution.CostWith(g, item) != StarGroup.Forbidden)
            {
                return g;
            }
        }

        return -1;
    }

    private void SortPool(int seed)
    {
        if (_keys.Length < _pool.Count)
        {
            _keys = new long[_pool.Count * 2];
            _order = new int[_pool.Count * 2];
        }

        var mode = _random.Next(8);
        var row = _instance.FirstCentre[seed] * _instance.ItemCount;
        for (var i = 0; i < _pool.Count; i++)
        {
            var item = _pool[i];
            _order[i] = item;
            _keys[i] = mode switch
            {
                < 3 => (long)(_random.NextUInt64() >> 1),
                < 5 => -_instance.Legs[row + item].Cost,
                < 6 => _instance.Legs[row + item].Cost,
                _ => -(((long)_instance.Mix[item] << 50) + ((long)_instance.Weight[item] << 20) + _random.Next(1 << 20)),
            };
        }

        Array.Sort(_keys, _order, 0, _pool.Count);
    }
}
