using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TigaPilar.Server.Shell.Mail;

/// <summary>Why a mail did not go out.</summary>
public enum MailFailure : byte
{
    /// <summary>The server did not answer, or broke off.</summary>
    Unreachable = 1,

    /// <summary>The server does not take mail from this installation.</summary>
    Refused = 2,

    /// <summary>The server asked to come again later.</summary>
    Later = 3,

    /// <summary>Nobody has that address.</summary>
    AddressRefused = 4,

    /// <summary>The server does not take this mail.</summary>
    MailRefused = 5,

    /// <summary>What it asks to is over or called off.</summary>
    TooLate = 6,
}

/// <summary>Whether and by which server this installation sends mail.</summary>
public sealed class MailSender(MailSettings? settings)
{
    /// <summary>A server is set.</summary>
    public bool IsOn => settings is not null;

    /// <summary>In whose name; only where mail is on.</summary>
    public MailboxAddress From => settings!.From;

    /// <summary>Connects and signs in. What hinders it, <see cref="FailureOf"/> names.</summary>
    public async Task<MailPost> OpenAsync(CancellationToken cancel)
    {
        // A server in a closed network reaches no list of certificates that were taken back.
        var client = new SmtpClient { Timeout = 20_000, CheckCertificateRevocation = false };
        try
        {
            var options = settings!.Encrypted ? SecureSocketOptions.SslOnConnect : settings.IsThisMachine ? SecureSocketOptions.None : SecureSocketOptions.StartTls;
            await client.ConnectAsync(settings.Host, settings.Port, options, cancel);
            if (settings.User is { } user) await client.AuthenticateAsync(user, settings.Password!, cancel);
            return new MailPost(client);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>What a failed sending means; null where it is no matter of mail, but a fault or the end of the program.</summary>
    public static MailFailure? FailureOf(Exception failure) => failure switch
    {
        AuthenticationException => MailFailure.Refused,
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => MailFailure.Refused,
        SmtpCommandException command when (int)command.StatusCode < 500 => MailFailure.Later,
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } => MailFailure.AddressRefused,
        SmtpCommandException => MailFailure.MailRefused,
        // STARTTLS that is not offered: nothing is sent in the open.
        ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or SslHandshakeException or SocketException or IOException or TimeoutException or NotSupportedException => MailFailure.Unreachable,
        _ => null,
    };
}

/// <summary>An open way to the server, for one mail after another.</summary>
public sealed class MailPost(SmtpClient client) : IDisposable
{
    /// <summary>Hands a mail over; when it returns the server has it.</summary>
    public Task SendAsync(MimeMessage mail, CancellationToken cancel) => client.SendAsync(mail, cancel);

    /// <summary>Takes leave, so that the server does not wait.</summary>
    public Task CloseAsync(CancellationToken cancel) => client.IsConnected ? client.DisconnectAsync(quit: true, cancel) : Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
