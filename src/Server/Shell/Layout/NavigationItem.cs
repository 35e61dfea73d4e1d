namespace TigaPilar.Server.Shell.Layout;

/// <summary>A place of the main navigation; each room adds its own. Shown to those who have the permission.</summary>
/// <param name="Position">Order in the rail, from 0.</param>
/// <param name="Href">Where it leads; the item is marked there and below.</param>
/// <param name="Icon">Name in the icon sprite.</param>
/// <param name="Texts">Holds the key <c>Navigation…</c>.</param>
/// <param name="Key">Key of its label.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record NavigationItem(int Position, string Href, string Icon, Type Texts, string Key, string Permission);
