namespace TigaPilar.Server.Forces.Contacts;

/// <summary>
/// Whom one rings at a polling station before voting day: the head of its KPPS. Terbatas; kept no longer than the election
/// needs it (<see cref="ForgetContacts"/>).
/// </summary>
public sealed class StationContact
{
    public required int ElectionId { get; init; }

    public required string StationCode { get; init; }

    public required string Name { get; set; }

    /// <summary>Digits, with a leading + where it was given; null while nobody knows it.</summary>
    public string? Phone { get; set; }

    /// <summary>When somebody spoke with them (<i>dihubungi</i>); null until then, and again once the name or number changes.</summary>
    public DateTimeOffset? ReachedAt { get; set; }

    /// <summary>Name and office of whoever did.</summary>
    public string? ReachedBy { get; set; }
}
