using System.Numerics;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Planning.Tests.Checking;

/// <summary>The best partition of a few stations, found by looking at every one.</summary>
internal static class BruteForce
{
    /// <summary>The fewest groups, and the least travel with so few.</summary>
    /// <param name="problem">At most some ten stations: the work grows threefold with each.</param>
    public static (int Groups, double Travel) Best(GuardProblem problem)
    {
        var n = problem.Stations.Length;
        var travel = new double?[1 << n];
        for (var set = 1; set < 1 << n; set++)
            travel[set] = TravelOf(problem, set);

        var best = new (int Groups, double Travel)[1 << n];
        for (var set = 1; set < 1 << n; set++)
        {
            best[set] = (int.MaxValue, 0);
            // The group of the lowest station is any subset with it; the rest is a smaller problem.
            var rest = set & (set - 1);
            for (var others = rest; ; others = (others - 1) & rest)
            {
                var left = best[rest & ~others];
                if (travel[(set ^ rest) | others] is { } own && left.Groups < int.MaxValue)
                {
                    var found = (left.Groups + 1, left.Travel + own);
                    if (found.CompareTo(best[set]) < 0)
                        best[set] = found;
                }

                if (others == 0)
                    break;
            }
        }

        return best[^1];
    }

    private static double? TravelOf(GuardProblem problem, int set)
    {
        foreach (var link in problem.Links)
        {
            var (a, b) = ((set >> link.A & 1) > 0, (set >> link.B & 1) > 0);
            if (link.Together ? a != b : a && b)
                return null;
        }

        var stations = new List<int>(BitOperations.PopCount((uint)set));
        for (var s = 0; s < problem.Stations.Length; s++)
        {
            if ((set >> s & 1) > 0)
                stations.Add(s);
        }

        return GroupJudge.CoverOf(problem, stations)?.Travel;
    }
}
