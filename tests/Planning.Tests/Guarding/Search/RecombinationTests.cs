using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Tests.Guarding.Search;

public class RecombinationTests
{
    // Two hamlets of four stations each, in one line: 0 1 2 3 …… 4 5 6 7.
    private static readonly int[] s_east = [0, 100, 1000, 1100, 50_000, 50_100, 51_000, 51_100];

    [Fact]
    public void WhatEachOfTwoPlansDoesBetterElsewhereIsJoined()
    {
        var instance = Line(s_east, capacity: 2);
        var goodWest = Solution(instance, 0, 0, 1, 1, 2, 3, 2, 3);
        var goodEast = Solution(instance, 3, 2, 3, 2, 1, 1, 0, 0);
        Assert.True(Recombination.Improve(goodWest, goodEast));
        Assert.Equal(4, goodWest.GroupCount);
        Assert.Equal(400, goodWest.Cost);
        // The other one is as it was, and what is joined can not be bettered by it again.
        Assert.Equal(2200, goodEast.Cost);
        Assert.False(Recombination.Improve(goodWest, goodEast));
    }

    [Fact]
    public void FewerGroupsComeBeforeShorterWays()
    {
        var instance = Line([0, 100, 1000, 1100], capacity: 4);
        var shortWays = Solution(instance, 0, 0, 1, 1);
        Assert.True(Recombination.Improve(shortWays, Solution(instance, 0, 0, 0, 0)));
        Assert.Equal(1, shortWays.GroupCount);
    }

    [Fact]
    public void WhereTwoPlansCutTheSameStationsOneOfThemIsTakenWhole()
    {
        // Any two of the groups of these plans share a station by way of the others: there is one part only.
        var instance = Line([0, 100, 200, 300], capacity: 3);
        var one = Solution(instance, 0, 0, 0, 1);
        var other = Solution(instance, 0, 1, 1, 1);
        Assert.False(Recombination.Improve(one, other));
        Assert.Equal([0, 0, 0, 1], one.GroupOf);
    }

    [Fact]
    public void AStationComesToAFullGroupWhereTheNextOneHasRoom()
    {
        // Three groups of at most two along a line; the newcomer in the west finds room only in the east.
        var solution = new StarSolution(Line([0, 100, 200, 300, 400, 500], capacity: 2));
        foreach (var (item, group) in new[] { (1, 0), (2, 0), (3, 1), (4, 1), (5, 2) })
        {
            if (group == solution.SlotCount)
                solution.AddSlot();
            solution.Place(item, group);
        }

        Assert.True(new EjectionChain(solution).TryPlace(0, StarGroup.Forbidden));
        Assert.DoesNotContain(-1, solution.GroupOf);
        Assert.Equal(3, solution.GroupCount);
        Assert.All(solution.Groups, g => Assert.Equal(2, g.Count));
    }

    [Fact]
    public void AStationThatFindsNoChainChangesNothing()
    {
        var solution = Solution(Line([0, 100, 200, 300, 400], capacity: 2), -1, 0, 0, 1, 1);
        var before = solution.GroupOf.ToArray();
        Assert.False(new EjectionChain(solution).TryPlace(0, StarGroup.Forbidden));
        Assert.Equal(before, solution.GroupOf);
    }

    private static StarSolution Solution(StarInstance instance, params int[] groups)
    {
        var solution = new StarSolution(instance);
        while (solution.SlotCount <= groups.Max())
            solution.AddSlot();
        solution.Restore(groups);
        return solution;
    }

    private static StarInstance Line(int[] east, int capacity)
    {
        var n = east.Length;
        return new StarInstance
        {
            ItemCount = n,
            Rules = GroupRules.Single(new GroupRule(capacity, int.MaxValue, 0)),
            Legs = [.. Enumerable.Range(0, n * n).Select(i => Math.Abs(east[i / n] - east[i % n])).Select(d => new Leg(d, d))],
            Weight = [.. Enumerable.Repeat(1, n)],
            Mix = [.. Enumerable.Repeat((byte)1, n)],
            FirstCentre = [.. Enumerable.Range(0, n + 1)],
            Owner = [.. Enumerable.Range(0, n)],
            Sweep = [.. Enumerable.Range(0, n)],
            LargestCapacity = capacity,
        };
    }
}
