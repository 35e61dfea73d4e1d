using System.Globalization;
using System.Text;

namespace TigaPilar.Server.Shell.Search;

/// <summary>
/// A name as it is compared: small letters without marks, words by one blank, old and new spelling alike (oe is u; dj, j
/// and y are one, and so are tj and c), without the words that say what an area is.
/// </summary>
public sealed class FoldedName
{
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "kecamatan", "kec", "desa", "ds", "kelurahan", "kel", "kabupaten", "kab", "provinsi", "prov",
    };

    /// <summary>Folds a name.</summary>
    /// <param name="name">As it stands.</param>
    /// <param name="old">Whether oe, dj and tj are taken for old spelling.</param>
    public FoldedName(string name, bool old = true)
    {
        Plain = PlainOf(name);
        var words = Plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var bare = Array.FindAll(words, w => !Titles.Contains(w));
        Words = Array.ConvertAll(bare.Length == 0 ? words : bare, w => old ? Spelled(w) : w.Replace('j', 'y'));
        Joined = string.Join(' ', Words);
        Compact = Words.Length == 1 ? Joined : string.Concat(Words);
        Letters = Array.ConvertAll(Words, LettersOf);
    }

    /// <summary>Small letters and blanks, spelled as given.</summary>
    internal string Plain { get; }

    internal string[] Words { get; }

    /// <summary>All words by a blank.</summary>
    internal string Joined { get; }

    /// <summary>All words in one: Sumber Mujur is Sumbermujur.</summary>
    internal string Compact { get; }

    /// <summary>Which letters each word has, one bit a letter.</summary>
    internal uint[] Letters { get; }

    internal static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word) letters |= c is >= 'a' and <= 'z' ? 1u << (c - 'a') : 1u << (26 + (c % 6));
        return letters;
    }

    private static string PlainOf(string name)
    {
        var text = new StringBuilder(name.Length);
        // Half a letter beyond the first 65,536 can not be normalised; no name has such.
        var whole = name.Any(char.IsSurrogate) ? string.Concat(name.Where(c => !char.IsSurrogate(c))) : name;
        foreach (var c in whole.IsNormalized(NormalizationForm.FormD) ? whole : whole.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '`') continue;
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    private static string Spelled(string word) => word
        .Replace("oe", "u", StringComparison.Ordinal).Replace("dj", "j", StringComparison.Ordinal)
        .Replace("tj", "c", StringComparison.Ordinal).Replace('j', 'y');
}
