namespace TigaPilar.Server.Programmes;

/// <summary>Permissions of this room. Cards of rules: everybody reads them, whoever signs in says that he has, the Desk sees how many have.</summary>
public static class ProgrammesPermissions
{
    public const string Read = "rules.read";
    public const string Acknowledge = "ruleack.write";
    public const string Acknowledged = "ruleack.read";
    public const string Coverage = "rulecoverage.read";

    /// <summary>Outreach and training: all offices read, the agency that holds an event writes it.</summary>
    public const string ReadOutreach = "outreach.read";
    public const string WriteOutreach = "outreach.write";
}
