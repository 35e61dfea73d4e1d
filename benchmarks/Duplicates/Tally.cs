using System.Collections.Frozen;

namespace TigaPilar.Bench.Duplicates;

/// <summary>Pairs that are true, offered and found, over all reports or those of one kind.</summary>
internal sealed class Tally
{
    public int True, Offered, Found, HeldOut, HeldOutFound, Shortest, ShortestFound, Firsts, Nothing, Later, OfFive;

    public double Recall => (double)Found / True;

    public double Precision => (double)Found / Offered;

    /// <summary>Counts what was offered beside each report, for all and by kind.</summary>
    public static Tally Of(List<ToldReport> told, IEnumerable<List<(int Report, double Score)>> offers, SortedDictionary<string, Tally> byKind)
    {
        var all = new Tally();
        var earlier = new Dictionary<int, List<int>>();
        foreach (var (at, offered) in offers.Index())
        {
            if (!byKind.TryGetValue(told[at].Kind, out var kind)) byKind.Add(told[at].Kind, kind = new());
            if (!earlier.TryGetValue(told[at].Event, out var same)) earlier.Add(told[at].Event, same = []);
            all.Count(told, at, offered, same);
            kind.Count(told, at, offered, same);
            same.Add(at);
        }

        return all;
    }

    private void Count(List<ToldReport> told, int at, List<(int Report, double Score)> offered, List<int> same)
    {
        var (known, shown) = (same.ToFrozenSet(), offered.Select(o => o.Report).ToFrozenSet());
        True += known.Count;
        Offered += shown.Count;
        Found += shown.Count(known.Contains);
        foreach (var one in known)
        {
            var found = shown.Contains(one) ? 1 : 0;
            if (told[at].HeldOut || told[one].HeldOut) (HeldOut, HeldOutFound) = (HeldOut + 1, HeldOutFound + found);
            if (told[at].Shortest || told[one].Shortest) (Shortest, ShortestFound) = (Shortest + 1, ShortestFound + found);
        }

        if (known.Count == 0) (Firsts, Nothing) = (Firsts + 1, Nothing + (shown.Count == 0 ? 1 : 0));
        else (Later, OfFive) = (Later + 1, OfFive + (offered.OrderByDescending(o => o.Score).Take(5).Any(o => known.Contains(o.Report)) ? 1 : 0));
    }
}
