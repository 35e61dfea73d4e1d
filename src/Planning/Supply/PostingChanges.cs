using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Supply;

/// <summary>Counts who stays, moves, comes and goes between two lists of postings.</summary>
internal static class PostingChanges
{
    public static PostingChange OfLinmas(IEnumerable<LinmasPosting> before, IEnumerable<LinmasPosting> now) => PostingChange.Between(
        before.Select(p => ((false, p.HomeLevel, p.Home), p.Station, p.Count)),
        now.Select(p => ((false, p.HomeLevel, p.Home), p.Station, p.Count)));

    public static PostingChange OfOfficers(
        IEnumerable<OfficerPosting> earlier, IEnumerable<OfficerPosting> now, ImmutableArray<int> groupBefore)
    {
        var numbers = NumbersNow(groupBefore);
        return PostingChange.Between(
            earlier.Select(p => ((p.Bko, p.HomeLevel, p.Home), numbers.GetValueOrDefault(p.Group, -1), p.Count)),
            now.Select(p => ((p.Bko, p.HomeLevel, p.Home), p.Group, p.Count)));
    }

    /// <summary>For each number that a group had the number that it has now.</summary>
    public static Dictionary<int, int> NumbersNow(ImmutableArray<int> groupBefore) =>
        Enumerable.Range(0, groupBefore.Length).Where(g => groupBefore[g] >= 0).ToDictionary(g => groupBefore[g]);
}
