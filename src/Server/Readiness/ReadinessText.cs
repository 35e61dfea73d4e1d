namespace TigaPilar.Server.Readiness;

/// <summary>Texts of this room.</summary>
public sealed class ReadinessText;
