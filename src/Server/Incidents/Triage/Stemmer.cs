namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// Takes off what Indonesian puts before and after a word, in the order of the confix-stripping stemmers (Nazief and Adriani 1996;
/// Adriani, Asian, Nazief, Tahaghoghi and Williams 2007, ACM TALIP 6(4)): particle and possessive, suffix, then up to two prefixes,
/// whose nasal may stand for a lost first letter. Theirs asks a dictionary of the language whether it has arrived; here that is
/// the list of words for disturbances, and where that knows none the plain rules are taken.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStem = 3;

    private static readonly string[] Particles = ["nya", "lah", "kah", "pun", "ne", "ku", "mu", "e"];

    private static readonly string[] Suffixes = ["kan", "an", "i", "ake", "ke", "en"];

    // With what the nasal may have swallowed.
    private static readonly (string Prefix, string[] Lost)[] Prefixes =
    [
        ("meny", ["s"]), ("peny", ["s"]), ("menge", [""]), ("meng", ["", "k"]), ("peng", ["", "k"]), ("mem", ["", "p"]), ("pem", ["", "p"]), ("men", ["", "t"]), ("pen", ["", "t"]), ("ber", [""]), ("bel", [""]), ("ter", [""]), ("per", [""]),
        ("me", [""]), ("pe", [""]), ("be", [""]), ("te", [""]), ("di", [""]), ("ke", [""]), ("ka", [""]), ("se", [""]), ("ny", ["s"]), ("ng", ["", "k"]), ("nge", [""]), ("n", ["t"]), ("m", ["p"]),
    ];

    /// <summary>The stem that the list knows, the least taken off first; null where it knows none.</summary>
    public static string? Known(string word, Func<string, bool> isKnown)
    {
        foreach (var inner in Inner(word))
        {
            if (isKnown(inner)) return inner;
            foreach (var once in Outer(inner))
            {
                if (isKnown(once)) return once;
                foreach (var twice in Outer(once))
                {
                    if (isKnown(twice)) return twice;
                }
            }
        }

        return null;
    }

    /// <summary>The stem by rule alone: particle, suffix and one prefix off where four letters stay.</summary>
    public static string Plain(string word)
    {
        foreach (var ending in (ReadOnlySpan<string>)["kannya", "annya", "inya", "nya", "kan", "lah", "kah", "an", "i"])
        {
            if (word.Length - ending.Length < 4 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            break;
        }

        foreach (var (prefix, _) in Prefixes)
        {
            if (prefix.Length > 1 && word.Length - prefix.Length >= 4 && word.StartsWith(prefix, StringComparison.Ordinal)) return word[prefix.Length..];
        }

        return word;
    }

    private static IEnumerable<string> Inner(string word)
    {
        yield return word;
        foreach (var one in Without(word, Suffixes)) yield return one;
        foreach (var bare in Without(word, Particles))
        {
            yield return bare;
            foreach (var one in Without(bare, Suffixes)) yield return one;
        }
    }

    private static IEnumerable<string> Without(string word, string[] endings) =>
        endings.Where(e => word.Length - e.Length >= ShortestStem && word.EndsWith(e, StringComparison.Ordinal)).Select(e => word[..^e.Length]);

    private static IEnumerable<string> Outer(string word) =>
        Prefixes.Where(p => word.Length - p.Prefix.Length >= ShortestStem - 1 && word.StartsWith(p.Prefix, StringComparison.Ordinal))
            .SelectMany(p => p.Lost.Select(l => l + word[p.Prefix.Length..])).Where(w => w.Length >= ShortestStem);
}
