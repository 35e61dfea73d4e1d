namespace TigaPilar.Server.Shell.Documents;

/// <summary>Words that papers share. They are Indonesian only, and do not hang on the cultures of the machine.</summary>
public static class PaperText
{
    /// <summary>Numbers are the registry's to give.</summary>
    public static string Number(string? number) => $"Nomor: {number ?? "........................ (diisi TU)"}";

    /// <summary>What stands of two parts, below each other.</summary>
    public static string Below(string first, string second) =>
        second.Length == 0 ? first : first.Length == 0 ? second : $"{first}\n{second}";

    public static string OrDash(string text) => text.Length == 0 ? "–" : text;
}
