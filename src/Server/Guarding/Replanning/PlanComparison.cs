using System.Collections.Immutable;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding.Replanning;

/// <summary>A group of the one plan and the one that it is in the other; null where there is none.</summary>
internal sealed record ComparedGroup(string? Before, string? After, ImmutableArray<string> Left, ImmutableArray<string> Joined);

/// <summary>
/// What changed between two plans. Names of groups follow their stations and shift when one comes or goes, so a group is
/// known again by what it holds: two are one where they share most.
/// </summary>
internal sealed class PlanComparison
{
    private PlanComparison(WrittenPlan before, WrittenPlan after)
    {
        var held = before.GroupOf.GroupBy(s => s.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(s => s.Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var holds = after.GroupOf.GroupBy(s => s.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(s => s.Key).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var same = Match(before, after);
        Groups =
        [
            .. same.Select(s => new ComparedGroup(s.Key, s.Value, Only(held[s.Key], holds[s.Value]), Only(holds[s.Value], held[s.Key]))),
            .. held.Keys.Where(g => !same.ContainsKey(g)).Order(StringComparer.Ordinal).Select(g => new ComparedGroup(g, null, Only(held[g], []), [])),
            .. holds.Keys.Except(same.Values, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(g => new ComparedGroup(null, g, [], Only(holds[g], []))),
        ];
        Gone = [.. before.GroupOf.Keys.Where(s => !after.GroupOf.ContainsKey(s)).Order(StringComparer.Ordinal)];
        New = [.. after.GroupOf.Keys.Where(s => !before.GroupOf.ContainsKey(s)).Order(StringComparer.Ordinal)];
        Moved =
        [
            .. after.GroupOf.Where(s => before.GroupOf.TryGetValue(s.Key, out var was) && same.GetValueOrDefault(was) != s.Value)
                .Select(s => (s.Key, before.GroupOf[s.Key], s.Value)).OrderBy(s => s.Key, StringComparer.Ordinal),
        ];
        Officers = Between(before.Officers, after.Officers, [.. holds.Keys], place => same.GetValueOrDefault(place));
        Linmas = Between(before.Linmas, after.Linmas, [.. after.GroupOf.Keys], place => place);
    }

    /// <summary>Every group of either plan.</summary>
    public ImmutableArray<ComparedGroup> Groups { get; }

    /// <summary>Stations that only the first plan has.</summary>
    public ImmutableArray<string> Gone { get; }

    /// <summary>Stations that only the second plan has.</summary>
    public ImmutableArray<string> New { get; }

    /// <summary>Stations in another group than before.</summary>
    public ImmutableArray<(string Station, string Before, string After)> Moved { get; }

    public PostingChange Officers { get; }

    public PostingChange Linmas { get; }

    public static PlanComparison Of(WrittenPlan before, WrittenPlan after) => new(before, after);

    /// <summary>Pairs of groups that share most, the largest shares first.</summary>
    private static SortedDictionary<string, string> Match(WrittenPlan before, WrittenPlan after)
    {
        var pairs = after.GroupOf.Where(s => before.GroupOf.ContainsKey(s.Key)).CountBy(s => (Before: before.GroupOf[s.Key], After: s.Value))
            .OrderByDescending(p => p.Value).ThenBy(p => p.Key.Before, StringComparer.Ordinal).ThenBy(p => p.Key.After, StringComparer.Ordinal);
        var same = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (was, now) in pairs.Select(p => p.Key))
        {
            if (!same.ContainsKey(was) && taken.Add(now)) same[was] = now;
        }

        return same;
    }

    private static PostingChange Between(
        IEnumerable<WrittenPosting> before, IEnumerable<WrittenPosting> after, IReadOnlyList<string> places, Func<string, string?> now)
    {
        var number = places.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i, StringComparer.Ordinal);
        return PostingChange.Between(
            before.Select(p => ((p.Bko, p.Home), now(p.Place) is { } place ? number.GetValueOrDefault(place, -1) : -1, p.Count)),
            after.Select(p => ((p.Bko, p.Home), number[p.Place], p.Count)));
    }

    private static ImmutableArray<string> Only(IEnumerable<string> these, HashSet<string> not) =>
        [.. these.Where(s => !not.Contains(s)).Order(StringComparer.Ordinal)];
}
