using System.Text.RegularExpressions;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>What is copied out of a chat: each line bears day, hour and who wrote it. The words are a report; the writers are not.</summary>
internal static partial class ChatText
{
    /// <summary>The words alone, line by line.</summary>
    public static string WithoutSenders(string text) => Sender().Replace(text, "").Trim();

    // [27/11/24 07.12.05] Nama: …   or   27/11/24 07.12 - Nama: …
    [GeneratedRegex(@"^[\s\u200e]*(?:\[\d{1,2}/\d{1,2}/\d{2,4},?\s\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]|\d{1,2}/\d{1,2}/\d{2,4},?\s\d{1,2}[.:]\d{2}\s[-–])\s*[^:\n]{1,60}:\s*", RegexOptions.Multiline, 1000)]
    private static partial Regex Sender();
}
