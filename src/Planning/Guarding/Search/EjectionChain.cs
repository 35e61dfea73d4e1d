namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Move: an item comes to a full group, which gives another item on to the next, and so on to a group with room. Where groups
/// are as few as can be nearly all are full, and room far away is of use only by such a chain (ejection chains, Glover 1996).
/// The cheapest chain over the centres as they stand is found by Dijkstra's algorithm; then it is priced exactly.
/// </summary>
internal sealed class EjectionChain(StarSolution solution)
{
    /// <summary>Most groups looked at: a longer search seldom ends in anything.</summary>
    private const int MostGroups = 16;

    /// <summary>Stands for the item where no chain has come to a group yet.</summary>
    private const int Nobody = -1;

    private readonly StarInstance _instance = solution.Instance;
    private readonly NearGroups _near = new(8);
    private readonly List<int> _reached = [];

    // Of each group: what the chain to it costs, the group it came from, the item that comes, whether it was looked at.
    private long[] _cost = [];
    private int[] _from = [];
    private int[] _arrives = [];
    private bool[] _done = [];

    /// <summary>Places an unplaced item by a chain that costs less than <paramref name="below"/>; false: nothing has changed.</summary>
    public bool TryPlace(int item, long below)
    {
        Begin();
        _near.Find(solution, item, -1, 0);
        Reach(-1, item, 0, below);
        for (var looked = 0; looked < MostGroups; looked++)
        {
            var group = Nearest();
            if (group < 0)
                return false;
            _done[group] = true;
            var arrives = _arrives[group];
            if (solution.Briefs[group].Room >= _instance.Weight[arrives] && solution.CostWith(group, arrives) != StarGroup.Forbidden)
                return MakeChain(group);
            var centre = solution[group].Centre;
            var row = centre * _instance.ItemCount;
            _near.Find(solution, _instance.Owner[centre], group, 0);
            foreach (var leaves in solution[group].Items)
            {
                // The centre's own item holds the group together, and who leaves must make room for who comes.
                if (_instance.Owner[centre] != leaves && _instance.Weight[leaves] + solution.Briefs[group].Room >= _instance.Weight[arrives])
                    Reach(group, leaves, _cost[group] - _instance.Legs[row + leaves].Cost, below);
            }
        }

        return false;
    }

    /// <summary>Forgets the last search; what is kept of the groups grows with them.</summary>
    private void Begin()
    {
        foreach (var group in _reached)
            _arrives[group] = Nobody;
        _reached.Clear();
        if (_arrives.Length >= solution.SlotCount)
            return;
        var size = Math.Max(16, solution.SlotCount * 2);
        (_cost, _from, _arrives, _done) = (new long[size], new int[size], new int[size], new bool[size]);
        Array.Fill(_arrives, Nobody);
    }

    /// <summary>All groups that an item may come to, with what the chain then costs.</summary>
    private void Reach(int from, int item, long before, long below)
    {
        var row = _instance.Legs.AsSpan(_instance.FirstCentre[item] * _instance.ItemCount, _instance.ItemCount);
        var briefs = solution.Briefs;
        var floor = from < 0 ? 0 : _cost[from];
        for (var i = 0; i < _near.Count; i++)
        {
            var group = _near[i];
            var owner = briefs[group].CentreItem;
            // A step that saves is counted as free, so that no chain is cheaper the longer it is.
            var cost = Math.Max(floor, before + row[owner].Cost);
            if (cost >= below || (_arrives[group] != Nobody && (_done[group] || cost >= _cost[group])) || !MayHold(group, item, row[owner].Distance))
                continue;
            if (_arrives[group] == Nobody)
                _reached.Add(group);
            (_cost[group], _from[group], _arrives[group], _done[group]) = (cost, from, item, false);
        }
    }

    /// <summary>Whether the group's rules allow the item at that distance, should another make room for it.</summary>
    private bool MayHold(int group, int item, int distance)
    {
        foreach (ref readonly var rule in _instance.Rules.Of(solution[group].Mix | _instance.Mix[item]).AsSpan())
        {
            if (rule.Holds(solution[group].Weight) && rule.Reaches(distance))
                return true;
        }

        return false;
    }

    private int Nearest()
    {
        var nearest = -1;
        foreach (var group in _reached)
        {
            if (!_done[group] && (nearest < 0 || _cost[group] < _cost[nearest]))
                nearest = group;
        }

        return nearest;
    }

    /// <summary>Moves the items along, the last one first; false if a group on the way would not be admissible.</summary>
    private bool MakeChain(int last)
    {
        for (var group = _from[last]; group >= 0; group = _from[group])
        {
            var next = last;
            while (_from[next] != group)
                next = _from[next];
            if (solution.CostExchanging(group, _arrives[next], _arrives[group]) == StarGroup.Forbidden)
                return false;
        }

        for (var group = last; group >= 0; group = _from[group])
        {
            if (_from[group] >= 0)
                solution.Take(_arrives[group]);
            solution.Place(_arrives[group], group);
        }

        return true;
    }
}
