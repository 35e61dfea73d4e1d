namespace TigaPilar.Server.Rosters;

/// <summary>A roster of duty: of an agency, or of the Desk's posko.</summary>
public sealed class Roster
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The area whose duty it is; those below read it too, since it is theirs to ring.</summary>
    public required string AreaCode { get; init; }

    /// <summary>Who keeps it.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>Of the Desk's posko: any office of the Desk in the area keeps it.</summary>
    public bool IsDesk { get; init; }

    /// <summary>Every hour of the period has somebody: an hour without is told.</summary>
    public bool RoundTheClock { get; set; }

    /// <summary>When the guard changes, on the office's clock: a day of the roster begins then.</summary>
    public required TimeOnly DayBegins { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, included: its night ends on the morning after.</summary>
    public required DateOnly To { get; set; }

    public List<DutyShift> Shifts { get; init; } = [];
}

/// <summary>A shift: from one instant to another, across midnight where it is a night.</summary>
public sealed class DutyShift
{
    public required Guid Id { get; init; }

    public required Guid RosterId { get; init; }

    public Roster? Roster { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>No longer part of it.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public List<DutyPost> Posts { get; init; } = [];
}

/// <summary>An office, or somebody by name, on a shift.</summary>
public sealed class DutyPost
{
    public required Guid Id { get; init; }

    public required Guid ShiftId { get; init; }

    public DutyShift? Shift { get; init; }

    /// <summary>Perwira piket, operator: as the posko says it.</summary>
    public required string Role { get; set; }

    /// <summary>Siaga: called when needed, and not counted as being there.</summary>
    public bool IsStandby { get; set; }

    /// <summary>Whoever holds it is on duty; null where somebody without an office is named.</summary>
    public Guid? OfficeId { get; init; }

    /// <summary>Of somebody without an office.</summary>
    public string? Name { get; init; }

    /// <summary>Digits; forgotten after the duty (<see cref="ForgetDutyPhones"/>).</summary>
    public string? Phone { get; set; }

    /// <summary>"Saya bertugas": when, and by whom.</summary>
    public DateTimeOffset? AcknowledgedAt { get; set; }

    public string? AcknowledgedBy { get; set; }

    /// <summary>Somebody else came in; that row names this one.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public Guid? ReplacesId { get; init; }
}
