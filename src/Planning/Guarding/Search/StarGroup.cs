using System.Runtime.CompilerServices;

namespace TigaPilar.Planning.Guarding.Search;

/// <summary>
/// A group under construction. For every possible centre it keeps the cost sum and the farthest distance, so that
/// adding, removing or exchanging one item is priced exactly in a single pass over the centres.
/// </summary>
internal sealed class StarGroup(StarInstance instance)
{
    private readonly Leg[] _legs = instance.Legs;
    private readonly int _n = instance.ItemCount;
    /// <summary>Price of what is not admissible.</summary>
    public const long Forbidden = long.MaxValue;

    private int[] _items = new int[16];
    private int[] _centres = new int[16];
    private long[] _sum = new long[16];
    private int[] _far = new int[16];
    private int _centreCount;
    private int _rawan;
    private int _sangat;
    private int _kurang;

    public int Count { get; private set; }

    public int Weight { get; private set; }

    /// <summary>Travel from the best centre; 0 when empty.</summary>
    public long Cost { get; private set; }

    /// <summary>The best centre; −1 when empty.</summary>
    public int Centre { get; private set; } = -1;

    public ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    public int this[int index] => _items[index];

    public int Mix => (_kurang > 0 ? 1 : 0) | (_rawan > 0 ? 2 : 0) | (_sangat > 0 ? 4 : 0);

    /// <summary>Cost of the group with <paramref name="item"/> added, or <see cref="Forbidden"/>.</summary>
    public long CostWith(int item)
    {
        var rules = instance.Rules.Of(Mix | instance.Mix[item]);
        var weight = Weight + instance.Weight[item];
        foreach (ref readonly var rule in rules.AsSpan())
        {
            if (!rule.Holds(weight))
                continue;
            var best = Forbidden;
            for (var i = 0; i < _centreCount; i++)
            {
                var leg = _legs[_centres[i] * _n + item];
                var sum = _sum[i] + leg.Cost;
                if (sum < best && rule.Reaches(_far[i]) && rule.Reaches(leg.Distance))
                    best = sum;
            }

            for (var c = instance.FirstCentre[item]; c < instance.FirstCentre[item + 1]; c++)
                best = Math.Min(best, SumFrom(c, item, -1, rule.Radius, best));
            if (best != Forbidden)
                return best;
        }

        return Forbidden;
    }

    /// <summary>Cost of the group with <paramref name="item"/> taken out, or <see cref="Forbidden"/>; 0 if nothing is left.</summary>
    public long CostWithout(int item)
    {
        if (Count == 1)
            return 0;
        var rules = instance.Rules.Of(MixWithout(item));
        var weight = Weight - instance.Weight[item];
        foreach (ref readonly var rule in rules.AsSpan())
        {
            if (!rule.Holds(weight))
                continue;
            var best = Forbidden;
            for (var i = 0; i < _centreCount; i++)
            {
                var centre = _centres[i];
                if (instance.Owner[centre] == item)
                    continue;
                var sum = _sum[i] - _legs[centre * _n + item].Cost;
                if (sum < best && (rule.Reaches(_far[i]) || rule.Reaches(FarWithout(centre, item))))
                    best = sum;
            }

            if (best != Forbidden)
                return best;
        }

        return Forbidden;
    }

    /// <summary>Cost of the group with <paramref name="leaving"/> replaced by <paramref name="entering"/>, or <see cref="Forbidden"/>.</summary>
    public long CostExchanging(int leaving, int entering)
    {
        var mix = (Count == 1 ? 0 : MixWithout(leaving)) | instance.Mix[entering];
        var weight = Weight - instance.Weight[leaving] + instance.Weight[entering];
        foreach (ref readonly var rule in instance.Rules.Of(mix).AsSpan())
        {
            if (!rule.Holds(weight))
                continue;
            var best = Forbidden;
            for (var i = 0; i < _centreCount; i++)
            {
                var centre = _centres[i];
                if (instance.Owner[centre] == leaving)
                    continue;
                var leg = _legs[centre * _n + entering];
                var sum = _sum[i] - _legs[centre * _n + leaving].Cost + leg.Cost;
                if (sum < best && rule.Reaches(leg.Distance)
                    && (rule.Reaches(_far[i]) || rule.Reaches(FarWithout(centre, leaving))))
                {
                    best = sum;
                }
            }

            for (var c = instance.FirstCentre[entering]; c < instance.FirstCentre[entering + 1]; c++)
                best = Math.Min(best, SumFrom(c, entering, leaving, rule.Radius, best));
            if (best != Forbidden)
                return best;
        }

        return Forbidden;
    }

    /// <summary>Adds an item; the cost is settled by <see cref="Settle"/>.</summary>
    public void Add(int item)
    {
        for (var i = 0; i < _centreCount; i++)
        {
            var leg = _legs[_centres[i] * _n + item];
            _sum[i] += leg.Cost;
            _far[i] = Math.Max(_far[i], leg.Distance);
        }

        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
        for (var c = instance.FirstCentre[item]; c < instance.FirstCentre[item + 1]; c++)
            AddCentre(c);
        Weight += instance.Weight[item];
        CountMix(instance.Mix[item], 1);
    }

