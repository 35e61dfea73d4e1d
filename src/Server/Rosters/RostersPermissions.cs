namespace TigaPilar.Server.Rosters;

/// <summary>Permissions on rosters: who is on duty, and by which number they are reached.</summary>
public static class RostersPermissions
{
    public const string Read = "roster.read";
    public const string Write = "roster.write";
    public const string Contact = "rostercontact.read";
}
