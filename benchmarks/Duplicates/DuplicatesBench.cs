using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using TigaPilar.Server.Incidents.Triage;

namespace TigaPilar.Bench.Duplicates;

/// <summary>
/// Which reports tell of the same event. For each report as it comes in, what is offered beside it (all that reach the shown
/// score) against the earlier reports of the same event: a pair each, added up over all reports.
/// </summary>
internal static class DuplicatesBench
{
    private const int Reports = 5000;
    private const int Days = 4;
    private const int Open = 100_000;

    public static void Run(BenchReport report, string sample, IReadOnlyList<ulong> seeds)
    {
        var villages = Places.Read(sample);
        report.Note($"precision and recall: pairs of an incoming report and an earlier one, over all reports; offered is what reaches the shown score, true is what tells of the same event, however long ago");
        report.Note("of five: of the reports whose event was known, how many had it among the five most alike; nothing: of the first reports of an event, how many were rightly offered nothing");
        var table = report.Table(2, "method", "seed", "reports", "events", "pairs", "recall", "precision", "held out", "shortest", "of five", "nothing");
        var kinds = report.Table(1, "kind", "pairs", "recall", "precision");
        var byKind = new SortedDictionary<string, Tally>(StringComparer.Ordinal);
        foreach (var seed in seeds)
        {
            var told = new ToldReports(villages, seed, all: true).Make(Reports, Days);
            var tally = new Tally();
            Simple(told, tally, byKind);
            Row(table, "simple", seed, told, tally);
            report.Goal($"seed {seed}: recall", "≥ 0.95", Text(tally.Recall), tally.Recall >= 0.95);
            report.Goal($"seed {seed}: precision", "≥ 0.80", Text(tally.Precision), tally.Precision >= 0.8);
        }

        foreach (var (kind, tally) in byKind) kinds.Row(kind, Text(tally.True, "F0"), Text(tally.Recall), Text(tally.Precision));
        var many = new ToldReports(villages, seeds[0], all: true).Make(Open, 1);
        var times = SimpleTimes(many);
        report.Table(1, "method", "open", "mean ms", "p99 ms").Row("simple", Text(many.Count, "F0"), Text(times.Average(), "F1"), Text(At99(times), "F1"));
        report.AtMost($"ms for a report among {many.Count:N0} open, 99 of 100", At99(times), 20, "F1");
    }

    /// <summary>Some reports as they come in, with the number of their event.</summary>
    public static void Show(TextWriter to, string sample, ulong seed, int count)
    {
        foreach (var r in new ToldReports(Places.Read(sample), seed, all: true).Make(Reports, Days).Take(count))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Event,5}  {r.At:dd HH:mm}  {r.AreaCode,-13}  {(r.Place is null ? " " : "+")}  {r.What}  |  {r.Where}"));
    }

    private static void Simple(List<ToldReport> told, Tally all, SortedDictionary<string, Tally> byKind)
    {
        var stems = told.ConvertAll(t => Likeness.Stems($"{t.What} {t.Where}"));
        for (var i = 0; i < told.Count; i++)
        {
            var (one, offered) = (told[i], new List<(int Report, double Score)>());
            for (var j = i - 1; j >= 0 && one.At - told[j].At <= Likeness.Apart; j--)
            {
                var score = Likeness.Of(stems[i], one.AreaCode, one.At, stems[j], told[j].AreaCode, told[j].At);
                if (score >= Likeness.Shown) offered.Add((j, score));
            }

            Count(told, i, offered, all, byKind);
        }
    }

    private static List<double> SimpleTimes(List<ToldReport> many)
    {
        var (times, last) = (new List<double>(), many[^1]);
        for (var n = 0; n < 20; n++)
        {
            var one = many[^(1 + (n * 37))];
            var watch = Stopwatch.StartNew();
            var stems = Likeness.Stems($"{one.What} {one.Where}");
            _ = many.Where(m => m != one).Select(m => (m, Score: Likeness.Of(stems, one.AreaCode, one.At, Likeness.Stems($"{m.What} {m.Where}"), m.AreaCode, m.At))).Where(a => a.Score >= Likeness.Shown).OrderByDescending(a => a.Score).Take(5).ToList();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }

    private static void Count(List<ToldReport> told, int at, List<(int Report, double Score)> offered, Tally all, SortedDictionary<string, Tally> byKind)
    {
        if (!byKind.TryGetValue(told[at].Kind, out var kind)) byKind.Add(told[at].Kind, kind = new());
        var known = told.Take(at).Index().Where(t => t.Item.Event == told[at].Event).Select(t => t.Index).ToFrozenSet();
        foreach (var tally in (Tally[])[all, kind])
        {
            tally.True += known.Count;
            tally.Offered += offered.Count;
            tally.Found += offered.Count(o => known.Contains(o.Report));
            foreach (var earlier in known)
            {
                var found = offered.Exists(o => o.Report == earlier) ? 1 : 0;
                if (told[at].HeldOut || told[earlier].HeldOut) (tally.HeldOut, tally.HeldOutFound) = (tally.HeldOut + 1, tally.HeldOutFound + found);
                if (told[at].Shortest || told[earlier].Shortest) (tally.Shortest, tally.ShortestFound) = (tally.Shortest + 1, tally.ShortestFound + found);
            }

            if (known.Count == 0) (tally.Firsts, tally.Nothing) = (tally.Firsts + 1, tally.Nothing + (offered.Count == 0 ? 1 : 0));
            else (tally.Later, tally.OfFive) = (tally.Later + 1, tally.OfFive + (offered.OrderByDescending(o => o.Score).Take(5).Any(o => known.Contains(o.Report)) ? 1 : 0));
        }
    }

    private static void Row(BenchTable table, string method, ulong seed, List<ToldReport> told, Tally t) => table.Row(
        method, seed.ToString(CultureInfo.InvariantCulture), Text(told.Count, "F0"), Text(told.Select(r => r.Event).Distinct().Count(), "F0"), Text(t.True, "F0"), Text(t.Recall), Text(t.Precision),
        Text((double)t.HeldOutFound / t.HeldOut), Text((double)t.ShortestFound / t.Shortest), Text((double)t.OfFive / t.Later), Text((double)t.Nothing / t.Firsts));

    private static double At99(List<double> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.99) - 1);

    private static string Text(double figure, string format = "F3") => figure.ToString(format, CultureInfo.InvariantCulture);

    private sealed class Tally
    {
        public int True, Offered, Found, HeldOut, HeldOutFound, Shortest, ShortestFound, Firsts, Nothing, Later, OfFive;

        public double Recall => (double)Found / True;

        public double Precision => (double)Found / Offered;
    }
}
