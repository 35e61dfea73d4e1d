using System.Globalization;
using TigaPilar.Server.Incidents.Triage;

namespace TigaPilar.Bench.Duplicates;

/// <summary>
/// Which reports tell of the same event. For each report as it comes in, what is offered beside it (all that reach the shown
/// score) against the earlier reports of the same event: a pair each, added up over all reports.
/// </summary>
internal static class DuplicatesBench
{
    public const int Reports = 5000;
    public const int Days = 4;
    private const int Open = 100_000;

    public static void Run(BenchReport report, string sample, IReadOnlyList<ulong> seeds)
    {
        var villages = Places.Read(sample);
        report.Note("precision and recall: pairs of an incoming report and an earlier one, over all reports; offered is what reaches the shown score, true is what tells of the same event, however long ago");
        report.Note("held out: recall of pairs in which one is told by a line that fitting never saw; shortest: of pairs in which one is of two or three words");
        report.Note("of five: of the reports whose event was known, how many had it among the five most alike; nothing: of the first reports of an event, how many were rightly offered nothing");
        report.Note(Vocabulary());
        var table = report.Table(2, "method", "seed", "reports", "events", "pairs", "recall", "precision", "held out", "shortest", "of five", "nothing");
        var kinds = report.Table(1, "kind", "pairs", "recall", "precision", "simple recall", "simple precision");
        var (ours, simple) = (new SortedDictionary<string, Tally>(StringComparer.Ordinal), new SortedDictionary<string, Tally>(StringComparer.Ordinal));
        foreach (var seed in seeds)
        {
            var told = new ToldReports(villages, seed, all: true).Make(Reports, Days);
            var peer = Tally.Of(told, Simple(told), simple);
            var tally = Tally.Of(told, Likely(told, WeightFit.Ground(villages)), ours);
            Row(table, "simple", seed, told, peer);
            Row(table, "likely", seed, told, tally);
            report.Goal($"seed {seed}: recall", "≥ 0.95", Text(tally.Recall), tally.Recall >= 0.95);
            report.Goal($"seed {seed}: precision", "≥ 0.80", Text(tally.Precision), tally.Precision >= 0.8);
        }

        foreach (var (kind, tally) in ours) kinds.Row(kind, Text(tally.True, "F0"), Text(tally.Recall), Text(tally.Precision), Text(simple[kind].Recall), Text(simple[kind].Precision));
        var many = new ToldReports(villages, seeds[0], all: true).Make(Open + OpenReportsBench.Asked, 1);
        OpenReportsBench.Run(report, villages, many);
    }

    /// <summary>Some reports as they come in, with the number of their event.</summary>
    public static void Show(TextWriter to, string sample, ulong seed, int count)
    {
        foreach (var r in new ToldReports(Places.Read(sample), seed, all: true).Make(Reports, Days).Take(count))
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{r.Event,5}  {r.At:dd HH:mm}  {r.AreaCode,-13}  {(r.Place is null ? " " : "+")}  {r.What}  |  {r.Where}"));
    }

    public static string Text(double figure, string format = "F3") => figure.ToString(format, CultureInfo.InvariantCulture);

    // What the product does, in memory, a report after the other.
    private static IEnumerable<List<(int Report, double Score)>> Likely(List<ToldReport> told, Ground ground)
    {
        var (shelf, numbers) = (new Shelf(ground), new Dictionary<Guid, int>());
        foreach (var (n, one) in told.Index())
        {
            var (id, gist) = (new Guid(n, 0, 0, new byte[8]), Gist.Of(one.What, one.Where, one.AreaCode, one.Place, one.At, ground));
            yield return shelf.Alike(id, gist).ConvertAll(a => (numbers[a.Id], a.Score));
            shelf.Add(id, gist);
            numbers.Add(id, n);
        }
    }

    private static IEnumerable<List<(int Report, double Score)>> Simple(List<ToldReport> told)
    {
        var stems = told.ConvertAll(t => SimpleLikeness.Stems($"{t.What} {t.Where}"));
        for (var i = 0; i < told.Count; i++)
        {
            var (one, offered) = (told[i], new List<(int Report, double Score)>());
            for (var j = i - 1; j >= 0 && one.At - told[j].At <= SimpleLikeness.Apart; j--)
            {
                var score = SimpleLikeness.Of(stems[i], one.AreaCode, one.At, stems[j], told[j].AreaCode, told[j].At);
                if (score >= SimpleLikeness.Shown) offered.Add((j, score));
            }

            yield return offered;
        }
    }

    private static void Row(BenchTable table, string method, ulong seed, List<ToldReport> told, Tally t) => table.Row(
        method, seed.ToString(CultureInfo.InvariantCulture), Text(told.Count, "F0"), Text(told.Select(r => r.Event).Distinct().Count(), "F0"), Text(t.True, "F0"), Text(t.Recall), Text(t.Precision),
        Text((double)t.HeldOutFound / t.HeldOut), Text((double)t.ShortestFound / t.Shortest), Text((double)t.OfFive / t.Later), Text((double)t.Nothing / t.Firsts));

    // How much of the generator's language the product's table has.
    private static string Vocabulary()
    {
        var lexicon = Lexicon.Default;
        var words = PhraseBook.Scenarios.SelectMany(s => s.Lines.Concat(s.Shortest).Concat(s.Details.SelectMany(d => d.Values.SelectMany(v => v)))).SelectMany(Gist.Tokens)
            .Where(w => w.Length > 2 && char.IsLetter(w[0]) && !lexicon.IsEmpty(lexicon.Meant(w))).ToHashSet(StringComparer.Ordinal);
        var (known, says) = (words.Count(w => lexicon.IsKnown(lexicon.Meant(w))), words.Count(w => lexicon.SpokenOf(new(StringComparer.Ordinal) { lexicon.Meant(w) }).Spoken.Length > 0));
        return string.Create(CultureInfo.InvariantCulture, $"of {words.Count} different content words of the reports {known * 100.0 / words.Count:F0} % stand in the product's table in some form, {says * 100.0 / words.Count:F0} % with what they speak of; the table was written by the same hand as the reports");
    }
}
