namespace TigaPilar.Server.Territory;

/// <summary>Whose command a jurisdiction belongs to.</summary>
public enum CommandForce : byte
{
    Polri = 1,
    Tni = 2,
}

/// <summary>Levels of command: Polda over Polres over Polsek; Kodam over Korem over Kodim over Koramil.</summary>
public enum JurisdictionKind : byte
{
    Polda = 1,
    Polres = 2,
    Polsek = 3,
    Kodam = 4,
    Korem = 5,
    Kodim = 6,
    Koramil = 7,

    /// <summary>A unit without territory, such as a battalion.</summary>
    Battalion = 8,
}

/// <summary>
/// A police or army command. Its tree is its own and only mapped to areas: two Polres may share a kabupaten, one polsek
/// may cover three kecamatan, a battalion covers none.
/// </summary>
public sealed class Jurisdiction
{
    public required Guid Id { get; init; }

    public required CommandForce Force { get; set; }

    public required JurisdictionKind Kind { get; set; }

    public required string Name { get; set; }

    public Guid? ParentId { get; set; }
}

/// <summary>One area that a jurisdiction covers, with all below it.</summary>
public sealed class JurisdictionArea
{
    public required Guid JurisdictionId { get; init; }

    public required string AreaCode { get; init; }
}
