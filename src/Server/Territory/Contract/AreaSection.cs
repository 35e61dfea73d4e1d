namespace TigaPilar.Server.Territory.Contract;

/// <summary>
/// A part of every area's page that another room gives: a component with a parameter <c>AreaCode</c>. Shown to those who
/// have the permission and whose areas hold the code.
/// </summary>
/// <param name="Position">Order on the page.</param>
/// <param name="Component">The component.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record AreaSection(int Position, Type Component, string Permission);
