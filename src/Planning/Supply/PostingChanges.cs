using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>Counts who stays, moves, comes and goes between two lists of postings.</summary>
internal static class PostingChanges
{
    public static PostingChange OfLinmas(IEnumerable<LinmasPosting> before, IEnumerable<LinmasPosting> now) => Of(
        before.Select(p => ((false, p.HomeLevel, p.Home), p.Station, p.Count)),
        now.Select(p => ((false, p.HomeLevel, p.Home), p.Station, p.Count)));

    public static PostingChange OfOfficers(
        IEnumerable<OfficerPosting> earlier, IEnumerable<OfficerPosting> now, ImmutableArray<int> groupBefore)
    {
        var numbers = NumbersNow(groupBefore);
        return Of(
            earlier.Select(p => ((p.Bko, p.HomeLevel, p.Home), numbers.GetValueOrDefault(p.Group, -1), p.Count)),
            now.Select(p => ((p.Bko, p.HomeLevel, p.Home), p.Group, p.Count)));
    }

    /// <summary>For each number that a group had the number that it has now.</summary>
    public static Dictionary<int, int> NumbersNow(ImmutableArray<int> groupBefore) =>
        Enumerable.Range(0, groupBefore.Length).Where(g => groupBefore[g] >= 0).ToDictionary(g => groupBefore[g]);

    private static PostingChange Of<THome>(
        IEnumerable<(THome Home, int Place, int Count)> before, IEnumerable<(THome Home, int Place, int Count)> now)
        where THome : notnull
    {
        var stood = new Dictionary<(THome, int), int>();
        // Of each home who stood and who stands; what is left of the places is nobody's.
        var sums = new Dictionary<THome, (int Before, int Now, int Kept)>();
        foreach (var (home, place, count) in before)
        {
            if (place >= 0)
                stood[(home, place)] = stood.GetValueOrDefault((home, place)) + count;
            var sum = sums.GetValueOrDefault(home);
            sums[home] = sum with { Before = sum.Before + count };
        }

        foreach (var (home, place, count) in now)
        {
            var kept = Math.Min(count, stood.GetValueOrDefault((home, place)));
            stood[(home, place)] = stood.GetValueOrDefault((home, place)) - kept;
            var sum = sums.GetValueOrDefault(home);
            sums[home] = sum with { Now = sum.Now + count, Kept = sum.Kept + kept };
        }

        var total = default(PostingChange);
        foreach (var (had, has, kept) in sums.Values)
        {
            var moved = Math.Min(had, has) - kept;
            total = new PostingChange(
                total.Kept + kept, total.Moved + moved, total.Added + has - kept - moved, total.Dropped + had - kept - moved);
        }

        return total;
    }
}
