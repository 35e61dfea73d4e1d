namespace TigaPilar.Server.Actions;

/// <summary>Permissions of what has to be done. Internal: all offices but the administrator, within their areas and what is their agency's.</summary>
public static class ActionsPermissions
{
    public const string Read = "actions.read";
    public const string Write = "actions.write";
}
