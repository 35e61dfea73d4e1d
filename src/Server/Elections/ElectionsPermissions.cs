namespace TigaPilar.Server.Elections;

/// <summary>Permissions of this room.</summary>
public static class ElectionsPermissions
{
    public const string Read = "elections.read";
    public const string Write = "elections.write";
}
