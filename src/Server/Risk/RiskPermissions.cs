namespace TigaPilar.Server.Risk;

/// <summary>Permissions of the classes of stations; Terbatas. No list of single stations goes to camat, village or public.</summary>
public static class RiskPermissions
{
    public const string Read = "stationclass.read";
    public const string Write = "stationclass.write";
}
