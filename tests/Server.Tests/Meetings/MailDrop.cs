using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;
using TigaPilar.Server.Shell.Mail;

namespace TigaPilar.Server.Tests.Meetings;

/// <summary>A mail server on this machine (RFC 5321, what a sender needs of it): keeps what it is handed, and refuses where it is told to.</summary>
public sealed class MailDrop : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    public MailDrop()
    {
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    /// <summary>How the program reaches it.</summary>
    public MailSettings Settings => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, Encrypted: false, new MailboxAddress("", "undangan@kabupaten.example"));

    /// <summary>All that came whole, in the order in which it came.</summary>
    public ConcurrentQueue<MimeMessage> Received { get; } = new();

    /// <summary>What is answered to an address, such as <c>550 no such user</c>; taken where there is nothing.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Called with a mail that came, before the sender is told so.</summary>
    public Func<MimeMessage, Task>? BeforeTheWord { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                talks.Add(TalkAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                // Bytes as they are: what a mail says of its letters is the reader's to know.
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await SayAsync("220 drop");
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    var word = line.Split(' ', ':')[0].ToUpperInvariant();
                    if (word == "RCPT") await SayAsync(Refused.GetValueOrDefault(line.Split('<', '>')[1]) ?? "250 ok");
                    else if (word == "DATA")
                    {
                        await SayAsync("354 go on");
                        var mail = await ReadAsync(reader);
                        Received.Enqueue(mail);
                        if (BeforeTheWord is { } before) await before(mail);
                        await SayAsync("250 kept");
                    }
                    else await SayAsync(word switch { "QUIT" => "221 bye", "EHLO" => "250 drop", _ => "250 ok" });
                }

                async Task SayAsync(string words) => await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), _end.Token);
            }
            catch (Exception end) when (end is IOException or OperationCanceledException or SocketException)
            {
                // The sender was killed, or the test is over.
            }
        }
    }

    private async Task<MimeMessage> ReadAsync(StreamReader reader)
    {
        using var content = new MemoryStream();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            content.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        content.Position = 0;
        return await MimeMessage.LoadAsync(content, _end.Token);
    }
}
