using System.Collections.Frozen;

namespace TigaPilar.Server.Incidents.Triage;

/// <summary>
/// Words that are meant though they are written otherwise: one slip of the hand (by looking up what stays when a letter is left out,
/// as SymSpell does, Garbe 2012), or the vowels left out, as people shorten Indonesian.
/// </summary>
internal sealed class Spelling
{
    private const int ShortestMended = 6;
    private const int ShortestName = 5;
    private const int ShortestSkeleton = 3;

    private readonly FrozenDictionary<string, string[]> _without;
    private readonly FrozenDictionary<string, string> _skeletons;

    private readonly int _shortest;

    /// <summary>By the words that may be meant.</summary>
    /// <param name="words">Small letters.</param>
    /// <param name="shortest">Letters from which a word is mended.</param>
    public Spelling(IEnumerable<string> words, int shortest = ShortestMended)
    {
        _shortest = shortest;
        var all = words.Where(w => w.Length >= Math.Min(shortest, ShortestMended - 2) && w.All(char.IsLetter)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        _without = all.Where(w => w.Length >= shortest).SelectMany(w => Shorter(w).Append(w).Distinct(StringComparer.Ordinal).Select(s => (Short: s, Word: w))).GroupBy(p => p.Short, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Word).ToArray(), StringComparer.Ordinal);
        // Of two words with the same consonants neither is meant for certain.
        _skeletons = all.GroupBy(Skeleton, StringComparer.Ordinal).Where(g => g.Key.Length >= ShortestSkeleton && g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    }

    /// <summary>The word that is meant; null where none is near.</summary>
    public string? Meant(string word)
    {
        if (word.Length >= ShortestSkeleton && !word.Any(IsVowel)) return _skeletons.GetValueOrDefault(word);
        if (word.Length < _shortest) return null;
        foreach (var key in Shorter(word).Prepend(word))
        {
            if (!_without.TryGetValue(key, out var near)) continue;
            foreach (var one in near)
            {
                // The first letter is seldom wrong (Pollock and Zamora 1984).
                if (one[0] == word[0] && Slips(one, word, 1) <= 1) return one;
            }
        }

        return null;
    }

    /// <summary>Whether two names are one, but for a slip in those of five letters or two in those of nine.</summary>
    public static bool AreOne(string a, string b)
    {
        if (a == b) return true;
        var shorter = Math.Min(a.Length, b.Length);
        if (shorter < ShortestName || char.IsDigit(a[^1]) || char.IsDigit(b[^1])) return false;
        var most = shorter < 9 ? 1 : 2;
        return Math.Abs(a.Length - b.Length) <= most && Slips(a, b, most) <= most;
    }

    /// <summary>Letters lost, added, changed, or two that changed places (optimal string alignment); more than the most is not counted on.</summary>
    private static int Slips(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return most + 1;
            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[b.Length];
    }

    private static IEnumerable<string> Shorter(string word) => Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1));

    private static string Skeleton(string word) => string.Concat(word.Where(c => !IsVowel(c)));

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
