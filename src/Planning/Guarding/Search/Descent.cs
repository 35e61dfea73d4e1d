namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Relocations and exchanges until neither improves any item.</summary>
internal static class Descent
{
    /// <summary>
    /// Descends to a local optimum. After a move only the items of the two groups are looked at again: the ruin-and-
    /// recreate rounds that follow mend the little that this misses.
    /// </summary>
    public static void Run(StarSolution solution, CancellationToken cancel)
    {
        var relocate = new Relocate(solution);
        var exchange = new Exchange(solution);
        var sweep = solution.Instance.Sweep;
        var waiting = new bool[sweep.Length];
        Array.Fill(waiting, true);
        // A move always improves, so this ends; the cap is against bugs only.
        for (var pass = 0; pass < 1000; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var any = false;
            foreach (var item in sweep)
            {
                if (!waiting[item])
                    continue;
                waiting[item] = false;
                solution.Mark();
                if (!(relocate.TryImprove(item) | exchange.TryImprove(item)))
                    continue;
                any = true;
                for (var t = 0; t < solution.TouchedCount; t++)
                {
                    foreach (var touched in solution[solution.Touched(t)].Items)
                        waiting[touched] = true;
                }
            }

            if (!any)
                break;
        }

        solution.Mark();
    }
}
