using System.Collections.Frozen;

namespace TigaPilar.Server.Offices.Contract;

/// <summary>Which offices head their agency: the titles that law and custom give to heads (domain rules, glossary), and no other.</summary>
public static class HeadOfAgency
{
    private static readonly FrozenSet<string> Titles = new[]
    {
        "Bupati", "Wali Kota", "Kapolda", "Kapolres", "Kapolresta", "Kapolrestabes", "Kapolres Metro", "Kapolsek", "Kapolsubsektor", "Pangdam", "Danrem",
        "Dandim", "Danramil", "Danyon", "Camat", "Lurah", "Kepala Desa", "Kades", "Ketua KPU", "Ketua Bawaslu", "Kepala Satpol PP", "Kasatpol PP",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the title is that of a head; a place behind it does not matter: <c>Kapolres Lumajang</c>.</summary>
    public static bool Is(string title)
    {
        var words = title.Trim();
        return Titles.Contains(words) || Titles.Any(t => words.StartsWith(t + " ", StringComparison.OrdinalIgnoreCase));
    }
}
