namespace TigaPilar.Server.Programmes;

/// <summary>Texts of this room.</summary>
public sealed class ProgrammesText;
