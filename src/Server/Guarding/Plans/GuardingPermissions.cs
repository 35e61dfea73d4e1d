namespace TigaPilar.Server.Guarding.Plans;

/// <summary>Permissions of the guard plan; Terbatas.</summary>
public static class GuardingPermissions
{
    public const string Read = "guardplan.read";
    public const string Write = "guardplan.write";
}
