namespace TigaPilar.Server.Offices;

/// <summary>Names the texts of this room.</summary>
public sealed class OfficesText;
