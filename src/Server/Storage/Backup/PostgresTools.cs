using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TigaPilar.Server.Storage.Backup;

/// <summary>PostgreSQL's own programs, which know every type and every version.</summary>
internal sealed class PostgresTools(string connection)
{
    /// <summary>What the server knows them by.</summary>
    public const string Application = "tigapilar-backup";

    private const string Installed = "/usr/lib/postgresql";

    /// <summary>Runs one to its end; what it writes goes to <paramref name="output"/>.</summary>
    /// <exception cref="BackupException">It is not there, or it failed: with its last words.</exception>
    public async Task RunAsync(string program, int server, IEnumerable<string> arguments, Stream output, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(Find(program, server)) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        SetConnection(start.Environment);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var said = process.StandardError.ReadToEndAsync(cancel);
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0) throw new BackupException($"{program} failed: {LastLine(await said)}");
        }
        catch
        {
            if (!process.HasExited) process.Kill();
            throw;
        }
    }

    // Of the server's own version where that is there: newer ones say what older servers do not know.
    private static string Find(string program, int server)
    {
        var own = Path.Combine(Installed, server.ToString(CultureInfo.InvariantCulture), "bin", program);
        if (File.Exists(own)) return own;
        var newest = Directory.Exists(Installed)
            ? Directory.EnumerateDirectories(Installed).OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(d => Path.Combine(d, "bin", program)).FirstOrDefault(File.Exists)
            : null;
        return newest
            ?? (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(d => Path.Combine(d, program)).FirstOrDefault(File.Exists)
            ?? throw new BackupException(FormattableString.Invariant($"{program} is not on this machine; install postgresql-client, of version {server} or newer."));
    }

    // By the environment: a command line can be read by every account of the machine.
    private void SetConnection(IDictionary<string, string?> environment)
    {
        var given = new NpgsqlConnectionStringBuilder(connection);
        var database = given.Database ?? given.Username;
        (string Name, string? Value)[] settings =
        [
            ("PGHOST", given.Host), ("PGPORT", given.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", given.Username), ("PGPASSWORD", given.Password),
            ("PGDATABASE", database), ("PGPASSFILE", given.Passfile), ("PGSSLROOTCERT", given.RootCertificate), ("PGAPPNAME", Application), ("LC_ALL", "C.UTF-8"),
            ("PGSSLMODE", given.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
        ];
        foreach (var (name, value) in settings)
        {
            if (value is { Length: > 0 }) environment[name] = value;
        }
    }

    private static string LastLine(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var line = lines.LastOrDefault(l => l.Contains("ERROR:", StringComparison.Ordinal) || l.Contains("error:", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? "it said nothing";
        return line.TrimEnd('.') + ".";
    }
}
