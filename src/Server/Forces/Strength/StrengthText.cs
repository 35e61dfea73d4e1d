namespace TigaPilar.Server.Forces.Strength;

/// <summary>Names the texts of strength.</summary>
public sealed class StrengthText;
