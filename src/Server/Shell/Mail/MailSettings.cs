using System.Net;
using MimeKit;

namespace TigaPilar.Server.Shell.Mail;

/// <summary>The mail server by which letters go out, and in whose name.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Encrypted">Encrypted from the first byte (<c>smtps</c>); else by STARTTLS, without which nothing is sent to another machine.</param>
/// <param name="From">The sender that the server takes.</param>
/// <param name="User">By whom one signs in; null where it asks nobody.</param>
/// <param name="Password">Of the user.</param>
public sealed record MailSettings(string Host, int Port, bool Encrypted, MailboxAddress From, string? User = null, string? Password = null)
{
    /// <summary>Names of the variables that set it.</summary>
    public const string Variable = "TIGAPILAR_SMTP", FromVariable = "TIGAPILAR_SMTP_FROM", UserVariable = "TIGAPILAR_SMTP_USER", PasswordVariable = "TIGAPILAR_SMTP_PASSWORD";

    /// <summary>Nobody listens on the way to it.</summary>
    public bool IsThisMachine => Host == "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));

    /// <summary>As the environment sets it; null where it is blank: then no mail is sent.</summary>
    public static MailSettings? FromEnvironment() => Read().Settings;

    /// <summary>What is wrong with what is set, in one sentence; null where all is well.</summary>
    public static string? Problem => Read().Problem;

    /// <summary>The settings, null where no server is named, or what is wrong with them in one sentence.</summary>
    public static (MailSettings? Settings, string? Problem) Of(string? server, string? from, string? user, string? password)
    {
        if (string.IsNullOrWhiteSpace(server))
            return from is { Length: > 0 } ? (null, $"{FromVariable} is set and {Variable} is not; expected the mail server too, such as smtp://mail.example.go.id:587.") : (null, null);
        if (!Uri.TryCreate(server.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("smtp" or "smtps") || address.Host.Length == 0 || address.UserInfo.Length > 0)
            return (null, $"{Variable} \"{(address?.UserInfo.Length > 0 ? "…" : server)}\" is no mail server; expected such as smtp://mail.example.go.id:587 or smtps://mail.example.go.id:465, and who signs in by {UserVariable} and {PasswordVariable}.");
        if (!MailboxAddress.TryParse(from ?? "", out var sender) || MailAddress.Clean(sender.Address) is null)
            return (null, $"{FromVariable} \"{from}\" is no mail address; expected such as undangan@example.go.id or Kabupaten Contoh <undangan@example.go.id>.");
        if (string.IsNullOrEmpty(user) != string.IsNullOrEmpty(password)) return (null, $"of {UserVariable} and {PasswordVariable} one is set; expected both or neither.");
        var encrypted = address.Scheme == "smtps";
        return (new MailSettings(address.Host, address.Port > 0 ? address.Port : encrypted ? 465 : 587, encrypted, sender, string.IsNullOrEmpty(user) ? null : user, password), null);
    }

    /// <summary>Without the password: what is printed is read by others.</summary>
    public override string ToString() => $"{Host}:{Port}";

    private static (MailSettings? Settings, string? Problem) Read() => Of(
        Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable(FromVariable), Environment.GetEnvironmentVariable(UserVariable), Environment.GetEnvironmentVariable(PasswordVariable));
}
