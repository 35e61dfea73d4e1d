using System.Globalization;
using System.Text;
using TigaPilar.Planning.Guarding;

namespace TigaPilar.Server.Guarding;

/// <summary>Numbers, days and class names as an Indonesian official writes them, whatever the machine's locale.</summary>
internal static class IndonesianText
{
    private static readonly NumberFormatInfo s_numbers = new()
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        PercentGroupSeparator = ".",
        PercentDecimalSeparator = ",",
        NegativeSign = "−",
    };

    /// <summary>3322 is "3.322".</summary>
    public static string Number(int value) => value.ToString("N0", s_numbers);

    /// <summary>One decimal: 2.84 is "2,8".</summary>
    public static string Tenths(double value) => value.ToString("N1", s_numbers);

    /// <summary>Metres as kilometres with one decimal.</summary>
    public static string Kilometres(double metres) => Tenths(metres / 1000);

    /// <summary>As many decimals as there are, at most two: 2 is "2", 2.5 is "2,5".</summary>
    public static string Short(decimal value) => value.ToString("#,0.##", s_numbers);

    /// <summary>A share as a percentage with one decimal: 0.0106 is "1,1%".</summary>
    public static string Percent(double share) => Tenths(share * 100) + "%";

    public static string Class(StationClass value) => value switch
    {
        StationClass.KurangRawan => "kurang rawan",
        StationClass.Rawan => "rawan",
        StationClass.SangatRawan => "sangat rawan",
        StationClass.Khusus => "khusus",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Ascending numbers with runs joined: 1, 2, 3, 7 is "1–3, 7".</summary>
    public static string Runs(ReadOnlySpan<int> ascending)
    {
        var text = new StringBuilder();
        for (int first = 0; first < ascending.Length;)
        {
            int last = first;
            while (last + 1 < ascending.Length && ascending[last + 1] == ascending[last] + 1) last++;
            if (text.Length > 0) text.Append(", ");
            text.Append(ascending[first]);
            if (last > first) text.Append(last == first + 1 ? ", " : "–").Append(ascending[last]);
            first = last + 1;
        }

        return text.ToString();
    }
}
