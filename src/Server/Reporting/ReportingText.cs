namespace TigaPilar.Server.Reporting;

/// <summary>Texts of this room.</summary>
public sealed class ReportingText;
