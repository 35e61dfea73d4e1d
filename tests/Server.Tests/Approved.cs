using System.Runtime.CompilerServices;

namespace TigaPilar.Server.Tests;

/// <summary>Compares what is there with a file that somebody has read and accepted.</summary>
public static class Approved
{
    /// <summary>
    /// Holds a text against <paramref name="file"/> beside the calling test. Where they differ, what was received is
    /// written beside it, so that it can be read and accepted by renaming.
    /// </summary>
    public static void Matches(string file, string received, [CallerFilePath] string caller = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(caller)!, file);
        var beside = approved.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var accepted = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (accepted == received)
        {
            File.Delete(beside);
            return;
        }

        File.WriteAllText(beside, received);
        var gone = accepted.Split('\n').Except(received.Split('\n'), StringComparer.Ordinal);
        var come = received.Split('\n').Except(accepted.Split('\n'), StringComparer.Ordinal);
        Assert.Fail($"""
            {file} differs from what was accepted:
            {string.Join('\n', gone.Select(l => $"- {l}").Concat(come.Select(l => $"+ {l}")))}
            If this is meant, accept it: mv "{beside}" "{approved}"
            """);
    }
}
