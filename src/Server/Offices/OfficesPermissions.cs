namespace TigaPilar.Server.Offices;

/// <summary>Permissions of this room.</summary>
public static class OfficesPermissions
{
    public const string Read = "offices.read";
    public const string Write = "offices.write";
}
