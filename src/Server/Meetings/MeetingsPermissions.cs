namespace TigaPilar.Server.Meetings;

/// <summary>Permissions on meetings. Whoever is invited or holds one reads it; the host's people and the Desk write it.</summary>
public static class MeetingsPermissions
{
    public const string Read = "meetings.read";
    public const string Write = "meetings.write";

    /// <summary>Whether a letter is genuine: number, day, subject and office, for whoever has its code; never what it says.</summary>
    public const string CheckLetter = "letters.read";

    /// <summary>What is shown at a meeting and is Terbatas: for offices that are asked, of the kinds named in the matrix.</summary>
    public const string ReadBriefings = "briefings.read";
    public const string WriteBriefings = "briefings.write";

    /// <summary>The meetings of whoever has made an address for his calendar, for whoever has that address.</summary>
    public const string CalendarFeed = "calendarfeed.read";
}
