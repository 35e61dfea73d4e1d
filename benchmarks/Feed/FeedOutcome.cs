using System.Globalization;

namespace TigaPilar.Bench.Feed;

/// <summary>What came of a run, counted by rules of its own.</summary>
internal sealed record FeedOutcome(
    int Events, long Told, double P50, double P99, double Most, double PerSecond, bool Killed, long Lost, long NotTheirs, long Twice, long Disorder)
{
    public bool IsWhole => Told > 0 && Lost + NotTheirs + Twice + Disorder == 0;

    /// <param name="readers">What each got.</param>
    /// <param name="acknowledged">What was committed for certain; null where only the delay is asked for.</param>
    /// <param name="seconds">How long it was written.</param>
    /// <param name="killed">Whether a server was killed: what it had committed and not acknowledged may be told, once.</param>
    /// <param name="warming">How many of them were committed before the time was taken: held against what came, but not against the clock.</param>
    public static FeedOutcome Of(IReadOnlyList<SwarmReader> readers, IReadOnlyCollection<Sent>? acknowledged, double seconds, bool killed, int warming = 0)
    {
        var delays = readers.SelectMany(r => r.Delays).ToArray();
        Array.Sort(delays);
        double At(double part) => delays.Length == 0 ? double.NaN : delays[(int)(part * (delays.Length - 1))];
        var (lost, foreign, twice, disorder) = (0L, 0L, 0L, 0L);
        if (acknowledged is not null)
        {
            var sent = acknowledged.ToDictionary(s => s.Subject, StringComparer.Ordinal);
            var expected = FeedTraffic.Scopes.Select((_, scope) => acknowledged.Where(s => FeedTraffic.MayBeTold(scope, s)).Select(s => s.Subject).ToHashSet(StringComparer.Ordinal)).ToList();
            // One order for all: a position is the same event, whoever reads it.
            var order = new Dictionary<long, string>();
            var lacking = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var reader in readers)
            {
                var got = new HashSet<string>(StringComparer.Ordinal);
                var last = 0L;
                foreach (var (position, subject) in reader.Got)
                {
                    if (!got.Add(subject)) twice++;
                    if (position <= last || (order.TryGetValue(position, out var known) && known != subject)) disorder++;
                    order.TryAdd(position, subject);
                    last = position;
                    if (sent.TryGetValue(subject, out var what) ? !FeedTraffic.MayBeTold(reader.Scope, what) : !killed) foreign++;
                }

                var missing = expected[reader.Scope].Count(s => !got.Contains(s)) + reader.Resets;
                if (missing > 0) lacking[FeedTraffic.Scopes[reader.Scope].Account] = lacking.GetValueOrDefault(FeedTraffic.Scopes[reader.Scope].Account) + missing;
                lost += missing;
            }

            disorder += Overtaken(order);
            foreach (var (account, missing) in lacking) Console.Error.WriteLine($"  {account} lacks {missing}");
        }

        var events = acknowledged?.Count - warming ?? (int)(seconds * FeedTraffic.PerSecond);
        return new FeedOutcome(events, delays.LongLength, At(0.5), At(0.99), At(1), events / seconds, killed, lost, foreign, twice, disorder);
    }

    public void Show(BenchTable table, string name, double processorSeconds)
    {
        static string F(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
        static string N(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
        table.Row(name, N(Events), N(Told), F(P50), F(P99), F(Most), F(processorSeconds), N(Lost), N(NotTheirs), N(Twice), N(Disorder));
    }

    // What one writer committed first has the lower position: subjects are writer-number-instant.
    private static long Overtaken(Dictionary<long, string> order)
    {
        var last = new Dictionary<string, long>(StringComparer.Ordinal);
        var overtaken = 0L;
        foreach (var (_, subject) in order.OrderBy(o => o.Key))
        {
            var parts = subject.Split('-');
            var number = long.Parse(parts[1], CultureInfo.InvariantCulture);
            if (last.TryGetValue(parts[0], out var before) && number <= before) overtaken++;
            last[parts[0]] = number;
        }

        return overtaken;
    }
}
