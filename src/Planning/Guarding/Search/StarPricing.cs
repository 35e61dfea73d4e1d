namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// Finds, for prices on stations, the dearest admissible star around every centre: the centre, then the dearest
/// stations within the radius until the pattern is full. This is exact, since nothing else limits a star.
/// </summary>
internal sealed class StarPricing
{
    private readonly int[] _distance;
    private readonly byte[] _class;
    private readonly Mode[] _modes;
    private readonly int[] _byPrice;
    private readonly long[] _keys;

    /// <summary>Prepares the pricing of <paramref name="count"/> stations.</summary>
    /// <param name="count">Stations.</param>
    /// <param name="distance">[centre × count + station], millimetres.</param>
    /// <param name="classes">Class of each station, 0 to 2.</param>
    /// <param name="rules">Which mixes are admissible, under which patterns.</param>
    public StarPricing(int count, int[] distance, byte[] classes, GroupRules rules)
    {
        Count = count;
        _distance = distance;
        _class = classes;
        _byPrice = new int[count];
        _keys = new long[count];
        var present = classes.Aggregate(0, (mask, c) => mask | 1 << c);
        _modes =
        [
            .. Enumerable.Range(0, 3)
                .Where(highest => (present >> highest & 1) > 0)
                .SelectMany(highest => rules.Of(1 << highest).Select(rule => new Mode(highest, MembersOf(rules, highest), rule))),
        ];
    }

    public int Count { get; }

    /// <summary>Kinds of star: highest class and pattern.</summary>
    public int ModeCount => _modes.Length;

    /// <summary>Orders the stations by price; to be called before <see cref="Dearest"/> whenever prices change.</summary>
    /// <param name="price">Price of each station, 0 or more.</param>
    public void Order(ReadOnlySpan<long> price)
    {
        for (var i = 0; i < Count; i++)
            (_keys[i], _byPrice[i]) = (-price[i], i);
        Array.Sort(_keys, _byPrice);
    }

    /// <summary>The dearest star of one kind around one centre.</summary>
    /// <param name="centre">Its centre, always a member.</param>
    /// <param name="mode">Its kind, 0 to <see cref="ModeCount"/> − 1.</param>
    /// <param name="price">Price of each station, as given to <see cref="Order"/>.</param>
    /// <param name="members">Receives the members; at least as long as the largest capacity.</param>
    /// <returns>Sum of the prices and number of members; a number of 0 where no such star exists.</returns>
    public (long Sum, int Members) Dearest(int centre, int mode, ReadOnlySpan<long> price, Span<int> members)
    {
        var (highest, allowed, rule) = _modes[mode];
        if ((allowed >> _class[centre] & 1) == 0)
            return default;
        var row = centre * Count;
        var room = Math.Min(rule.Capacity, Count);
        members[0] = centre;
        var count = 1;
        var sum = price[centre];
        var lacksHighest = _class[centre] != highest;
        if (lacksHighest && room < 2)
            return default;
        foreach (var station in _byPrice)
        {
            // The last place is kept for a member of the highest class, without which the star is of another kind.
            var full = count >= (lacksHighest ? room - 1 : room);
            if (full && !lacksHighest)
                break;
            var @class = _class[station];
            if (station == centre || (allowed >> @class & 1) == 0 || _distance[row + station] > rule.Radius)
                continue;
            if (full && @class != highest)
                continue;
            lacksHighest &= @class != highest;
            members[count++] = station;
            sum += price[station];
            if (count == room)
                break;
        }

        return lacksHighest ? default : (sum, count);
    }

    private static int MembersOf(GroupRules rules, int highest)
    {
        var allowed = 1 << highest;
        for (var lower = 0; lower < highest; lower++)
        {
            if (rules.Of(1 << highest | 1 << lower).Length > 0)
                allowed |= 1 << lower;
        }

        return allowed;
    }

    private readonly record struct Mode(int Highest, int Allowed, GroupRule Rule);
}
