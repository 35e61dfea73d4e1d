namespace TigaPilar.Server.Territory.Contract;

/// <summary>Kinds of administrative areas. Desa, kelurahan and desa adat are three kinds: other laws hold for each.</summary>
public enum AreaKind : byte
{
    Province = 1,
    Kabupaten = 2,
    Kota = 3,
    Kecamatan = 4,
    Kelurahan = 5,
    Desa = 6,
    DesaAdat = 7,
}
