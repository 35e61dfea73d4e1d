namespace TigaPilar.Server.VotingDay.Review;

/// <summary>The men of a kecamatan after the day, as the Kabag Ops tells them.</summary>
public sealed class MenAfter
{
    public required int ElectionId { get; init; }

    public required string KecamatanCode { get; init; }

    public required int Present { get; set; }

    public required int Ill { get; set; }

    public required int Dead { get; set; }

    public required int NotBack { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

public enum RevoteKind : byte
{
    /// <summary>Pemungutan suara ulang.</summary>
    Again = 1,

    /// <summary>Susulan.</summary>
    Later = 2,

    /// <summary>Lanjutan.</summary>
    Continued = 3,
}

/// <summary>A station for which Bawaslu has recommended another vote, as it told the Desk. No names.</summary>
public sealed class RevoteAdvice
{
    public required int ElectionId { get; init; }

    public required string StationCode { get; init; }

    public required RevoteKind Kind { get; set; }

    /// <summary>Number of its letter.</summary>
    public required string Letter { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

public enum ReviewPart : byte
{
    /// <summary>Who guards PPK, KPU and the store today.</summary>
    Guards = 1,

    /// <summary>Notices of assemblies: how many, and where; never who.</summary>
    Assemblies = 2,

    /// <summary>Plan for tomorrow.</summary>
    Tomorrow = 3,
}

/// <summary>What is told of a day in words.</summary>
public sealed class ReviewNote
{
    public required int ElectionId { get; init; }

    public required string KabupatenCode { get; init; }

    public required ReviewPart Part { get; init; }

    public int? Count { get; set; }

    public required string Text { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>The three tracks on which matters go on after a vote (domain rules, 1.11).</summary>
public enum ReviewTrack : byte
{
    /// <summary>Hukum.</summary>
    Law = 1,

    /// <summary>Ketertiban.</summary>
    Order = 2,

    /// <summary>Keamanan.</summary>
    Security = 3,
}

/// <summary>A matter that goes on: whose it is, and until when.</summary>
public sealed class ReviewMatter
{
    public required Guid Id { get; init; }

    public required int ElectionId { get; init; }

    public required string KabupatenCode { get; init; }

    public required ReviewTrack Track { get; set; }

    public required string Matter { get; set; }

    public required string Owner { get; set; }

    public required DateOnly Due { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}
