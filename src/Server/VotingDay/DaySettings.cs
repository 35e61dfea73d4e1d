namespace TigaPilar.Server.VotingDay;

/// <summary>The hours of one voting day in one kabupaten, as its Desk has set them (07.00 and 13.00 by PP 6/2005 and the KPU's rules since).</summary>
public sealed class DaySettings
{
    public required int ElectionId { get; init; }

    public required string KabupatenCode { get; init; }

    /// <summary>Minutes since midnight at which stations open.</summary>
    public int OpensMinute { get; set; } = 7 * 60;

    /// <summary>Minutes since midnight at which counting begins.</summary>
    public int CountsMinute { get; set; } = 13 * 60;

    /// <summary>Minutes after either until a station without word is shown.</summary>
    public int GraceMinutes { get; set; } = 30;

    /// <summary>To whom the chat text goes.</summary>
    public string Addressee { get; set; } = "Kapolres";

    /// <summary>The last sentence of the chat text.</summary>
    public string Closing { get; set; } = "Situasi aman dan kondusif.";
}

/// <summary>A village without signal: by which way and when its word comes. Until then it is not asked for.</summary>
public sealed class QuietVillage
{
    public required int ElectionId { get; init; }

    public required string VillageCode { get; init; }

    /// <summary>HT ke Polsek Senduro.</summary>
    public required string Way { get; set; }

    /// <summary>Minutes since midnight by which the word of the opening comes.</summary>
    public required int Minute { get; set; }

    /// <summary>The same for the counting; null where nothing was agreed: then it is asked for as of any other.</summary>
    public int? CountMinute { get; set; }
}

/// <summary>Counts up with each change of a day in a kabupaten: whoever has what was computed for this number need not compute it again.</summary>
public sealed class DayPulse
{
    public required int ElectionId { get; init; }

    public required string KabupatenCode { get; init; }

    public required long Number { get; set; }
}
