namespace TigaPilar.Server.Incidents;

/// <summary>Texts of this room.</summary>
public sealed class IncidentsText;
