namespace TigaPilar.Server.Risk;

/// <summary>Texts of this room: <c>RiskText.resx</c> and <c>RiskText.id.resx</c>.</summary>
public sealed class RiskText;
