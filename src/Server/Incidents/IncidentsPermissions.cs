namespace TigaPilar.Server.Incidents;

/// <summary>Permissions on what is reported and what was made of it. A village head writes, and reads what his own office reported.</summary>
public static class IncidentsPermissions
{
    public const string Read = "incidents.read";
    public const string Write = "incidents.write";

    /// <summary>The contact of a citizen who gave one: the Desk alone.</summary>
    public const string Contact = "reportcontact.read";

    /// <summary>Receipts of Bawaslu.</summary>
    public const string ReadReceipts = "offencereceipts.read";
    public const string WriteReceipts = "offencereceipts.write";

    /// <summary>Without an account: a report, and what became of it for who has its code.</summary>
    public const string Public = "publicreport.read";
}
