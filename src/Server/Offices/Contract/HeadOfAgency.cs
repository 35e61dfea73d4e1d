using System.Collections.Frozen;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Which offices head their agency: the titles that law and custom give to heads (domain rules, glossary), and no other.</summary>
public static class HeadOfAgency
{
    // Dinas, badan, inspektorat, Satpol PP; a Kabag leads a part of the secretariat.
    private static readonly string[] Regional = ["Kepala Dinas", "Kepala Badan", "Kadis", "Kaban", "Inspektur", "Direktur RSUD", "Kepala Satpol PP", "Kasatpol PP"];

    private static readonly FrozenSet<string> Titles = new[]
    {
        "Bupati", "Wali Kota", "Kapolda", "Kapolres", "Kapolresta", "Kapolrestabes", "Kapolres Metro", "Kapolsek", "Kapolsubsektor", "Pangdam", "Danrem",
        "Dandim", "Danramil", "Danyon", "Camat", "Lurah", "Kepala Desa", "Kades", "Ketua KPU", "Ketua Bawaslu",
    }.Concat(Regional).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the title is that of the head of an agency (OPD) of the region.</summary>
    public static bool IsOfRegionalAgency(string title) => Regional.Any(t => title.Trim().StartsWith(t, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the title is that of a head; a place behind it does not matter: <c>Kapolres Lumajang</c>.</summary>
    public static bool Is(string title)
    {
        var words = title.Trim();
        return Titles.Contains(words) || Titles.Any(t => words.StartsWith(t + " ", StringComparison.OrdinalIgnoreCase));
    }
}
