using TigaPilar.Server.Offices.Contract;

namespace TigaPilar.Server.Offices.Forums;

/// <summary>A forum of offices over an area. Who sits in it today follows from who holds the offices.</summary>
public sealed class Forum
{
    public required Guid Id { get; init; }

    public required ForumKind Kind { get; init; }

    /// <summary>As the kabupaten calls it: <c>Desk Pilkada</c>, <c>Tim Pengamanan Pilkades</c>.</summary>
    public required string Name { get; set; }

    public required string AreaCode { get; init; }

    public string? LegalBasis { get; set; }

    /// <summary>Number of the decree (SK) that set it up.</summary>
    public string? DecreeNumber { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    public List<ForumMember> Members { get; init; } = [];
}

/// <summary>An office in a forum.</summary>
public sealed class ForumMember
{
    public required Guid ForumId { get; init; }

    public required Guid OfficeId { get; init; }

    public Office? Office { get; init; }

    public required ForumPart Part { get; set; }
}
