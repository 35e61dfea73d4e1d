using TigaPilar.Server.Offices.Contract;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Storage;

namespace TigaPilar.Server.Offices;

/// <summary>A pillar of the forum: three by law, and more where custom counts more (in Bali the desa adat).</summary>
public sealed class Pillar
{
    /// <summary>Short key: <c>pemerintah</c>, <c>tni</c>, <c>polri</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required int Position { get; set; }
}

/// <summary>An organisation, such as a Polres or a camat's office.</summary>
public sealed class Agency
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public string? PillarCode { get; set; }

    public Pillar? Pillar { get; set; }

    /// <summary>Where letters go by mail; the agency's own and no person's. Null where none is known.</summary>
    public string? Email { get; set; }

    public List<Office> Offices { get; init; } = [];
}

/// <summary>An office: what one may do follows from it. It covers an area or a jurisdiction, or neither.</summary>
[GivesRights]
public sealed class Office
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public Agency? Agency { get; init; }

    /// <summary>Such as <c>Kabag Ops</c>.</summary>
    public required string Title { get; set; }

    public required OfficeRole Role { get; set; }

    public required OfficeLevel Level { get; set; }

    public string? AreaCode { get; set; }

    public Guid? JurisdictionId { get; set; }

    public List<OfficeHolding> Holdings { get; init; } = [];
}

/// <summary>A person, whatever office is held. Never keyed by name: names change their spelling.</summary>
[GivesRights(nameof(Name))]
public sealed class Person
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Such as <c>Kompol</c> or <c>Letkol</c>.</summary>
    public string? Rank { get; set; }

    /// <summary>Such as <c>Inf.</c>; the army writes it after the rank.</summary>
    public string? Corps { get; set; }

    /// <summary>Other spellings of the name, by which the person is found too.</summary>
    public List<PersonAlias> Aliases { get; init; } = [];

    public List<OfficeHolding> Holdings { get; init; } = [];
}

/// <summary>Another spelling of a person's name.</summary>
public sealed class PersonAlias
{
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }
}

/// <summary>Who holds an office, how, and from when to when.</summary>
[GivesRights]
public sealed class OfficeHolding
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public Office? Office { get; init; }

    public required Guid PersonId { get; init; }

    public Person? Person { get; init; }

    public required HoldingKind Kind { get; set; }

    /// <summary>First day, in the office's own zone.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day, included; null while it lasts.</summary>
    public DateOnly? To { get; set; }

    public List<Leave> Leaves { get; init; } = [];
}
