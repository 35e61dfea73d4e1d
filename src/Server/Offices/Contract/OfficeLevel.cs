namespace TigaPilar.Server.Offices.Contract;

/// <summary>At which level an office stands.</summary>
public enum OfficeLevel : byte
{
    Kabupaten = 1,
    Kecamatan = 2,
    Village = 3,
}
