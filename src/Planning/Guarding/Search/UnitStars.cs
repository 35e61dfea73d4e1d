using System.Buffers;
using TigaPilar.Planning.Geometry;

namespace TigaPilar.Planning.Guarding.Search;

/// <summary>The stations of one unit (a village or a kecamatan) made ready for the search: distances, items, order.</summary>
internal static class UnitStars
{
    /// <summary>Extra travel of a station in another village than the medoid's: 1 km, in millimetres.</summary>
    public const int OtherVillageMillimetres = 1_000_000;

    private const double MostMillimetres = 1e9;

    /// <summary>The instance of one unit.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="rules">Its group rules.</param>
    /// <param name="stations">Stations of the unit, ascending, none of them khusus.</param>
    /// <param name="links">Links between stations of the unit.</param>
    public static StarInstance Build(
        GuardProblem problem, GroupRules rules, ReadOnlySpan<int> stations, ReadOnlySpan<StationLink> links)
    {
        var all = problem.Stations.AsSpan();
        var (order, first, owner) = Items(stations, links);
        var n = first.Length - 1;

        var places = new SpherePoint[order.Length];
        for (var c = 0; c < order.Length; c++)
            places[c] = SpherePoint.From(all[order[c]].Position);
        var weight = new int[n];
        var mix = new byte[n];
        for (var c = 0; c < order.Length; c++)
        {
            weight[owner[c]]++;
            mix[owner[c]] |= (byte)(1 << (int)all[order[c]].Class);
        }

        return new StarInstance
        {
            ItemCount = n,
            Rules = rules,
            Legs = Legs(all, problem.Distances, places, order, owner, n),
            Weight = weight,
            Mix = mix,
            FirstCentre = first,
            Owner = owner,
            Apart = ApartLists(order, owner, n, links),
            Sweep = Sweep(all, order, first),
            LargestCapacity = LargestCapacity(rules),
            SmallestRadius = Enumerable.Range(1, 7).SelectMany(mix => rules.Of(mix)).Min(r => r.Radius),
            // Minutes between villages obey no triangle.
            Reach = n == order.Length && problem.Distances is null ? Reach(rules) : int.MaxValue,
            LowerBound = LowerBound(problem, rules, order),
        };
    }

    /// <summary>The unit's stations in the order of the instance's centres.</summary>
    public static int[] CentreStations(ReadOnlySpan<int> stations, ReadOnlySpan<StationLink> links) =>
        Items(stations, links).Order;

    /// <summary>The unit's stations gathered into items: those that must stay together, and each other one alone.</summary>
    public static List<int[]> ItemsOf(int[] stations, ReadOnlySpan<StationLink> links) =>
        Blocks(stations, links).ConvertAll(block => block.Select(local => stations[local]).ToArray());

    /// <summary>Fewest groups that the capacities allow for these stations.</summary>
    public static int LowerBound(GuardProblem problem, GroupRules rules, ReadOnlySpan<int> stations)
    {
        Span<int> count = [0, 0, 0];
        foreach (var s in stations)
            count[(int)problem.Stations[s].Class]++;
        Span<int> capacity = [0, 0, 0];
        for (var c = 0; c < 3; c++)
        {
            foreach (var rule in rules.Of(1 << c))
                capacity[c] = Math.Max(capacity[c], rule.Capacity);
        }

        return CapacityBound.Of(count, capacity, problem.FillRawan, problem.FillSangatRawan);
    }

    internal static int LargestCapacity(GroupRules rules) =>
        Enumerable.Range(1, 7).SelectMany(mix => rules.Of(mix)).Select(r => r.Capacity).DefaultIfEmpty(0).Max();

    /// <summary>Two stations of a group lie within a radius of its centre, so within two radii of each other.</summary>
    private static int Reach(GroupRules rules)
    {
        var radius = Enumerable.Range(1, 7).SelectMany(mix => rules.Of(mix)).Max(r => r.Radius);
        return (int)Math.Min(int.MaxValue - 1, 2L * radius + OtherVillageMillimetres + 1);
    }

    private static Leg[] Legs(
        ReadOnlySpan<GuardStation> all, VillageDistances? distances, ReadOnlySpan<SpherePoint> places, int[] order, int[] owner, int n)
    {
        var m = order.Length;
        var legs = ArrayPool<Leg>.Shared.Rent(m * n);
        if (m == n)
        {
            FillSimple(legs, all, distances, places, order);
            return legs;
        }

        Array.Clear(legs, 0, m * n);
        for (var c = 0; c < m; c++)
        {
            for (var d = 0; d < m; d++)
            {
                var leg = LegBetween(all, distances, places, order, c, d);
                ref var sum = ref legs[c * n + owner[d]];
                sum = new Leg((int)Math.Min(int.MaxValue, (long)sum.Cost + leg.Cost), Math.Max(sum.Distance, leg.Distance));
            }
        }

        return legs;
    }

