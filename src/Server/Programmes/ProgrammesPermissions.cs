namespace TigaPilar.Server.Programmes;

/// <summary>Permissions on the cards of rules: everybody reads them, whoever signs in says that he has, the Desk sees how many have.</summary>
public static class ProgrammesPermissions
{
    public const string Read = "rules.read";
    public const string Acknowledge = "ruleack.write";
    public const string Acknowledged = "ruleack.read";
    public const string Coverage = "rulecoverage.read";
}
