using System.Globalization;

namespace TigaPilar.Server.Shell;

/// <summary>Numbers and days as Indonesian readers write them: 5.858 and 1,5. Independent of what cultures the machine has.</summary>
public static class Indonesian
{
    public static IFormatProvider Numbers { get; } = new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
    };

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    /// <summary>14 Februari 2029.</summary>
    public static string Date(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary>Rabu, 14 Februari 2029.</summary>
    public static string Day(DateOnly day) => $"{Days[(int)day.DayOfWeek]}, {Date(day)}";

    /// <summary>A whole number with dots between thousands.</summary>
    public static string Whole(long number) => number.ToString("#,##0", Numbers);
}
