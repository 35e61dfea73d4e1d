namespace TigaPilar.Server.VotingDay;

/// <summary>Permissions on the day of the vote.</summary>
public static class VotingDayPermissions
{
    /// <summary>The board: what is known of each station, by whom it was said.</summary>
    public const string Read = "votingday.read";

    /// <summary>Word of stations of one's areas, and what the review notes.</summary>
    public const string Write = "votingday.write";

    /// <summary>Totals by kecamatan without names: the wall and the leader's page.</summary>
    public const string Counts = "votingdaycounts.read";

    /// <summary>Where the boxes are. KPU writes as well as Desk and police.</summary>
    public const string Boxes = "boxchain.read";

    public const string NoteBoxes = "boxchain.write";

    /// <summary>Whom one rings, as the police have released it.</summary>
    public const string Padal = "guardsummary.read";

    /// <summary>Which stations one pair guards: of one station alone it tells its class, so it is for those who read the plan.</summary>
    public const string Groups = "guardplan.read";
}
