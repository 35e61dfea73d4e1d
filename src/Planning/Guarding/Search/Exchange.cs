namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Move: two items of different groups change places. The move for groups that are full.</summary>
internal sealed class Exchange(StarSolution solution)
{
    private readonly NearGroups _near = new(6);

    /// <summary>Makes the best improving exchange of an item with one of a nearby group.</summary>
    /// <returns>Whether something moved.</returns>
    public bool TryImprove(int item)
    {
        var from = solution.GroupOf[item];
        var source = solution[from];
        long bestGain = 0;
        var partner = -1;
        var n = solution.Instance.ItemCount;
        var legs = solution.Instance.Legs;
        _near.Find(solution, item, from, 0);
        for (var i = 0; i < _near.Count; i++)
        {
            var to = _near[i];
            var target = solution[to];
            var together = source.Cost + target.Cost;
            var (sourceRow, targetRow) = (source.Centre * n, target.Centre * n);
            var leaves = legs[sourceRow + item].Cost - legs[targetRow + item].Cost;
            foreach (var other in target.Items)
            {
                // With both centres kept. A new centre can only help, but seldom turns a loss into a gain.
                if (leaves + legs[targetRow + other].Cost - legs[sourceRow + other].Cost <= 0)
                    continue;
                var there = solution.CostExchanging(to, other, item);
                if (there == StarGroup.Forbidden || together - there <= bestGain)
                    continue;
                var here = solution.CostExchanging(from, item, other);
                if (here == StarGroup.Forbidden)
                    continue;
                var gain = together - there - here;
                if (gain > bestGain)
                    (bestGain, partner) = (gain, other);
            }
        }

        if (partner < 0)
            return false;
        var group = solution.GroupOf[partner];
        ExchangeItems(item, from, partner, group);
        return true;
    }

    private void ExchangeItems(int item, int from, int partner, int to)
    {
        solution.Take(item);
        solution.Take(partner);
        solution.Place(item, to);
        solution.Place(partner, from);
    }
}
