using System.Collections.Immutable;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// How likely two reports tell of one event: a logistic score of what they speak of, what they say of the place, how their areas
/// lie, and the time between. It orders what a person looks at and decides nothing.
/// </summary>
internal static class Likeness
{
    /// <summary>From here on two reports are shown side by side: to miss one costs more than to look at one too many.</summary>
    public const double Shown = 0.17;

    private const double MetresAtTheSamePlace = 900;
    private const double MetresElsewhere = 1500;
    private const int SurelyAName = 5;

    // A school of the faith, and how many a hamlet is called: Pondok Asem.
    private const string Hermitage = "pondok";

    /// <summary>Further apart in time two reports tell of one thing no more.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromHours(14);

    /// <summary>
    /// What is weighed, and its weight in the logarithm of the odds: what is above 0 speaks for one event. Fitted by
    /// <c>./bench duplicates --fit --seeds 101,102,103</c>, other seeds than those measured and without what is held out there.
    /// </summary>
    public static ImmutableArray<(string Name, double Weight)> Weights { get; } =
    [
        ("always", -3.15),
        ("subjects in common, 0 to 1", 2.82),
        ("what they speak of most is the same", 0.77),
        ("they speak of different things", -0.98),
        ("share of the words in common, 0 to 1", 4.07),
        ("sorts of which both name one thing, up to 3", 1.03),
        ("sorts of which they name different things, up to 3", -0.94),
        ("same village given", 1.32),
        ("villages side by side", -1.84),
        ("one area holds the other", -0.65),
        ("one village named by both, or named by one and given by the other", 1.89),
        ("other villages named", -2.77),
        ("one names another village than the other gives", -0.62),
        ("same hamlet of a name that every village has", -0.50),
        ("same hamlet", 0.97),
        ("other hamlets", -3.27),
        ("hamlet, and a crossroads or bridge called otherwise", -3.24),
        ("same landmark", 1.33),
        ("same landmark without a name", 0.79),
        ("landmarks of one kind with other names", -0.37),
        ("landmarks of other kinds", -0.96),
        ("same TPS", 1.41),
        ("other TPS, or another number of a landmark of one name", -4.63),
        ("same RT", -0.47),
        ("other RT", -4.84),
        ("points at the same place", 1.70),
        ("points elsewhere", -4.43),
        ("hours between, up to 3", -1.31),
        ("hours between beyond 3", -0.31),
        ("same hamlet, landmark or TPS where it is not known of what one speaks", 1.32),
        ("subjects in common, squared", -0.75),
        ("subjects in common by share of words in common", -3.98),
        ("subjects in common by things that both name", -0.71),
        ("subjects in common in one village", 1.27),
        ("subjects in common, villages side by side", 1.64),
        ("subjects in common, one area holds the other", 1.66),
        ("subjects in common at the same hamlet, landmark or TPS", 2.46),
        ("one village named, and the same given", -1.55),
        ("one village named, villages side by side given", 1.22),
        ("one names another village than the other gives, where one area holds the other", -1.66),
        ("hours between, up to 3, squared", 0.30),
    ];

    // What two say of the place that can not both be.
    private static readonly string[] Elsewhere =
    [
        "other villages named", "other hamlets", "hamlet, and a crossroads or bridge called otherwise", "landmarks of one kind with other names", "landmarks of other kinds",
        "other TPS, or another number of a landmark of one name", "other RT", "points elsewhere",
    ];

    private static readonly ImmutableArray<int> OfElsewhere = [.. Elsewhere.Select(e => Weights.IndexOf(Weights.Single(w => w.Name == e)))];

    private static readonly double[] Weighed = [.. Weights.Select(w => w.Weight)];

    /// <summary>0 to 1; 0 where they cannot be one.</summary>
    public static double Of(Gist a, Gist b, Ground ground) => Of(a, b, ground, Weighed, out _);

