namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Local search for one unit: first as few groups as possible, then as little travel as possible with that many.
/// Everything it does follows from the instance, the budget and the generator: no clock, no shared state.
/// </summary>
internal sealed class StarSearch
{
    /// <summary>Rounds per item from which a search is worth starting twice.</summary>
    private const int RoundsForStarts = 20;

    private const int Starts = 2;

    /// <summary>Items up to which a unit is searched anew: it costs little there, and one search is caught at times.</summary>
    private const int MostItemsAnew = 300;

    private const int SearchesAnew = 2;

    /// <summary>Share of the rounds that goes to what was joined of the starts.</summary>
    private const double JoinedShare = 0.3;

    /// <summary>Temperature at the start, in mean costs of an item: of a solution just constructed, and of a joined one.</summary>
    private const double Hot = 0.4;
    private const double Warm = 0.1;

    private readonly StarInstance _instance;
    private readonly StarSolution _solution;
    private readonly RuinAndRecreate _round;
    private readonly CancellationToken _cancel;
    private SplitMix64 _random;

    private StarSearch(StarSolution solution, SplitMix64 random, CancellationToken cancel)
    {
        _instance = solution.Instance;
        _random = random;
        _cancel = cancel;
        _solution = solution;
        _round = new RuinAndRecreate(_solution, SplitMix64.Stream(random.NextUInt64(), 1));
    }

    /// <summary>Groups of items; every item in exactly one.</summary>
    /// <param name="instance">What to partition.</param>
    /// <param name="rounds">Ruin-and-recreate rounds for a search; a small unit in earnest gets so many more than once.</param>
    /// <param name="random">Generator of this unit.</param>
    /// <param name="cancel">Ends the search by <see cref="OperationCanceledException"/>.</param>
    public static StarSolution Run(StarInstance instance, long rounds, SplitMix64 random, CancellationToken cancel)
    {
        var best = Search(instance, rounds, random, cancel);
        if (instance.ItemCount > MostItemsAnew || !InEarnest(instance, rounds))
            return best;
        // What the first found is kept unless another does better: no unit gets worse by being searched anew.
        for (var search = 0; search < SearchesAnew && !IsSettled(best); search++)
            Recombination.Improve(best, Search(instance, rounds, SplitMix64.Stream(random.NextUInt64(), (ulong)(Starts + 1 + search)), cancel));
        return best;
    }

    private static bool InEarnest(StarInstance instance, long rounds) => rounds >= RoundsForStarts * (long)instance.ItemCount;

    // One group, or as many as items: nothing is left to choose.
    private static bool IsSettled(StarSolution solution) => solution.GroupCount == 1 || solution.GroupCount == solution.Instance.ItemCount;

    private static StarSolution Search(StarInstance instance, long rounds, SplitMix64 random, CancellationToken cancel)
    {
        // Which stations share the scarce groups is settled early and seldom undone, so a search gains more from a fresh
        // start than from going on; what each start does best is then joined, and that is searched a little more.
        var starts = InEarnest(instance, rounds) ? Starts : 1;
        var joined = starts > 1 ? (long)(rounds * JoinedShare) : 0;
        StarSolution? best = null;
        for (var start = 0; start < starts; start++)
        {
            var search = new StarSearch(new StarSolution(instance), SplitMix64.Stream(random.NextUInt64(), (ulong)start), cancel);
            var solution = search.Run((rounds - joined) / starts);
            if (best is null)
                best = solution;
            else
                Recombination.Improve(best, solution);
            if (IsSettled(best))
                return best;
        }

        if (joined > 0)
        {
            var search = new StarSearch(best!, SplitMix64.Stream(random.NextUInt64(), Starts), cancel);
            search.ReduceTravel(joined, Warm);
            Descent.Run(best!, cancel);
        }

        return best!;
    }

    private StarSolution Run(long rounds)
    {
        Construction.Run(_solution);
        if (_solution.GroupCount > 1)
        {
            Descent.Run(_solution, _cancel);
            var left = rounds - ReduceGroups(rounds / 2);
            ReduceTravel(left, Hot);
            Descent.Run(_solution, _cancel);
        }

        return _solution;
    }

