using TigaPilar.Server.Actions.Contract;

namespace TigaPilar.Server.Actions;

/// <summary>Something that an agency has to do, or the part of one kecamatan or village in it.</summary>
public sealed class ActionItem
{
    public required Guid Id { get; init; }

    /// <summary>The item that this is a part of.</summary>
    public Guid? ParentId { get; init; }

    public ActionItem? Parent { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    public required ActionKind Kind { get; init; }

    public ActionTrack Track { get; init; }

    public required string AreaCode { get; init; }

    /// <summary>The agency that does it.</summary>
    public required Guid OwnerId { get; init; }

    /// <summary>The agency that asked for it, and verifies it.</summary>
    public required Guid AskerId { get; init; }

    /// <summary>Who entered it, and by which office, as it was then.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ActionState State { get; set; } = ActionState.Created;

    /// <summary>Since when it is in this state.</summary>
    public required DateTimeOffset StateAt { get; set; }

    /// <summary>A fixed day; null where an election says it, or nobody.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The election from whose voting day the due day is counted.</summary>
    public int? DueElectionId { get; init; }

    /// <summary>Days from that day, negative before it.</summary>
    public int DueOffset { get; init; }

    public ActionRepeat Repeat { get; init; }

    /// <inheritdoc cref="NewAction.RepeatOn"/>
    public int RepeatOn { get; init; }

    public int EscalateAfterDays { get; init; } = 7;

    public DateTimeOffset? EscalatedAt { get; set; }

    /// <summary>When the owner was last reminded; once a day at most.</summary>
    public DateTimeOffset? RemindedAt { get; set; }

    public PartLevel Parts { get; init; }

    public Guid? MeetingId { get; init; }

    public Guid? DecisionId { get; init; }

    public string? Source { get; init; }

    /// <summary>Goes up with each change, so that what is verified is what was seen.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Neither verified nor dropped.</summary>
    public bool IsOpen => State is not (ActionState.Verified or ActionState.Dropped);
}

/// <summary>What a row of the history tells of.</summary>
public enum StepKind : byte
{
    /// <summary>The item came into <see cref="ActionStep.State"/>.</summary>
    State = 0,
    Reminder = 1,
    Escalation = 2,
}

/// <summary>One row of an item's history. Only added to; the engine refuses change and deletion.</summary>
public sealed class ActionStep
{
    public long Id { get; init; }

    public required Guid ItemId { get; init; }

    public StepKind Kind { get; init; }

    /// <summary>The state that the item has come into, or is in.</summary>
    public required ActionState State { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Whose account that is: one with two accounts is one person.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The agency for which it was done.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Who, and by which office, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>The reason, or what was said.</summary>
    public string? Note { get; init; }
}

/// <summary>What shows that it was done. Only added to.</summary>
public sealed class ActionEvidence
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>In the store of files (<c>Shell/Files</c>).</summary>
    public required Guid FileId { get; init; }

    public string? Note { get; init; }

    /// <summary>Where, degrees; both or none. Typed or given by the phone with its owner's consent, never read from the photo.</summary>
    public double? Latitude { get; init; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; init; }

    /// <summary>When it was, as whoever adds it says.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid AccountId { get; init; }

    public Guid? PersonId { get; init; }

    public required Guid AgencyId { get; init; }

    public required string By { get; init; }
}
