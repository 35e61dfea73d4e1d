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

    public DateOnly? DecreeDate { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    public bool RunsOn(DateOnly day) => From <= day && (To is null || To >= day);

    public List<ForumMember> Members { get; init; } = [];

    /// <summary>Fields (bidang) of a Desk; other forums have none.</summary>
    public List<ForumField> Fields { get; init; } = [];

    /// <summary>Who answers for which duty of a Desk.</summary>
    public List<ForumDuty> Duties { get; init; } = [];
}

/// <summary>An office in a forum.</summary>
public sealed class ForumMember
{
    public required Guid ForumId { get; init; }

    public required Guid OfficeId { get; init; }

    public Office? Office { get; init; }

    public required ForumPart Part { get; set; }

    /// <summary>The field that it works in; null for those above the fields.</summary>
    public Guid? FieldId { get; set; }
}

/// <summary>A field (bidang) of a Desk: data and population, outreach, monitoring.</summary>
public sealed class ForumField
{
    public required Guid Id { get; init; }

    public required Guid ForumId { get; init; }

    public required string Name { get; set; }

    public required int Position { get; set; }
}

/// <summary>The office that answers for a duty; it sits in the same forum.</summary>
public sealed class ForumDuty
{
    public required Guid ForumId { get; init; }

    public required DeskDuty Kind { get; init; }

    public required Guid OfficeId { get; set; }
}
