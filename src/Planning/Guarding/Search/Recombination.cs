namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Takes the better of two solutions part by part. Where groups of one share no item with the rest of the other, the two
/// cut the same items differently, and either way fits to all that lies around; so each such part is chosen by itself. Of n
/// parts that is the best of 2ⁿ solutions in one pass (the partition crossover of Whitley, Hains and Howe 2009, with groups
/// for tours).
/// </summary>
internal static class Recombination
{
    /// <summary>
    /// Gives <paramref name="into"/> what <paramref name="other"/> does better: fewer groups, or as many with less travel.
    /// Never fewer in all than the instance's lower bound. True if anything was taken.
    /// </summary>
    public static bool Improve(StarSolution into, StarSolution other)
    {
        var parts = Parts(into, other);
        var (own, rival) = (Sums(into, parts), Sums(other, parts));
        var groups = into.GroupCount;
        var taken = new bool[own.Length];
        var any = false;
        for (var part = 0; part < own.Length; part++)
        {
            if (rival[part].CompareTo(own[part]) >= 0 || groups - own[part].Groups + rival[part].Groups < into.Instance.LowerBound)
                continue;
            groups += rival[part].Groups - own[part].Groups;
            taken[part] = any = true;
        }

        if (any)
            Take(into, other, parts, taken);
        return any;
    }

    /// <summary>The part of each item: groups of the two that share an item lie in one part, and so on.</summary>
    private static int[] Parts(StarSolution a, StarSolution b)
    {
        var leader = Enumerable.Range(0, a.SlotCount + b.SlotCount).ToArray();
        for (var item = 0; item < a.GroupOf.Length; item++)
            leader[Leader(a.GroupOf[item])] = Leader(a.SlotCount + b.GroupOf[item]);
        var number = new Dictionary<int, int>();
        var parts = new int[a.GroupOf.Length];
        for (var item = 0; item < parts.Length; item++)
        {
            var of = Leader(a.GroupOf[item]);
            if (!number.TryGetValue(of, out var part))
                number.Add(of, part = number.Count);
            parts[item] = part;
        }

        return parts;

        int Leader(int group)
        {
            while (leader[group] != group)
                group = leader[group] = leader[leader[group]];
            return group;
        }
    }

    private static (int Groups, long Cost)[] Sums(StarSolution solution, int[] parts)
    {
        var sums = new (int Groups, long Cost)[parts.Max() + 1];
        foreach (var group in solution.Groups)
        {
            if (group.Count == 0)
                continue;
            ref var sum = ref sums[parts[group[0]]];
            sum = (sum.Groups + 1, sum.Cost + group.Cost);
        }

        return sums;
    }

    private static void Take(StarSolution into, StarSolution other, int[] parts, bool[] taken)
    {
        var slot = new int[other.SlotCount];
        Array.Fill(slot, -1);
        var assigned = new int[parts.Length];
        for (var item = 0; item < parts.Length; item++)
            assigned[item] = taken[parts[item]] ? -1 : into.GroupOf[item];
        var free = new Queue<int>(Enumerable.Range(0, into.SlotCount).Except(assigned));
        for (var item = 0; item < parts.Length; item++)
        {
            if (assigned[item] >= 0)
                continue;
            ref var target = ref slot[other.GroupOf[item]];
            if (target < 0)
                target = free.TryDequeue(out var empty) ? empty : into.AddSlot();
            assigned[item] = target;
        }

        into.Restore(assigned);
    }
}
