using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace TigaPilar.Browser.Tests;

/// <summary>An account as the program printed it.</summary>
public sealed record PrintedAccount(string Name, string Line, string Password, string Key)
{
    /// <summary>The six digits that an authenticator app shows now.</summary>
    public string Digits => DigitsOf(Key);

    /// <summary>RFC 6238, as an app on a phone reckons it.</summary>
    public static string DigitsOf(string key)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // As the standard says.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}

/// <summary>The built program, started as a user starts it, in a folder of its own; what it prints is all that is known of it.</summary>
public sealed class Served : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private Served(Process process, string folder, Uri site, IReadOnlyList<PrintedAccount> accounts, Uri? firstRun)
    {
        (_process, _folder, Site, Accounts, FirstRun) = (process, folder, site, accounts, firstRun);
    }

    public Uri Site { get; }

    public IReadOnlyList<PrintedAccount> Accounts { get; }

    /// <summary>The address that makes the administrator of an empty installation.</summary>
    public Uri? FirstRun { get; }

    public PrintedAccount this[string name] => Accounts.Single(a => a.Name == name);

    public static async Task<Served> StartAsync(params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("tiga-pilar-browser-").FullName;
        var site = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["TIGAPILAR_DATA"] = folder, ["TIGAPILAR_URL"] = "", ["TIGAPILAR_DATABASE"] = "" },
        };
        foreach (var argument in (string[])[Repository.Path("src", "Server", "bin", "Release", "net10.0", "linux-x64", "TigaPilar.dll"), "--listen", site.ToString(), .. more])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // Read on, or the program would wait for its reader.
        process.ErrorDataReceived += (_, said) => { if (said.Data is { } line) Console.Error.WriteLine(line); };
        process.BeginErrorReadLine();
        var lines = new List<string>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal)) break;
        }

        if (process.HasExited) throw new InvalidOperationException($"The program ended with {process.ExitCode}: {string.Join('\n', lines)}");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new Served(process, folder, site, [.. lines.Select(Account).OfType<PrintedAccount>()], lines.Select(First).FirstOrDefault(f => f is not null));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // akun, hak, jabatan, kata sandi, kode, kunci: only the office has blanks, and the last three are single words.
    private static PrintedAccount? Account(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 6 && words[^1].Length == 32 && words[^1].All(char.IsAsciiLetterOrDigit)
            ? new PrintedAccount(words[0], line, words[^3], words[^1]) : null;
    }

    private static Uri? First(string line) =>
        line.Contains("/awal/", StringComparison.Ordinal) && Uri.TryCreate(line.Trim(), UriKind.Absolute, out var found) ? found : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
