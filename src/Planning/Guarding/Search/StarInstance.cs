namespace TigaPilar.Planning.Guarding.Search;

/// <summary>From a centre to an item. The two stand side by side because every look at one is a look at the other.</summary>
/// <param name="Cost">Cost of serving the item from the centre.</param>
/// <param name="Distance">Distance to the item's farthest station: what a radius limits.</param>
internal readonly record struct Leg(int Cost, int Distance);

/// <summary>
/// One unit as the search sees it: items (a station, or stations that must stay together) to be gathered into stars.
/// A star's centre is a station of one of its items; its cost is the sum of the costs from the centre to its items.
/// All figures are whole numbers (millimetres and stations for guard plans).
/// </summary>
internal sealed class StarInstance
{
    public required int ItemCount { get; init; }

    public required GroupRules Rules { get; init; }

    /// <summary>[centre × ItemCount + item]; may be longer than that.</summary>
    public required Leg[] Legs { get; init; }

    public required int[] Weight { get; init; }

    /// <summary>Bit mask of the classes in an item.</summary>
    public required byte[] Mix { get; init; }

    /// <summary>First centre of each item, and past the last: item i owns centres FirstCentre[i] .. FirstCentre[i + 1] − 1.</summary>
    public required int[] FirstCentre { get; init; }

    /// <summary>Item that owns each centre.</summary>
    public required int[] Owner { get; init; }

    /// <summary>Items that must not share a group with an item; null where no such link exists.</summary>
    public int[][]? Apart { get; init; }

    /// <summary>An order in which neighbours follow each other (Hilbert curve).</summary>
    public required int[] Sweep { get; init; }

    /// <summary>Fewest groups: no solution can have fewer (or, for the p-median benchmark, may).</summary>
    public int LowerBound { get; init; }

    /// <summary>Cost beyond which a centre is too far from an item for the two ever to share a group.</summary>
    public int Reach { get; init; } = int.MaxValue;

    /// <summary>Smallest radius of any rule.</summary>
    public int SmallestRadius { get; init; } = int.MaxValue;

    /// <summary>Largest capacity of any rule.</summary>
    public int LargestCapacity { get; init; }
}
