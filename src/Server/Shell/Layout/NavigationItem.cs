using TigaPilar.Server.Shell.Access;

namespace TigaPilar.Server.Shell.Layout;

/// <summary>A place of the main navigation; each room adds its own. Shown to those who have the permission.</summary>
/// <param name="Position">Order in the rail, from 0.</param>
/// <param name="Href">Where it leads; the item is marked there and below.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Texts">Holds the key <c>Navigation…</c>.</param>
/// <param name="Key">Key of its label.</param>
/// <param name="Permission">Who sees it.</param>
/// <param name="Within">
/// The item that it is a part of: who sees that one finds this as a tab on its page, the others in the rail. So that a rail
/// has as many items as fit beside a page.
/// </param>
public sealed record NavigationItem(int Position, string Href, string Icon, Type Texts, string Key, string Permission, string? Within = null)
{
    /// <summary>What the reader finds in the rail, in its order.</summary>
    public static List<NavigationItem> RailOf(IEnumerable<NavigationItem> items, Reader reader)
    {
        var seen = items.Where(i => reader.May(i.Permission)).OrderBy(i => i.Position).ToList();
        return seen.FindAll(i => i.Within is null || !seen.Exists(s => s.Href == i.Within));
    }

    /// <summary>The item whose page has this address with those beside it, as tabs; empty where it stands alone.</summary>
    public static List<NavigationItem> TabsOf(IEnumerable<NavigationItem> items, Reader reader, string path)
    {
        var seen = items.Where(i => reader.May(i.Permission)).OrderBy(i => i.Within is not null).ThenBy(i => i.Position).ToList();
        if (seen.Find(i => i.Href == path) is not { } here) return [];
        var family = here.Within ?? here.Href;
        var tabs = seen.FindAll(i => i.Href == family || i.Within == family);
        return tabs.Count > 1 ? tabs : [];
    }
}
