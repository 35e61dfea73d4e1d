namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Finds the few groups whose centres lie nearest to an item: the only ones worth pricing exactly.</summary>
internal sealed class NearGroups(int most)
{
    private readonly int[] _group = new int[most];
    private readonly int[] _cost = new int[most];

    public int Count { get; private set; }

    public int this[int index] => _group[index];

    /// <summary>
    /// Lists up to 'most' groups, nearest centre first; <paramref name="room"/> is the weight that must still fit
    /// (0 to list full groups too).
    /// </summary>
    public void Find(StarSolution solution, int item, int except, int room)
    {
        var instance = solution.Instance;
        var n = instance.ItemCount;
        var limit = instance.LargestCapacity - room;
        Count = 0;
        for (var g = 0; g < solution.SlotCount; g++)
        {
            var group = solution[g];
            if (group.Centre < 0 || g == except || group.Weight > limit)
                continue;
            var cost = instance.Cost[group.Centre * n + item];
            if (Count == most && cost >= _cost[most - 1])
                continue;
            var at = Count < most ? Count++ : most - 1;
            while (at > 0 && _cost[at - 1] > cost)
            {
                _cost[at] = _cost[at - 1];
                _group[at] = _group[at - 1];
                at--;
            }

            _cost[at] = cost;
            _group[at] = g;
        }
    }
}
