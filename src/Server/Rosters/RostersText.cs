namespace TigaPilar.Server.Rosters;

/// <summary>Texts of this room.</summary>
public sealed class RostersText;
