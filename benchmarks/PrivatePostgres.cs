using System.Diagnostics;

namespace TigaPilar.Bench;

/// <summary>A PostgreSQL server of this run alone, by scripts/postgres.sh.</summary>
internal static class PrivatePostgres
{
    /// <summary>Its connection string, or null after saying why it could not start.</summary>
    public static string? Start(string folder) => Script("start", folder) is { Length: > 0 } connection ? connection : null;

    public static void Stop(string folder) => Script("stop", folder);

    private static string? Script(string verb, string folder)
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "TigaPilar.slnx"))) root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException("The repository is not around the benchmark.");
        var start = new ProcessStartInfo(Path.Combine(root, "scripts", "postgres.sh")) { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(verb);
        start.ArgumentList.Add(folder);
        using var script = Process.Start(start)!;
        var said = script.StandardOutput.ReadLine();
        script.WaitForExit();
        return script.ExitCode == 0 ? said : null;
    }
}
