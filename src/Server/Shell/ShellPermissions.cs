namespace TigaPilar.Server.Shell;

/// <summary>Permissions of the shell's own pages.</summary>
internal static class ShellPermissions
{
    /// <summary>What anybody may read: the page of limits, the styles.</summary>
    public const string Limits = "limits.read";

    /// <summary>What every signed-in office opens first.</summary>
    public const string Home = "home.read";

    public const string Audit = "audit.read";
}
