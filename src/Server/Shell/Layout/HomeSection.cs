namespace TigaPilar.Server.Shell.Layout;

/// <summary>A part of the start page that a room gives; shown to those who have the permission.</summary>
/// <param name="Position">Order on the page.</param>
/// <param name="Component">A component without parameters.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record HomeSection(int Position, Type Component, string Permission);
