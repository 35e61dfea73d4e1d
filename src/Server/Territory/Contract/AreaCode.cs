using System.Globalization;

namespace TigaPilar.Server.Territory.Contract;

/// <summary>What kind of village a code names: the fourth part begins 1, 2 or 3 (Kemendagri).</summary>
public enum VillageKind : byte
{
    Kelurahan = 1,
    Desa = 2,
    DesaAdat = 3,
}

/// <summary>
/// Dotted area codes of Kemendagri: PP.KK.CC.VVVV for a village, its first 8 characters the kecamatan, its first 5 the
/// kabupaten; a station adds .NNN. Codes of BPS and KPU are other systems and are never taken for these.
/// </summary>
public static class AreaCode
{
    public const string VillageExample =
        "a Kemendagri village code such as 35.08.01.2001 (codes of BPS and KPU are other systems)";

    public const string StationExample = "a station code such as 35.08.01.2001.001: a village code and three digits";

    public static bool IsKabupaten(string code) => HasShape(code, "00.00");

    public static bool IsKecamatan(string code) => HasShape(code, "00.00.00");

    public static bool IsVillage(string code) => HasShape(code, "00.00.00.0000") && code[9] is >= '1' and <= '3';

    public static bool IsStation(string code) =>
        HasShape(code, "00.00.00.0000.000") && code[9] is >= '1' and <= '3';

    /// <summary>The kind of a valid village code.</summary>
    public static VillageKind KindOf(string village) => (VillageKind)(village[9] - '0');

    /// <summary>
    /// What an area is, by its valid code; kota are told from kabupaten by the name, else by their numbers from 71.
    /// </summary>
    public static AreaKind LevelOf(string code, string? name) => code.Length switch
    {
        2 => AreaKind.Province,
        5 => (name?.StartsWith("Kota ", StringComparison.OrdinalIgnoreCase) ?? code[3] >= '7') ? AreaKind.Kota : AreaKind.Kabupaten,
        8 => AreaKind.Kecamatan,
        _ => KindOf(code) switch
        {
            VillageKind.Kelurahan => AreaKind.Kelurahan,
            VillageKind.Desa => AreaKind.Desa,
            _ => AreaKind.DesaAdat,
        },
    };

    /// <summary>The kecamatan of a valid village or station code.</summary>
    public static string KecamatanOf(string code) => code[..8];

    /// <summary>The kabupaten of any valid code.</summary>
    public static string KabupatenOf(string code) => code[..5];

    /// <summary>The village of a valid station code.</summary>
    public static string VillageOf(string station) => station[..13];

    /// <summary>The number of a valid station code within its village, 0 to 999.</summary>
    public static int NumberOf(string station) =>
        int.Parse(station.AsSpan(14), NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool HasShape(string code, string shape)
    {
        if (code.Length != shape.Length) return false;
        for (var i = 0; i < code.Length; i++)
            if (shape[i] == '.' ? code[i] != '.' : !char.IsAsciiDigit(code[i])) return false;
        return true;
    }
}
