using TigaPilar.Planning;

namespace TigaPilar.Bench.Duplicates;

/// <summary>Draws of one seed, the same on any machine.</summary>
internal sealed class Chance(ulong seed)
{
    private SplitMix64 _draws = new(seed);

    public int Next(int exclusiveMax) => _draws.Next(exclusiveMax);

    public double Next() => _draws.NextDouble();

    public bool Hit(double probability) => _draws.NextDouble() < probability;

    public T Pick<T>(IReadOnlyList<T> of) => of[_draws.Next(of.Count)];

    /// <summary>A figure of a distribution that is given by its quantiles, straight between them.</summary>
    public double Quantile(ReadOnlySpan<(double Share, double Value)> quantiles)
    {
        var share = Next();
        for (var i = 1; i < quantiles.Length; i++)
        {
            var ((from, low), (to, high)) = (quantiles[i - 1], quantiles[i]);
            if (share <= to) return low + ((high - low) * (share - from) / (to - from));
        }

        return quantiles[^1].Value;
    }
}
