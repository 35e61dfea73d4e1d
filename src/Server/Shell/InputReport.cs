using System.Globalization;

namespace TigaPilar.Server.Shell;

/// <summary>Collects everything wrong or doubtful in one run's input, so that a user mends a file once and not line by line.</summary>
public sealed class InputReport
{
    /// <summary>Problems told in full; a file of another kind altogether would otherwise fill the screen.</summary>
    public const int Shown = 20;

    private readonly List<InputProblem> _shown = [];
    private readonly List<string> _warnings = [];

    /// <summary>All problems found, also those beyond the shown ones.</summary>
    public int Count { get; private set; }

    public bool IsClean => Count == 0;

    public IReadOnlyList<InputProblem> Problems => _shown;

    /// <summary>Doubts that do not stop the work.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Add(InputProblem problem)
    {
        Count++;
        if (_shown.Count < Shown) _shown.Add(problem);
    }

    public void Warn(string warning) => _warnings.Add(warning);

    public void WriteWarnings(TextWriter error)
    {
        foreach (var warning in _warnings) error.WriteLine($"warning: {warning}");
    }

    public void WriteProblems(TextWriter error)
    {
        error.WriteLine(Count == 1
            ? "error: the input has a problem; nothing was written."
            : string.Create(CultureInfo.InvariantCulture, $"error: the input has {Count} problems; nothing was written."));
        foreach (var problem in _shown) error.WriteLine($"  {problem.Text}");
        if (Count > _shown.Count)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  ... and {Count - _shown.Count} more."));
    }
}
