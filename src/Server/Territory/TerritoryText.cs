namespace TigaPilar.Server.Territory;

/// <summary>Names the texts of this room.</summary>
public sealed class TerritoryText;
