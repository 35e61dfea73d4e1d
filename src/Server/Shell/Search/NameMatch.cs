using System.Numerics;

namespace TigaPilar.Server.Shell.Search;

/// <summary>
/// How well names fit what somebody typed. The whole name is best, then its beginning, then beginnings of its words in
/// any order, then the same with slips: a letter too many, too few, another one, or two turned round.
/// </summary>
public sealed class NameMatch
{
    /// <summary>From here on there is a slip in it.</summary>
    public const int Slipped = 100;

    private const int Whole = 0, Spelling = 10, Beginning = 20, InOne = 25, ByWords = 30;
    private const int LongestWord = 40, LongestTyped = 120, MostWords = 30;

    private readonly FoldedName _typed;

    // Where a letter was left out, what looks like old spelling may be none: Wonoerto is Wonokerto.
    private readonly NameMatch? _asTyped;

    public NameMatch(string typed)
    {
        var cut = typed.Length > LongestTyped ? typed[..LongestTyped] : typed;
        _typed = new FoldedName(cut);
        var same = new FoldedName(cut, old: false);
        if (same.Joined != _typed.Joined) _asTyped = new NameMatch(same);
    }

    private NameMatch(FoldedName typed) => _typed = typed;

    public bool IsEmpty => _typed.Words.Length == 0;

    /// <summary>0 is the same; more is less alike; null is another name.</summary>
    public int? Of(FoldedName name) =>
        _asTyped?.Score(name) is { } other && Score(name) is var own ? Math.Min(other, own ?? int.MaxValue) : Score(name);

    private int? Score(FoldedName name)
    {
        if (IsEmpty || name.Words.Length == 0) return null;
        if (name.Joined == _typed.Joined) return name.Plain == _typed.Plain ? Whole : Spelling;
        if (name.Joined.StartsWith(_typed.Joined, StringComparison.Ordinal)) return Beginning;
        if (name.Compact.StartsWith(_typed.Compact, StringComparison.Ordinal)) return InOne;
        return ByWord(name) ?? (name.Words.Length == _typed.Words.Length ? null : Slips(_typed.Compact, name.Compact) is { } slips ? Slipped + (slips * 10) + 5 : null);
    }

    // Each typed word takes the word of the name that it fits best, and none takes one twice.
    private int? ByWord(FoldedName name)
    {
        if (_typed.Words.Length > name.Words.Length || name.Words.Length > MostWords) return null;
        var (sum, taken) = (0, 0);
        for (var i = 0; i < _typed.Words.Length; i++)
        {
            var (best, at) = (int.MaxValue, -1);
            for (var j = 0; j < name.Words.Length && best > 0; j++)
            {
                if ((taken & (1 << j)) == 0 && Cost(i, name, j) is { } cost && cost < best) (best, at) = (cost, j);
            }

            if (at < 0) return null;
            taken |= 1 << at;
            sum += best;
        }

        return ByWords + sum;
    }

    private int? Cost(int typed, FoldedName name, int word)
    {
        var (a, b) = (_typed.Words[typed], name.Words[word]);
        if (b.StartsWith(a, StringComparison.Ordinal)) return a.Length == b.Length ? 0 : 1;
        // A letter that the name lacks is a slip by itself.
        var allowed = Allowed(a.Length);
        if (BitOperations.PopCount(_typed.Letters[typed] & ~name.Letters[word]) > allowed) return null;
        return Slips(a, b) is { } slips ? Slipped - ByWords + (slips * 10) : null;
    }

    private static int Allowed(int letters) => letters <= 3 ? 0 : letters <= 5 ? 1 : 2;

    /// <summary>
    /// Slips between what was typed and a word, by Damerau and Levenshtein (no letters moved twice); null where they are
    /// more than its length allows. Letters still to come at the end cost half a slip, as one.
    /// </summary>
    internal static int? Slips(string typed, string word)
    {
        var allowed = Allowed(typed.Length);
        if (allowed == 0 || typed.Length > LongestWord || word.Length < typed.Length - allowed) return null;
        var length = Math.Min(word.Length, typed.Length + allowed);
        Span<int> before = stackalloc int[LongestWord + 3], last = stackalloc int[LongestWord + 3], now = stackalloc int[LongestWord + 3];
        for (var j = 0; j <= length; j++) last[j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j <= length; j++)
            {
                var slips = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) slips = Math.Min(slips, before[j - 2] + 1);
                now[j] = slips;
                least = Math.Min(least, slips);
            }

            if (least > allowed) return null;
            var free = before;
            before = last;
            last = now;
            now = free;
        }

        var whole = length == word.Length ? last[length] : int.MaxValue;
        if (whole <= allowed) return whole;
        // The beginning of the word, where there is more of it than was typed.
        var begun = int.MaxValue;
        for (var j = Math.Max(1, typed.Length - allowed); j <= length; j++) begun = Math.Min(begun, last[j]);
        return begun < allowed ? begun + 1 : null;
    }
}
