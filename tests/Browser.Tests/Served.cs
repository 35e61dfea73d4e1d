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
    // To make the sample takes ten seconds of a core, and every browser wants one: it is made once, and each gets a copy.
    private static readonly Lazy<Task<string>> Sample = new(MakeSampleAsync);
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

    /// <summary>With the sample, which is there already when it starts.</summary>
    public static async Task<Served> StartAsync()
    {
        var sample = await Sample.Value;
        var folder = NewFolder();
        foreach (var file in Directory.EnumerateFiles(sample, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(sample, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return await StartAsync(folder);
    }

    /// <summary>Nothing in it; the address that makes its administrator is printed.</summary>
    public static Task<Served> StartEmptyAsync() => StartAsync(NewFolder(), "--empty");

    private static async Task<string> MakeSampleAsync()
    {
        var made = await StartAsync(NewFolder());
        // Asked to end, it writes into its files what it holds.
        using (var stop = Process.Start("kill", ["-TERM", made._process.Id.ToString(CultureInfo.InvariantCulture)])) await stop.WaitForExitAsync();
        await made._process.WaitForExitAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(made._folder, recursive: true);
        made._process.Dispose();
        return made._folder;
    }

    private static string NewFolder() => Directory.CreateTempSubdirectory("tiga-pilar-browser-").FullName;

    private static async Task<Served> StartAsync(string folder, params string[] more)
    {
        var site = new Uri($"http://localhost:{FreePort()}");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileName(host) == "dotnet" ? host : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            // It lives for minutes: to learn which of its ways are hot costs more than it brings.
            Environment = { ["TIGAPILAR_DATA"] = folder, ["TIGAPILAR_URL"] = "", ["TIGAPILAR_DATABASE"] = "", ["DOTNET_TieredPGO"] = "0" },
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
