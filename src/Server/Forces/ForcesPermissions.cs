namespace TigaPilar.Server.Forces;

/// <summary>Permissions of this room.</summary>
public static class ForcesPermissions
{
    public const string ReadLinmas = "linmas.read";
    public const string WriteLinmas = "linmas.write";
    public const string ReadContacts = "stationcontact.read";
    public const string WriteContacts = "stationcontact.write";
    public const string ReadStrength = "strength.read";
    public const string WriteStrength = "strength.write";
}
