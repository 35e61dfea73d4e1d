namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// First solution: items of each class mix in sweep order, cut by dynamic programming into the fewest admissible
/// runs, and among those into the cheapest.
/// </summary>
internal static class Construction
{
    public static void Run(StarSolution solution)
    {
        var instance = solution.Instance;
        foreach (var mix in new[] { 4, 6, 5, 7, 2, 3, 1 })
        {
            if (instance.Mix.Contains((byte)mix))
                Cut(solution, Array.FindAll(instance.Sweep, item => instance.Mix[item] == mix));
        }

        while (solution.GroupCount < instance.LowerBound)
            SplitOffFarthest(solution);
        solution.Mark();
    }

    /// <summary>Where a number of groups is wanted (the p-median benchmark): the item that costs most stands alone.</summary>
    private static void SplitOffFarthest(StarSolution solution)
    {
        var instance = solution.Instance;
        var farthest = Enumerable.Range(0, instance.ItemCount)
            .MaxBy(item => instance.Legs[solution[solution.GroupOf[item]].Centre * instance.ItemCount + item].Cost);
        solution.Take(farthest);
        solution.Place(farthest, solution.EmptySlot());
    }

    private static void Cut(StarSolution solution, int[] run)
    {
        var probe = new StarGroup(solution.Instance);
        var groups = new int[run.Length + 1];
        var cost = new long[run.Length + 1];
        var from = new int[run.Length + 1];
        Array.Fill(groups, int.MaxValue);
        groups[0] = 0;
        for (var start = 0; start < run.Length; start++)
        {
            probe.Clear();
            for (var end = start; end < run.Length; end++)
            {
                if (ApartFromRun(solution.Instance, run, start, end))
                    break;
                probe.Add(run[end]);
                if (probe.Weight > solution.Instance.Rules.MostWeight(probe.Mix))
                    break;
                // Only the fewest groups count here, and most runs are settled by an earlier start.
                if (groups[start] >= groups[end + 1])
                    continue;
                // A longer run may be admissible again (a centre in its middle), so a gap does not end the search.
                if (!probe.Settle())
                    continue;
                var better = (groups[start] + 1).CompareTo(groups[end + 1]);
                if (better < 0 || (better == 0 && cost[start] + probe.Cost < cost[end + 1]))
                    (groups[end + 1], cost[end + 1], from[end + 1]) = (groups[start] + 1, cost[start] + probe.Cost, start);
            }
        }

        for (var end = run.Length; end > 0; end = from[end])
            PlaceRun(solution, run.AsSpan(from[end]..end));
    }

    /// <summary>Places a run from its centre outwards, so that it is admissible at every step.</summary>
    private static void PlaceRun(StarSolution solution, ReadOnlySpan<int> run)
    {
        var instance = solution.Instance;
        var probe = new StarGroup(instance);
        foreach (var item in run)
            probe.Add(item);
        probe.Settle();
        var centre = instance.Owner[probe.Centre];
        var slot = solution.EmptySlot();
        solution.Place(centre, slot);
        foreach (var item in run)
        {
            if (item != centre)
                solution.Place(item, slot);
        }
    }

    private static bool ApartFromRun(StarInstance instance, int[] run, int start, int end)
    {
        if (instance.Apart is not { } apart)
            return false;
        for (var i = start; i < end; i++)
        {
            if (apart[run[end]].Contains(run[i]))
                return true;
        }

        return false;
    }
}
