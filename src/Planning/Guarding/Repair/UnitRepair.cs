using TigaPilar.Planning.Guarding.Search;

namespace TigaPilar.Planning.Guarding.Repair;

/// <summary>The groups of one unit after a change: what still holds stays, what does not finds another group.</summary>
internal sealed class UnitRepair
{
    private readonly GuardProblem _problem;
    private readonly GroupRules _rules;
    private readonly GroupTest _test;
    // Stations that must stay together are one item; each item ascending, items by their lowest station.
    private readonly List<int[]> _items;
    private readonly int[] _homeOfItem;
    private readonly List<(GuardGroup Group, int Before)> _groups = [];

    public UnitRepair(
        GuardProblem problem, GroupRules rules, Units units, int unit, IReadOnlyList<int> groupBefore)
    {
        _problem = problem;
        _rules = rules;
        var stations = units.StationsOf(unit).ToArray();
        var khusus = Array.FindAll(stations, s => problem.Stations[s].Class == StationClass.Khusus);
        var searched = Array.FindAll(stations, s => problem.Stations[s].Class != StationClass.Khusus);
        var links = units.LinksOf(unit).ToArray();
        _test = new GroupTest(problem, rules, links);
        _items = UnitStars.ItemsOf(searched, links);
        // Together from now on: they go where most of them are.
        _homeOfItem = [.. _items.Select(item => item.Select(s => groupBefore[s]).Where(g => g >= 0)
            .CountBy(g => g).OrderByDescending(g => g.Value).ThenBy(g => g.Key).Select(g => g.Key).FirstOrDefault(-1))];
        // Of a group whose stations have all become khusus the first lives on.
        var kept = _homeOfItem.ToHashSet();
        foreach (var station in khusus)
        {
            var before = groupBefore[station] is var home and >= 0 && kept.Add(home) ? home : -1;
            _groups.Add((GroupCover.Of(problem, rules, [station]) ?? throw Uncovered(), before));
        }
    }

    /// <summary>The unit's groups, each with its number before or −1.</summary>
    public IReadOnlyList<(GuardGroup Group, int Before)> Run()
    {
        var homeless = new List<int[]>();
        foreach (var home in Enumerable.Range(0, _items.Count).GroupBy(i => _homeOfItem[i]).OrderBy(g => g.Key))
        {
            var items = home.Select(i => _items[i]).ToList();
            if (home.Key < 0)
            {
                homeless.AddRange(items);
                continue;
            }

            var stay = Stay(items);
            _groups.Add((stay.Group, home.Key));
            homeless.AddRange(items.Where(i => !stay.Items.Contains(i)));
        }

        foreach (var item in homeless.OrderBy(i => i[0]))
            Insert(item);
        return _groups;
    }

    /// <summary>The most stations of a group that may stay in it; of equally many those with the fewest officers, then the least travel.</summary>
    private (GuardGroup Group, HashSet<int[]> Items) Stay(List<int[]> items)
    {
        var all = Join(items);
        if (_test.Of(all) is { } whole)
            return (whole, [.. items]);
        (GuardGroup Group, HashSet<int[]> Items)? best = null;
        for (var mix = 1; mix < 8; mix++)
        {
            foreach (var rule in _rules.Of(mix))
            {
                foreach (var item in items)
                {
                    foreach (var centre in item)
                    {
                        var kept = Around(items, item, centre, mix, rule);
                        if (kept is not null && _test.Of(Join(kept)) is { } group && (best is null || Better(group, best.Value.Group)))
                            best = (group, [.. kept]);
                    }
                }
            }
        }

        return best ?? throw Uncovered();
    }

    private static bool Better(GuardGroup group, GuardGroup than) =>
        (-group.Stations.Length, group.Pattern.Officers, group.TravelMetres)
            .CompareTo((-than.Stations.Length, than.Pattern.Officers, than.TravelMetres)) < 0;

    /// <summary>The items nearest to a centre that one rule holds together with it; null where not even the centre's own.</summary>
    private List<int[]>? Around(List<int[]> items, int[] own, int centre, int mix, GroupRule rule)
    {
        var kept = new List<int[]>();
        var room = rule.Capacity;
        foreach (var (item, far) in items.Select(i => (Item: i, Far: i.Max(s => s == centre ? 0 : _problem.MetresBetween(centre, s))))
            .OrderByDescending(i => i.Item == own).ThenBy(i => i.Far))
        {
            var fits = item.Length <= room
                && item.All(s => (mix >> (int)_problem.Stations[s].Class & 1) > 0)
                && _test.Within(far, rule)
                && !kept.Exists(k => _test.Apart(k, item));
            if (fits)
                kept.Add(item);
            else if (item == own)
                return null;
            room -= fits ? item.Length : 0;
        }

        return kept;
    }

    /// <summary>Puts an item into the group that takes it with the fewest officers and the least travel more, else opens one.</summary>
    private void Insert(int[] item)
    {
        var best = -1;
        (GuardGroup? Group, int Officers, double Travel) chosen = (null, int.MaxValue, double.MaxValue);
        for (var g = 0; g < _groups.Count; g++)
        {
            var into = _groups[g].Group;
            if (into.Pattern.Class == StationClass.Khusus
                || into.Stations.Length + item.Length > _rules.MostWeight(_test.MixOf(into.Stations.AsSpan()) | _test.MixOf(item))
                || _test.Of(Join([[.. into.Stations], item])) is not { } grown)
            {
                continue;
            }

            var more = (grown.Pattern.Officers - into.Pattern.Officers, grown.TravelMetres - into.TravelMetres);
            if (best < 0 || more.CompareTo((chosen.Officers, chosen.Travel)) < 0)
                (best, chosen) = (g, (grown, more.Item1, more.Item2));
        }

        if (best >= 0)
            _groups[best] = (chosen.Group!, _groups[best].Before);
        else
            _groups.Add((_test.Of(item) ?? throw Uncovered(), -1));
    }

    private static int[] Join(List<int[]> items)
    {
        var stations = items.SelectMany(i => i).ToArray();
        Array.Sort(stations);
        return stations;
    }

    private static InvalidOperationException Uncovered() => new("A station by itself is covered by no pattern, or links are in conflict.");
}
