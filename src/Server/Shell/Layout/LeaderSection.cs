namespace TigaPilar.Server.Shell.Layout;

/// <summary>A part of the leader's one page (<c>/lembar-pimpinan</c>) that a room gives: a heading and a few lines, since all of it fits one sheet.</summary>
/// <param name="Position">Order on the page.</param>
/// <param name="Component">A component without parameters.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record LeaderSection(int Position, Type Component, string Permission);
