using System.Globalization;

namespace TigaPilar.Server.Shell;

/// <summary>
/// Says on standard error what long work is doing: on a terminal one line that is overwritten, elsewhere a line a step.
/// </summary>
public sealed class Steps(TextWriter error, bool terminal, TimeProvider clock)
{
    private readonly long _start = clock.GetTimestamp();
    private int _width;

    public void Say(string step)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{clock.GetElapsedTime(_start).TotalSeconds,6:F1} s  {step}");
        if (!terminal)
        {
            error.WriteLine(line);
            return;
        }

        error.Write($"\r{line.PadRight(_width)}");
        _width = line.Length;
    }

    /// <summary>Clears the line, so that what follows begins on a clean one.</summary>
    public void Done()
    {
        if (!terminal || _width == 0) return;
        error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }
}
