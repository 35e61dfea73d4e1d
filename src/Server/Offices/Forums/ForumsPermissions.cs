namespace TigaPilar.Server.Offices.Forums;

/// <summary>Permissions on forums.</summary>
public static class ForumsPermissions
{
    public const string Read = "forums.read";
    public const string Write = "forums.write";
}
