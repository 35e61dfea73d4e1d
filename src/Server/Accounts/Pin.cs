namespace TigaPilar.Server.Accounts;

/// <summary>Six digits that are not the first that anybody would try.</summary>
internal static class Pin
{
    public const int Length = 6;

    /// <summary>What is wrong with it, as the key of a text; null when it is good.</summary>
    public static string? Problem(string? pin)
    {
        if (pin is not { Length: Length } || !pin.All(char.IsAsciiDigit)) return "PinSixDigits";
        return IsRun(pin, 0) || IsRun(pin, 1) || IsRun(pin, 9) ? "PinTooEasy" : null;
    }

    // Each digit the same step from the one before: 000000, 123456, 890123, 654321.
    private static bool IsRun(string pin, int step) =>
        Enumerable.Range(1, pin.Length - 1).All(i => (pin[i] - pin[i - 1] + 10) % 10 == step);
}
