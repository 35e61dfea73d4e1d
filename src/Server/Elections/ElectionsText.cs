namespace TigaPilar.Server.Elections;

/// <summary>Names the texts of this room.</summary>
public sealed class ElectionsText;
