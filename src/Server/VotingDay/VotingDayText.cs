namespace TigaPilar.Server.VotingDay;

/// <summary>Texts of this room.</summary>
public sealed class VotingDayText;
