namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Finds the few groups whose centres lie nearest to an item: the only ones worth pricing exactly.</summary>
internal sealed class NearGroups(int most)
{
    private readonly int[] _group = new int[most];
    private readonly int[] _cost = new int[most];

    public int Count { get; private set; }

    /// <summary>Whether there may be more groups than are listed.</summary>
    public bool IsFull => Count == most;

    public int this[int index] => _group[index];

    /// <summary>
    /// Lists up to 'most' groups, nearest centre first; <paramref name="room"/> is the weight that must still fit
    /// (0 to list full groups too).
    /// </summary>
    public void Find(StarSolution solution, int item, int except, int room)
    {
        var instance = solution.Instance;
        // Read from the item's own row: the matrix is symmetric but for items of several stations, where near is near enough.
        var row = instance.Legs.AsSpan(instance.FirstCentre[item] * instance.ItemCount, instance.ItemCount);
        var briefs = solution.Briefs;
        var worst = instance.Reach;
        Count = 0;
        for (var g = 0; g < briefs.Length; g++)
        {
            var (centreItem, free) = briefs[g];
            if (centreItem < 0 || free < room || g == except)
                continue;
            var cost = row[centreItem].Cost;
            if (cost >= worst)
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
            if (Count == most)
                worst = _cost[most - 1];
        }
    }

    /// <summary>Cost from the centre of the listed group to the item.</summary>
    public int CostOf(int index) => _cost[index];
}
