using System.Globalization;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Territory.Import;

/// <summary>
/// Reads area codes as files write them: with dots, as bare digits, or as what a spreadsheet made of them. A code of
/// another system that happens to have the shape can not be told from one of Kemendagri here.
/// </summary>
internal static class CodeText
{
    public static string? Village(TableCell cell) => Dotted(cell) is { } code && AreaCode.IsVillage(code) ? code : null;

    public static string? Station(TableCell cell) => Dotted(cell) is { } code && AreaCode.IsStation(code) ? code : null;

    public static string? Kecamatan(TableCell cell) => Dotted(cell) is { } code && AreaCode.IsKecamatan(code) ? code : null;

    public static string? Kabupaten(TableCell cell) => Dotted(cell) is { } code && AreaCode.IsKabupaten(code) ? code : null;

    /// <summary>A village, kecamatan or kabupaten.</summary>
    public static string? Area(TableCell cell) => Village(cell) ?? Kecamatan(cell) ?? Kabupaten(cell);

    /// <summary>The digits of a valid village or station code as a number: a key of eight bytes.</summary>
    public static ulong Packed(string code)
    {
        ulong packed = 0;
        foreach (var c in code)
            if (c != '.') packed = (packed * 10) + (ulong)(c - '0');
        return packed;
    }

    private static string? Dotted(TableCell cell)
    {
        var text = cell.Text;
        if (cell.Kind == CellKind.Date) return null;

        // 35.10 typed into a spreadsheet is the number 35.1, and 18.00 would be 18.
        if (cell.Kind == CellKind.Number && text.Length == 4 && text[2] == '.') return text + '0';
        if (text.AsSpan().ContainsAnyExceptInRange('0', '9')) return text;
        return text.Length switch
        {
            4 => $"{text[..2]}.{text[2..]}",
            6 => $"{text[..2]}.{text[2..4]}.{text[4..]}",
            10 => $"{text[..2]}.{text[2..4]}.{text[4..6]}.{text[6..]}",
            13 => string.Create(CultureInfo.InvariantCulture, $"{text[..2]}.{text[2..4]}.{text[4..6]}.{text[6..10]}.{text[10..]}"),
            _ => text,
        };
    }
}