    /// <summary>As <see cref="Of(Gist, Gist, Ground)"/>, by weights that are given or by its own.</summary>
    /// <param name="a">A report.</param>
    /// <param name="b">Another.</param>
    /// <param name="ground">Of both.</param>
    /// <param name="weights">One for each of <see cref="Weights"/>; null for those.</param>
    /// <param name="anywhere">How likely it would be but for what they say of the place that can not both be, 0 to 1.</param>
    public static double Of(Gist a, Gist b, Ground ground, double[]? weights, out double anywhere)
    {
        weights ??= Weighed;
        Span<double> found = stackalloc double[weights.Length];
        anywhere = 0;
        if (!Compare(a, b, ground, found)) return 0;
        var (sum, elsewhere) = (0.0, 0.0);
        for (var i = 0; i < found.Length; i++) sum += found[i] * weights[i];
        foreach (var i in OfElsewhere) elsewhere += found[i] * weights[i];
        anywhere = 1 / (1 + Math.Exp(elsewhere - sum));
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Writes what is found of each of <see cref="Weights"/>; false where the two are too far apart to be compared.</summary>
    public static bool Compare(Gist a, Gist b, Ground ground, Span<double> found)
    {
        found.Clear();
        var hours = Math.Abs((a.At - b.At).TotalHours);
        if (hours > Apart.TotalHours || (a.Subjects & b.Subjects) == 0) return false;
        var (lying, named) = (ground.Between(a, b), Named(a, b));
        if (lying == Lying.Apart && named <= 0) return false;
        var unknown = !a.Sure || !b.Sure;
        var subjects = InCommon(a.Speaks, b.Speaks);
        var (words, (same, other)) = (InCommon(a.Words, b.Words), Things(a.Things, b.Things));
        var (hamlet, landmark) = (Hamlet(a, b), Landmark(a, b));
        var station = a.Station == 0 || b.Station == 0 ? 0 : a.Station == b.Station ? 1 : -1;
        // Schools and crossroads of one name are told apart as stations are.
        if (station == 0 && OtherNumber(a, b)) station = -1;
        var neighbourhood = a.Neighbourhood == 0 || b.Neighbourhood == 0 ? 0 : a.Neighbourhood == b.Neighbourhood && (a.Ward == 0 || b.Ward == 0 || a.Ward == b.Ward) ? 1 : -1;
        var metres = a.Place is { } here && b.Place is { } there ? here.MetresTo(there) : double.NaN;
        var n = 0;
        found[n++] = 1;
        found[n++] = subjects;
        found[n++] = !unknown && a.Foremost == b.Foremost ? 1 : 0;
        found[n++] = !unknown && subjects < 0.3 ? 1 : 0;
        found[n++] = words;
        (found[n++], found[n++]) = (same, other);
        found[n++] = lying == Lying.Same ? 1 : 0;
        found[n++] = lying == Lying.Near ? 1 : 0;
        found[n++] = lying == Lying.Holds ? 1 : 0;
        found[n++] = named > 0 ? 1 : 0;
        found[n++] = named == -2 ? 1 : 0;
        found[n++] = named == -1 ? 1 : 0;
        found[n++] = hamlet == 1 ? 1 : 0;
        found[n++] = hamlet == 2 ? 1 : 0;
        found[n++] = hamlet < 0 ? 1 : 0;
        found[n++] = hamlet == 0 && (Otherwise(a, b) || Otherwise(b, a)) ? 1 : 0;
        found[n++] = landmark == 2 ? 1 : 0;
        found[n++] = landmark == 1 ? 1 : 0;
        found[n++] = landmark == -2 ? 1 : 0;
        found[n++] = landmark == -1 ? 1 : 0;
        found[n++] = station > 0 ? 1 : 0;
        found[n++] = station < 0 ? 1 : 0;
        found[n++] = neighbourhood > 0 ? 1 : 0;
        found[n++] = neighbourhood < 0 ? 1 : 0;
        found[n++] = metres <= MetresAtTheSamePlace ? 1 : 0;
        found[n++] = metres > MetresElsewhere ? 1 : 0;
        found[n++] = Math.Min(hours, 3);
        found[n++] = Math.Max(0, hours - 3);
        var agree = hamlet > 0 || landmark > 0 || station > 0 || neighbourhood > 0;
        found[n++] = unknown && agree ? 1 : 0;
        // What was seen to weigh more or less together than apart.
        found[n++] = subjects * subjects;
        found[n++] = subjects * words;
        found[n++] = subjects * same;
        found[n++] = lying == Lying.Same ? subjects : 0;
        found[n++] = lying == Lying.Near ? subjects : 0;
        found[n++] = lying == Lying.Holds ? subjects : 0;
        found[n++] = agree ? subjects : 0;
        found[n++] = named > 0 && lying == Lying.Same ? 1 : 0;
        found[n++] = named > 0 && lying == Lying.Near ? 1 : 0;
        found[n++] = named == -1 && lying == Lying.Holds ? 1 : 0;
        found[n] = Math.Min(hours, 3) * Math.Min(hours, 3);
        return true;
    }

    // The cosine: both have length 1.
    private static double InCommon(ImmutableArray<(byte Subject, float Weight)> a, ImmutableArray<(byte Subject, float Weight)> b)
    {
        var sum = 0f;
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            if (a[i].Subject == b[j].Subject) sum += a[i++].Weight * b[j++].Weight;
            else if (a[i].Subject < b[j].Subject) i++;
            else j++;
        }

        return Math.Min(1, sum);
    }

