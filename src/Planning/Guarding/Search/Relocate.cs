namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Move: one item goes from its group to another.</summary>
internal sealed class Relocate(StarSolution solution)
{
    private readonly NearGroups _near = new(8);

    /// <summary>Makes the best improving relocation of an item. A move that empties a group always pays.</summary>
    /// <returns>Whether something moved.</returns>
    public bool TryImprove(int item)
    {
        var from = solution.GroupOf[item];
        var source = solution[from];
        var without = source.CostWithout(item);
        if (without == StarGroup.Forbidden)
            return false;
        var saved = source.Cost - without;
        var empties = source.Count == 1;
        if (empties && solution.GroupCount <= solution.Instance.LowerBound)
            return false;
        var bestGain = empties ? long.MinValue : 0;
        var best = -1;
        _near.Find(solution, item, from, solution.Instance.Weight[item]);
        for (var i = 0; i < _near.Count; i++)
        {
            var to = _near[i];
            var with = solution.CostWith(to, item);
            if (with == StarGroup.Forbidden)
                continue;
            var gain = saved - (with - solution[to].Cost);
            if (gain > bestGain)
                (bestGain, best) = (gain, to);
        }

        if (best < 0)
            return false;
        solution.Take(item);
        solution.Place(item, best);
        return true;
    }
}
