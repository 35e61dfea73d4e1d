namespace TigaPilar.Planning;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014): a small generator whose sequence is fixed for ever, whatever the
/// runtime. Not for secrets.
/// </summary>
public struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>An independent generator for part number <paramref name="stream"/> of a whole.</summary>
    public static SplitMix64 Stream(ulong seed, ulong stream)
    {
        var mixer = new SplitMix64(seed ^ (stream + 1) * 0xD1B54A32D192ED03UL);
        return new SplitMix64(mixer.NextUInt64());
    }

    public ulong NextUInt64()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="exclusiveMax"/> − 1 (Lemire's multiplication, bias below 2⁻³²).</summary>
    public int Next(int exclusiveMax) => (int)(((NextUInt64() >> 32) * (ulong)exclusiveMax) >> 32);

    /// <summary>A number in [0, 1) of 53 bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));
}
