using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory;

/// <summary>
/// A police or army command. Its tree is its own and only mapped to areas: two Polres may share a kabupaten, one polsek
/// may cover three kecamatan, a battalion covers none.
/// </summary>
[GivesRights]
public sealed class Jurisdiction
{
    public required Guid Id { get; init; }

    public required CommandForce Force { get; set; }

    public required JurisdictionKind Kind { get; set; }

    public required string Name { get; set; }

    public Guid? ParentId { get; set; }
}

/// <summary>One area that a jurisdiction covers, with all below it.</summary>
[GivesRights]
public sealed class JurisdictionArea
{
    public required Guid JurisdictionId { get; init; }

    public required string AreaCode { get; init; }
}