    /// <summary>Every item is one station: the matrix is symmetric.</summary>
    private static void FillSimple(
        Leg[] legs, ReadOnlySpan<GuardStation> all, VillageDistances? distances, ReadOnlySpan<SpherePoint> places, int[] order)
    {
        var n = order.Length;
        for (var c = 0; c < n; c++)
        {
            legs[c * n + c] = default;
            for (var d = c + 1; d < n; d++)
                legs[c * n + d] = legs[d * n + c] = LegBetween(all, distances, places, order, c, d);
        }
    }

    private static Leg LegBetween(
        ReadOnlySpan<GuardStation> all, VillageDistances? distances, ReadOnlySpan<SpherePoint> places, int[] order, int c, int d)
    {
        if (c == d)
            return default;
        var (here, there) = (all[order[c]].Village, all[order[d]].Village);
        var metres = distances?.Between(here, there) ?? places[c].MetresTo(places[d]);
        // Rounded up to whole millimetres, so that what the search holds to be within a radius is.
        var millimetres = (int)Math.Min(MostMillimetres, Math.Ceiling(1e3 * (metres - GeoPoint.EqualMetres / 2)));
        var sameVillage = here == there;
        return new Leg(millimetres + (sameVillage ? 0 : OtherVillageMillimetres), millimetres);
    }

    /// <summary>
    /// Stations in the order of the centres, the first centre of each item, and the item of each centre. Stations that
    /// must stay together stand side by side; without such links nothing moves.
    /// </summary>
    private static (int[] Order, int[] First, int[] Owner) Items(ReadOnlySpan<int> stations, ReadOnlySpan<StationLink> links)
    {
        if (links.IsEmpty)
            return (stations.ToArray(), [.. Enumerable.Range(0, stations.Length + 1)], [.. Enumerable.Range(0, stations.Length)]);
        var blocks = Blocks(stations, links);
        var order = new int[stations.Length];
        var first = new int[blocks.Count + 1];
        var owner = new int[stations.Length];
        var at = 0;
        for (var b = 0; b < blocks.Count; b++)
        {
            foreach (var local in blocks[b])
            {
                owner[at] = b;
                order[at++] = stations[local];
            }

            first[b + 1] = at;
        }

        return (order, first, owner);
    }

    private static List<List<int>> Blocks(ReadOnlySpan<int> stations, ReadOnlySpan<StationLink> links)
    {
        var root = Enumerable.Range(0, stations.Length).ToArray();
        foreach (var link in links)
        {
            if (!link.Together)
                continue;
            var (a, b) = (Find(stations.BinarySearch(link.A)), Find(stations.BinarySearch(link.B)));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var blocks = new List<List<int>>(stations.Length);
        var blockOf = new int[stations.Length];
        for (var s = 0; s < stations.Length; s++)
        {
            var r = Find(s);
            if (r == s)
            {
                blockOf[s] = blocks.Count;
                blocks.Add([]);
            }

            blocks[blockOf[r]].Add(s);
        }

        return blocks;

        int Find(int s)
        {
            while (root[s] != s)
                s = root[s] = root[root[s]];
            return s;
        }
    }

    private static int[][]? ApartLists(int[] order, int[] owner, int n, ReadOnlySpan<StationLink> links)
    {
        List<int>[]? lists = null;
        foreach (var link in links)
        {
            if (link.Together)
                continue;
            lists ??= [.. Enumerable.Range(0, n).Select(_ => new List<int>())];
            var (a, b) = (owner[Array.IndexOf(order, link.A)], owner[Array.IndexOf(order, link.B)]);
            lists[a].Add(b);
            lists[b].Add(a);
        }

        return lists?.Select(l => l.ToArray()).ToArray();
    }

    private static int[] Sweep(ReadOnlySpan<GuardStation> all, int[] order, int[] first)
    {
        var n = first.Length - 1;
        double south = 90, west = 180, north = -90, east = -180;
        foreach (var s in order)
        {
            var p = all[s].Position;
            (south, north) = (Math.Min(south, p.Latitude), Math.Max(north, p.Latitude));
            (west, east) = (Math.Min(west, p.Longitude), Math.Max(east, p.Longitude));
        }

        var span = Math.Max(1e-9, Math.Max(north - south, east - west));
        var places = new uint[n];
        for (var b = 0; b < n; b++)
        {
            var p = all[order[first[b]]].Position;
            places[b] = HilbertCurve.PlaceOf(
                (int)((p.Longitude - west) / span * 65_535), (int)((p.Latitude - south) / span * 65_535));
        }

        var sweep = Enumerable.Range(0, n).ToArray();
        Array.Sort(places, sweep);
        return sweep;
    }
}
