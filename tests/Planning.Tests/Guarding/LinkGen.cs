using System.Collections.Immutable;
using CsCheck;
using TigaPilar.Planning.Guarding;
using TigaPilar.Planning.Tests.Checking;

namespace TigaPilar.Planning.Tests.Guarding;

/// <summary>Random links that some plan keeps: every set held together is a group by itself, nothing in it is held apart.</summary>
internal static class LinkGen
{
    public static ImmutableArray<StationLink> Links(PCG pcg, GuardProblem problem)
    {
        var n = problem.Stations.Length;
        var links = new List<StationLink>();
        var block = Enumerable.Range(0, n).ToArray();
        for (var tries = ProblemGen.Below(pcg, n + 1); tries > 0; tries--)
        {
            var (a, b) = (ProblemGen.Below(pcg, n), ProblemGen.Below(pcg, n));
            if (a == b)
                continue;
            var together = ProblemGen.OneIn(pcg, 2);
            if (!together && block[a] != block[b])
                links.Add(new StationLink(a, b, Together: false));
            if (!together || !CanJoin(problem, links, block, block[a], block[b]))
                continue;
            links.Add(new StationLink(a, b, Together: true));
            var (kept, gone) = (block[a], block[b]);
            block = Array.ConvertAll(block, s => s == gone ? kept : s);
        }

        return [.. links];
    }

    private static bool CanJoin(GuardProblem problem, List<StationLink> links, int[] block, int a, int b)
    {
        if (links.Any(l => !l.Together && (block[l.A] == a || block[l.A] == b) && (block[l.B] == a || block[l.B] == b)))
            return false;
        var joined = Enumerable.Range(0, block.Length).Where(s => block[s] == a || block[s] == b).ToArray();
        return GroupJudge.CoverOf(problem, joined) is not null;
    }
}
