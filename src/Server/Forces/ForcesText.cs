namespace TigaPilar.Server.Forces;

/// <summary>Names the texts of this room.</summary>
public sealed class ForcesText;