    /// <summary>Takes an item out; the cost is settled by <see cref="Settle"/>.</summary>
    public void Remove(int item)
    {
        var at = Array.IndexOf(_items, item, 0, Count);
        _items[at] = _items[--Count];
        var kept = 0;
        for (var i = 0; i < _centreCount; i++)
        {
            var centre = _centres[i];
            if (instance.Owner[centre] == item)
                continue;
            var leg = _legs[centre * _n + item];
            var sum = _sum[i] - leg.Cost;
            var far = _far[i];
            // Below every radius an old, larger distance serves as well as the new one: it is only ever held against a radius.
            if (far > instance.SmallestRadius && far == leg.Distance)
                far = FarWithout(centre, item);
            _centres[kept] = centre;
            _sum[kept] = sum;
            _far[kept++] = far;
        }

        _centreCount = kept;
        Weight -= instance.Weight[item];
        CountMix(instance.Mix[item], -1);
    }

    /// <summary>Says that the group has changed and its cost is not known; it counts as 0 until <see cref="Settle"/>.</summary>
    public void Unsettle()
    {
        Cost = 0;
        Centre = -1;
    }

    public void Clear()
    {
        Count = _centreCount = Weight = _kurang = _rawan = _sangat = 0;
        Cost = 0;
        Centre = -1;
    }

    /// <summary>Finds the best centre under the first rule that covers the group. False: no rule covers it.</summary>
    public bool Settle()
    {
        Cost = 0;
        Centre = -1;
        if (Count == 0)
            return true;
        foreach (ref readonly var rule in instance.Rules.Of(Mix).AsSpan())
        {
            if (!rule.Holds(Weight))
                continue;
            var best = Forbidden;
            for (var i = 0; i < _centreCount; i++)
            {
                if (_sum[i] < best && rule.Reaches(_far[i]))
                {
                    best = _sum[i];
                    Centre = _centres[i];
                }
            }

            if (best != Forbidden)
            {
                Cost = best;
                return true;
            }
        }

        return false;
    }

    public void CopyFrom(StarGroup other)
    {
        Grow(ref _items, other.Count);
        Grow(ref _centres, other._centreCount);
        Grow(ref _sum, other._centreCount);
        Grow(ref _far, other._centreCount);
        Array.Copy(other._items, _items, other.Count);
        Array.Copy(other._centres, _centres, other._centreCount);
        Array.Copy(other._sum, _sum, other._centreCount);
        Array.Copy(other._far, _far, other._centreCount);
        (Count, _centreCount, Weight, Cost, Centre) =
            (other.Count, other._centreCount, other.Weight, other.Cost, other.Centre);
        (_kurang, _rawan, _sangat) = (other._kurang, other._rawan, other._sangat);
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length)
            array = new T[Math.Max(length, array.Length * 2)];
    }

    private void AddCentre(int centre)
    {
        if (_centreCount == _centres.Length)
        {
            Array.Resize(ref _centres, _centreCount * 2);
            Array.Resize(ref _sum, _centreCount * 2);
            Array.Resize(ref _far, _centreCount * 2);
        }

        long sum = 0;
        var far = 0;
        var row = _legs.AsSpan(centre * _n, _n);
        foreach (var item in Items)
        {
            sum += row[item].Cost;
            far = Math.Max(far, row[item].Distance);
        }

        (_centres[_centreCount], _sum[_centreCount], _far[_centreCount]) = (centre, sum, far);
        _centreCount++;
    }

    /// <summary>Sum from a centre of the entering item over what stays and the item itself; stops once it is no better.</summary>
    private long SumFrom(int centre, int entering, int leaving, int radius, long best)
    {
        var row = _legs.AsSpan(centre * _n, _n);
        if (row[entering].Distance > radius)
            return Forbidden;
        long sum = row[entering].Cost;
        foreach (var item in Items)
        {
            if (item == leaving)
                continue;
            var leg = row[item];
            sum += leg.Cost;
            if (sum >= best || leg.Distance > radius)
                return Forbidden;
        }

        return sum;
    }

    private int FarWithout(int centre, int item)
    {
        var far = 0;
        var row = _legs.AsSpan(centre * _n, _n);
        foreach (var other in Items)
        {
            if (other != item)
                far = Math.Max(far, row[other].Distance);
        }

        return far;
    }

    private int MixWithout(int item)
    {
        var mix = instance.Mix[item];
        return (_kurang > (mix & 1) ? 1 : 0) | (_rawan > ((mix >> 1) & 1) ? 2 : 0) | (_sangat > ((mix >> 2) & 1) ? 4 : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountMix(int mix, int by)
    {
        _kurang += (mix & 1) * by;
        _rawan += ((mix >> 1) & 1) * by;
        _sangat += ((mix >> 2) & 1) * by;
    }
}
