namespace TigaPilar.Planning.Tests.Checking;

/// <summary>The best way to post a few people, found by looking at every one.</summary>
internal static class EveryPosting
{
    /// <summary>
    /// The most persons who may stay where they stood among all postings that fill the most places, those of the higher
    /// class first; with it how many places those postings fill.
    /// </summary>
    /// <param name="need">Persons that each place needs.</param>
    /// <param name="class">Class of each place: among postings of as many persons more at a higher class is better.</param>
    /// <param name="homes">Of each home its people, where they may stand, and how many stood at each place.</param>
    public static (int Filled, int Kept) Best(
        int[] need, int[] @class, IReadOnlyList<(int People, bool[] May, int[] Stood)> homes)
    {
        // From what is still needed everywhere to the most who stay.
        var states = new Dictionary<string, (int[] Need, int Kept)> { [Key(need)] = (need, 0) };
        foreach (var home in homes)
        {
            var next = new Dictionary<string, (int[] Need, int Kept)>();
            foreach (var (left, kept) in states.Values)
                Post(home, 0, home.People, (int[])left.Clone(), kept, next);
            states = next;
        }

        return states.Values
            .Select(s => (Filled: need.Sum() - s.Need.Sum(), Rank: Enumerable.Range(0, need.Length).Sum(p => @class[p] * (need[p] - s.Need[p])), s.Kept))
            .OrderByDescending(s => s.Filled).ThenByDescending(s => s.Rank).ThenByDescending(s => s.Kept)
            .Select(s => (s.Filled, s.Kept)).First();
    }

    private static void Post(
        (int People, bool[] May, int[] Stood) home, int place, int people, int[] left, int kept, Dictionary<string, (int[] Need, int Kept)> next)
    {
        if (place == left.Length)
        {
            if (!next.TryGetValue(Key(left), out var known) || known.Kept < kept)
                next[Key(left)] = ((int[])left.Clone(), kept);
            return;
        }

        var most = home.May[place] ? Math.Min(people, left[place]) : 0;
        for (var here = 0; here <= most; here++)
        {
            left[place] -= here;
            Post(home, place + 1, people - here, left, kept + Math.Min(here, home.Stood[place]), next);
            left[place] += here;
        }
    }

    private static string Key(int[] need) => string.Join(' ', need);
}
