using MimeKit;

namespace TigaPilar.Server.Shell.Mail;

/// <summary>Addresses as people type them.</summary>
public static class MailAddress
{
    /// <summary>Longest address that a server takes (RFC 5321, 4.5.3.1).</summary>
    public const int Longest = 254;

    /// <summary>The address without blanks around it; null where it is none: one @, and behind it a name with a dot.</summary>
    public static string? Clean(string? typed)
    {
        var address = typed?.Trim() ?? "";
        if (address.Length is 0 or > Longest || !address.All(c => char.IsAscii(c) && !char.IsControl(c) && c is not (' ' or '<' or '>' or ',' or ';' or '"' or '(' or ')'))) return null;
        var parts = address.Split('@');
        if (parts is not [{ Length: > 0 and <= 64 }, var domain] || domain.Split('.') is not { Length: > 1 } labels) return null;
        return Array.TrueForAll(labels, l => l.Length is > 0 and <= 63 && l.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')) && MailboxAddress.TryParse(address, out var read) && read.Address == address ? address : null;
    }
}
