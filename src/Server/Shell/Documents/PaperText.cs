using System.Globalization;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>Words that papers share. They are Indonesian only, and do not hang on the cultures of the machine.</summary>
public static class PaperText
{
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    /// <summary>Rabu, 14 Februari 2029.</summary>
    public static string Day(DateOnly day) => $"{Days[(int)day.DayOfWeek]}, {Date(day)}";

    /// <summary>14 Februari 2029.</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>Numbers are the registry's to give.</summary>
    public static string Number(string? number) => $"Nomor: {number ?? "........................ (diisi TU)"}";

    /// <summary>What stands of two parts, below each other.</summary>
    public static string Below(string first, string second) =>
        second.Length == 0 ? first : first.Length == 0 ? second : $"{first}\n{second}";

    public static string OrDash(string text) => text.Length == 0 ? "–" : text;
}
