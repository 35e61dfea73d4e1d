namespace TigaPilar.Server.Reporting;

/// <summary>Permissions on reports. One writes for one's own agency; who asked for reports takes them down for others too.</summary>
public static class ReportingPermissions
{
    public const string Read = "reports.read";
    public const string Write = "reports.write";
}
