namespace TigaPilar.Server.Offices.Desks;

/// <summary>Texts about the Desk.</summary>
public sealed class DeskText;
