namespace TigaPilar.Server.Risk.Flags;

/// <summary>Permissions of Bawaslu's flags; Terbatas. Nobody but Bawaslu writes them.</summary>
public static class FlagPermissions
{
    public const string Read = "indicatorflag.read";
    public const string Write = "indicatorflag.write";
}
