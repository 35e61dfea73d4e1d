namespace TigaPilar.Server.Offices.Contract;

/// <summary>How an office is held.</summary>
public enum HoldingKind : byte
{
    Definitif = 1,

    /// <summary>Penjabat: fills a vacant post of a regional head.</summary>
    Pj = 2,

    /// <summary>Penjabat sementara: while the regional head campaigns.</summary>
    Pjs = 3,

    /// <summary>Pelaksana tugas: the holder is gone.</summary>
    Plt = 4,

    /// <summary>Pelaksana harian: the holder is away.</summary>
    Plh = 5,
}
