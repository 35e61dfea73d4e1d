namespace TigaPilar.Server.Elections;

/// <summary>That the voting day was moved, and why: orders and papers that bear the old day are still about.</summary>
public sealed class ElectionDayChange
{
    public long Id { get; init; }

    public required int ElectionId { get; init; }

    /// <summary>The day that had been fixed.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The new one; null where none was fixed at the time.</summary>
    public DateOnly? To { get; init; }

    public required string Reason { get; init; }

    /// <summary>The law or decision that moved it, as text.</summary>
    public string? Law { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who entered it.</summary>
    public Guid? AccountId { get; init; }
}
