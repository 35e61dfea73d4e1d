namespace TigaPilar.Server.Guarding;

/// <summary>Names the texts of this room.</summary>
public sealed class GuardingText;
