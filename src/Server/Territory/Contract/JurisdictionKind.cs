namespace TigaPilar.Server.Territory.Contract;

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
