namespace TigaPilar.Server.Guarding.Duty;

/// <summary>Names the texts of the lists of those who help.</summary>
public sealed class DutyText;
