namespace TigaPilar.Server.Readiness;

/// <summary>Permissions on what agencies state of themselves. One writes one's own agency's; the Desk keeps the lists and takes obstacles further.</summary>
public static class ReadinessPermissions
{
    public const string Read = "readiness.read";
    public const string Write = "readiness.write";
}
