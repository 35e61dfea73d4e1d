using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace TigaPilar.Bench.Duplicates;

/// <summary>The peer: how alike two reports are by common stems, area and hour. The product used it until it was measured.</summary>
internal static class SimpleLikeness
{
    /// <summary>From here on two reports are shown side by side.</summary>
    public const double Shown = 0.35;

    /// <summary>Further apart in time two reports tell of one thing no more.</summary>
    public static TimeSpan Apart { get; } = TimeSpan.FromHours(24);

    private static readonly FrozenSet<string> Empty = ((string[])
    [
        "ada", "yang", "dan", "di", "ke", "dari", "ini", "itu", "dengan", "untuk", "pada", "sudah", "telah", "akan", "sedang", "lagi", "saya", "kami", "pak", "bu", "mohon", "tolong", "izin", "lapor", "laporan", "depan", "dekat",
        "sekitar", "jam", "pukul", "tadi", "baru", "saja", "desa", "dusun", "jalan", "jl", "rt", "rw", "kec", "kecamatan", "ds", "orang", "warga", "nya", "karena", "oleh", "atau", "juga", "masih", "belum", "tidak",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["kannya", "annya", "inya", "nya", "kan", "lah", "kah", "an", "i"];

    private static readonly string[] Beginnings = ["memper", "menge", "meny", "meng", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "me", "di", "ke", "se", "pe"];

    /// <summary>The stems of a text.</summary>
    public static FrozenSet<string> Stems(string text)
    {
        var (stems, word) = (new HashSet<string>(StringComparer.Ordinal), new StringBuilder());
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Append(' '))
        {
            if (char.IsLetterOrDigit(c)) word.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                var found = word.ToString();
                word.Clear();
                if (!Empty.Contains(found)) stems.Add(Stem(found));
            }
        }

        return stems.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>0 (nothing in common) to 1 (the same words at the same place and hour).</summary>
    public static double Of(FrozenSet<string> a, string areaA, DateTimeOffset atA, FrozenSet<string> b, string areaB, DateTimeOffset atB)
    {
        var apart = (atA - atB).Duration();
        if (apart > Apart || a.Count == 0 || b.Count == 0) return 0;
        var place = areaA == areaB ? 1 : areaA.StartsWith(areaB, StringComparison.Ordinal) || areaB.StartsWith(areaA, StringComparison.Ordinal) ? 0.9 : areaA.Length >= 8 && areaB.StartsWith(areaA[..8], StringComparison.Ordinal) ? 0.75 : 0.3;
        var common = a.Count(b.Contains);
        // Of a short report in a long one all of the short one counts; alone it would find everything.
        var words = (0.6 * common / (a.Count + b.Count - common)) + (0.4 * common / Math.Min(a.Count, b.Count));
        return words * place * (1 - (0.5 * apart.TotalHours / Apart.TotalHours));
    }

    // The word without what Indonesian puts before and after it; three letters stay.
    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length < 4 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            word = word[..^ending.Length];
            break;
        }

        foreach (var beginning in Beginnings)
        {
            if (word.Length - beginning.Length < 4 || !word.StartsWith(beginning, StringComparison.Ordinal)) continue;
            return word[beginning.Length..];
        }

        return word;
    }
}
