namespace TigaPilar.Server.Territory;

/// <summary>Permissions of this room.</summary>
public static class TerritoryPermissions
{
    public const string ReadAreas = "areas.read";
    public const string WriteAreas = "areas.write";
    public const string ReadJurisdictions = "jurisdictions.read";
    public const string WriteJurisdictions = "jurisdictions.write";
    public const string ReadStations = "stations.read";
    public const string WriteStations = "stations.write";
}