    // Of the words of the shorter.
    private static double InCommon(ImmutableArray<uint> a, ImmutableArray<uint> b)
    {
        if (a.IsEmpty || b.IsEmpty) return 0;
        var common = 0;
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j]) (common, i, j) = (common + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }

        return (double)common / Math.Min(a.Length, b.Length);
    }

    // Sort by sort: whether any thing is named by both.
    private static (double Same, double Other) Things(ImmutableArray<ushort> a, ImmutableArray<ushort> b)
    {
        var (same, other) = (0, 0);
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            var (sort, of) = (a[i] >> 8, b[j] >> 8);
            if (sort < of) i++;
            else if (of < sort) j++;
            else
            {
                var (from, common) = (j, false);
                for (; i < a.Length && a[i] >> 8 == sort; i++)
                {
                    for (j = from; j < b.Length && b[j] >> 8 == sort; j++) common |= a[i] == b[j];
                }

                (same, other) = common ? (same + 1, other) : (same, other + 1);
            }
        }

        return (Math.Min(3, same), Math.Min(3, other));
    }

    // 1 the same, −1 named against given, −2 two names, 0 none named.
    private static int Named(Gist a, Gist b)
    {
        if (a.Named == Ground.None && b.Named == Ground.None) return 0;
        if (a.Named != Ground.None && b.Named != Ground.None) return a.Named == b.Named ? 1 : -2;
        var (named, given) = a.Named != Ground.None ? (a.Named, b.Village) : (b.Named, a.Village);
        return given == Ground.None ? 0 : named == given ? 1 : -1;
    }

    // 2 the same, 1 the same of a name that every village has, −1 others, 0 where one says none. A bare name may be a hamlet's,
    // and a crossroads or a bridge is often called after one.
    private static int Hamlet(Gist a, Gist b)
    {
        var found = Math.Max(Math.Max(Same(a.Hamlets, b.Hamlets), Same(a.Hamlets, b.Names)), Math.Max(Same(a.Names, b.Hamlets), Same(a.Names, b.Names)));
        if (found == 0) found = Math.Max(Math.Max(Same(a.Hamlets, b.Marks), Same(a.Names, b.Marks)), Math.Max(Same(b.Hamlets, a.Marks), Same(b.Names, a.Marks)));
        return found > 0 ? found : a.Hamlets.Length + a.Names.Length > 0 && b.Hamlets.Length + b.Names.Length > 0 ? -1 : 0;
    }

    // A crossroads or a bridge has its name of where it lies.
    private static bool Otherwise(Gist a, Gist b) => a.Hamlets.Length + a.Names.Length > 0 && b.Marks.Any(m => m.Name.Length >= 4 && m.Kind is "jembatan" or "simpangtiga" or "simpangempat" or "simpang" or "dam");

    private static int Same(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var found = 0;
        foreach (var one in a)
        {
            foreach (var other in b)
            {
                if (Spelling.AreOne(one, other)) found = Math.Max(found, Lexicon.Default.IsEverywhere(one) || Lexicon.Default.IsEverywhere(other) ? 1 : 2);
            }
        }

        return found;
    }

    private static int Same(ImmutableArray<string> a, ImmutableArray<Mark> b)
    {
        var found = 0;
        foreach (var one in a)
        {
            foreach (var mark in b)
            {
                // Or it follows the name of the landmark, without a word that says so.
                if ((mark.Kind == Hermitage && Spelling.AreOne(one, mark.Kind + mark.Name)) || (mark.Name.Length >= 4 && (Spelling.AreOne(one, mark.Name) || (one.Length >= SurelyAName && mark.Name.EndsWith(one, StringComparison.Ordinal))))) found = Math.Max(found, Lexicon.Default.IsEverywhere(one) ? 1 : 2);
            }
        }

        return found;
    }

    // 2 the same by name, 1 of one kind where one has none, −2 of one kind with other names, −1 other kinds, 0 where one says none.
    private static int Landmark(Gist a, Gist b)
    {
        if (a.Marks.IsEmpty || b.Marks.IsEmpty) return 0;
        var found = -1;
        foreach (var one in a.Marks)
        {
            foreach (var other in b.Marks)
            {
                if (one.Name.Length > 0 && other.Name.Length > 0)
                {
                    // A mushola is called a masjid by some.
                    if (one.Kind != other.Kind && (one.Name.Length < 4 || !Spelling.AreOne(one.Name, other.Name))) continue;
                    if (!AreOfOtherNumbers(one, other) && (Spelling.AreOne(one.Name, other.Name) || Begins(one.Name, other.Name) || Begins(other.Name, one.Name))) return 2;
                    found = found == -1 ? -2 : found;
                }
                else if (one.Kind == other.Kind) found = 1;
            }
        }

        return found;
    }

    // Both say which of several it is, and not the same.
    private static bool OtherNumber(Gist a, Gist b)
    {
        var other = false;
        foreach (var one in a.Marks)
        {
            foreach (var mark in b.Marks)
            {
                if (one.Kind != mark.Kind || !Spelling.AreOne(one.Name, mark.Name)) continue;
                if (one.Number == mark.Number) return false;
                other |= AreOfOtherNumbers(one, mark);
            }
        }

        return other;
    }

    private static bool AreOfOtherNumbers(Mark one, Mark other) => one.Number > 0 && other.Number > 0 && one.Number != other.Number;

    private static bool Begins(string name, string with) => with.Length >= 4 && name.StartsWith(with, StringComparison.Ordinal);
}
