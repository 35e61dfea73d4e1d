namespace TigaPilar.Planning.Guarding.Search;

/// <summary>Relocations and exchanges until neither improves any item.</summary>
internal static class Descent
{
    /// <summary>Descends to a local optimum, at most <paramref name="mostPasses"/> times through all items.</summary>
    public static void Run(StarSolution solution, int mostPasses, CancellationToken cancel)
    {
        var relocate = new Relocate(solution);
        var exchange = new Exchange(solution);
        for (var pass = 0; pass < mostPasses; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var improved = false;
            foreach (var item in solution.Instance.Sweep)
                improved |= relocate.TryImprove(item) | exchange.TryImprove(item);
            if (!improved)
                break;
        }

        solution.Mark();
    }
}
