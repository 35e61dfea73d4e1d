namespace TigaPilar.Server.Meetings;

/// <summary>Permissions on meetings. Whoever is invited or holds one reads it; the host's people and the Desk write it.</summary>
public static class MeetingsPermissions
{
    public const string Read = "meetings.read";
    public const string Write = "meetings.write";

    /// <summary>Whether a letter is genuine: number, day, subject and office, for whoever has its code; never what it says.</summary>
    public const string CheckLetter = "letters.read";
}
