namespace TigaPilar.Server.Meetings.Minutes;

/// <summary>A paragraph of the minutes. Several people write at once: each change is made on a version, and another's is never overwritten.</summary>
public sealed class MinutesParagraph
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    /// <summary>Order; a paragraph put between two lies between their positions.</summary>
    public required int Position { get; set; }

    /// <summary>From 1; grows by one with each change.</summary>
    public required int Version { get; set; }

    public required string Text { get; set; }

    public required string By { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>What a paragraph said in a version. Only added to.</summary>
public sealed class ParagraphVersion
{
    public required Guid ParagraphId { get; init; }

    public required int Version { get; init; }

    public required Guid MeetingId { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A decision of a meeting: what follows from it is an action, or it says that nothing does.</summary>
public sealed class Decision
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    /// <summary>From 1, in the order in which they were taken.</summary>
    public required int Number { get; init; }

    public required string Text { get; set; }

    /// <summary>"Tanpa tindak lanjut": why nothing follows; null where an action does or is still to be made.</summary>
    public string? NoFollowUp { get; set; }
}

/// <summary>As what somebody signs minutes.</summary>
public enum SignerPart : byte
{
    Chair = 1,
    Secretary = 2,
}

/// <summary>A signature below the minutes: an attestation in the program, made with the second factor.</summary>
public sealed class MinutesSignature
{
    public required Guid MeetingId { get; init; }

    public required SignerPart Part { get; init; }

    public required Guid AccountId { get; init; }

    public required string Name { get; init; }

    public required string Office { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of paragraphs, decisions and attendance as they were signed.</summary>
    public required string Digest { get; init; }
}

/// <summary>"Catatan keberatan": what an invited agency does not agree to. Stands in the minutes and is not taken out.</summary>
public sealed class Objection
{
    public required Guid Id { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid AgencyId { get; init; }

    public required string Agency { get; init; }

    public string? Pillar { get; init; }

    public required string Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}