    /// <summary>
    /// Takes a group away and tries to place its items elsewhere; what stays unplaced grows heavier each round, so
    /// that the search turns to the stubborn items (absence counters, as in the paper).
    /// </summary>
    /// <returns>Rounds used.</returns>
    private long ReduceGroups(long rounds)
    {
        var best = new int[_instance.ItemCount];
        var absence = new long[_instance.ItemCount];
        var pool = new List<int>();
        var budget = rounds;
        while (_solution.GroupCount > _instance.LowerBound && rounds > 0)
        {
            _solution.SaveTo(best);
            pool.Clear();
            var target = _solution.GroupCount - 1;
            var lightest = LightestGroup(absence);
            pool.AddRange(_solution[lightest].Items);
            _solution.Dissolve(lightest);
            // A group that will not go is left for another: the counters point to one whose items were never in the way.
            var attempt = Math.Min(rounds, Math.Max(100, budget / 8));
            rounds -= attempt;
            if (!TryPlaceAll(pool, absence, target, ref attempt))
                _solution.Restore(best);
            rounds += Math.Max(0, attempt);
        }

        return budget - rounds;
    }

    private bool TryPlaceAll(List<int> pool, long[] absence, int target, ref long rounds)
    {
        while (pool.Count > 0)
        {
            if (rounds-- <= 0)
                return false;
            if ((rounds & 255) == 0)
                _cancel.ThrowIfCancellationRequested();
            _solution.Mark();
            _round.SetPool(pool);
            var before = pool.Sum(item => absence[item] + 1);
            var costBefore = _solution.Cost;
            var seed = _random.Next(4) > 0 ? pool[_random.Next(pool.Count)] : _random.Next(_instance.ItemCount);
            _round.Run(seed, target, wide: true);
            foreach (var item in _round.Pool)
                absence[item]++;
            var after = _round.Pool.Sum(item => absence[item]);
            if (after < before || (after == before && _solution.Cost < costBefore * 1.01 + 1))
            {
                pool.Clear();
                pool.AddRange(_round.Pool);
            }
            else
            {
                _solution.Revert();
            }
        }

        _solution.Mark();
        return true;
    }

    private int LightestGroup(long[] absence)
    {
        var lightest = -1;
        var least = long.MaxValue;
        for (var g = 0; g < _solution.SlotCount; g++)
        {
            if (_solution[g].Count == 0)
                continue;
            long weight = 0;
            foreach (var item in _solution[g].Items)
                weight += absence[item] + 1;
            if (weight < least)
                (least, lightest) = (weight, g);
        }

        return lightest;
    }

    /// <summary>Simulated annealing over ruin-and-recreate rounds; the number of groups never grows.</summary>
    private void ReduceTravel(long rounds, double temperatureOfItem)
    {
        if (rounds <= 0)
            return;
        var best = new int[_instance.ItemCount];
        _solution.SaveTo(best);
        var (bestCost, bestGroups) = (_solution.Cost, _solution.GroupCount);
        var perItem = (double)_solution.Cost / _instance.ItemCount;
        var hot = perItem * temperatureOfItem;
        var cooling = Math.Pow(0.005, 1.0 / rounds);
        for (var (round, temperature) = (0L, hot); round < rounds; round++, temperature *= cooling)
        {
            if ((round & 255) == 0)
                _cancel.ThrowIfCancellationRequested();
            _solution.Mark();
            var (cost, groups) = (_solution.Cost, _solution.GroupCount);
            _round.SetPool([]);
            _round.Run(_random.Next(_instance.ItemCount), groups, wide: _random.Next(3) == 0);
            var fewer = _solution.GroupCount < groups;
            var limit = cost - temperature * Math.Log(1 - _random.NextDouble());
            if (_round.Pool.Count > 0 || _solution.GroupCount < _instance.LowerBound || (!fewer && _solution.Cost > limit))
            {
                _solution.Revert();
                continue;
            }

            if (_solution.GroupCount < bestGroups || (_solution.GroupCount == bestGroups && _solution.Cost < bestCost))
            {
                (bestCost, bestGroups) = (_solution.Cost, _solution.GroupCount);
                _solution.SaveTo(best);
            }
        }

        _solution.Restore(best);
    }
}
