using System.Globalization;
using System.Text.Json;

namespace TigaPilar.Bench;

/// <summary>A goal, what was measured, and whether it held. Null: nothing comparable was measured, so nothing is claimed.</summary>
internal sealed record Goal(string Name, string Wanted, string Measured, bool? Held);

/// <summary>One benchmark's table and goals, for the eye and as JSON.</summary>
internal sealed class BenchReport(string name)
{
    private readonly List<string[]> _rows = [];
    private readonly List<Goal> _goals = [];
    private readonly List<string> _notes = [];
    private string[] _columns = [];

    public bool AllHeld => _goals.TrueForAll(g => g.Held != false);

    public void Columns(params string[] columns) => _columns = columns;

    /// <summary>Adds a row, and shows it at once: some take minutes.</summary>
    public void Row(params string[] cells)
    {
        _rows.Add(cells);
        Console.Error.WriteLine("  " + string.Join("  ", cells));
    }

    public void Note(string note) => _notes.Add(note);

    public void Goal(string goal, string wanted, string measured, bool? held) =>
        _goals.Add(new Goal(goal, wanted, measured, held));

    /// <summary>Goal that a figure is at most a limit.</summary>
    public void AtMost(string goal, double measured, double limit, string format, string unit = "") =>
        Goal(
            goal,
            "≤ " + limit.ToString(format, CultureInfo.InvariantCulture) + unit,
            measured.ToString(format, CultureInfo.InvariantCulture) + unit,
            measured <= limit);

    public void Print(TextWriter writer)
    {
        writer.WriteLine(name);
        var widths = _columns.Select((c, i) => Math.Max(c.Length, _rows.Select(r => r[i].Length).DefaultIfEmpty(0).Max())).ToArray();
        Line(_columns);
        foreach (var row in _rows)
            Line(row);
        foreach (var note in _notes)
            writer.WriteLine("note: " + note);
        writer.WriteLine();
        foreach (var goal in _goals)
        {
            var verdict = goal.Held switch { true => "held  ", false => "MISSED", null => "open  " };
            writer.WriteLine($"{verdict}  {goal.Name}: {goal.Measured} (goal {goal.Wanted})");
        }

        void Line(string[] cells) => writer.WriteLine(string.Join(
            "  ", cells.Select((c, i) => i < 2 ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).TrimEnd());
    }

    public void WriteJson(string file)
    {
        var rows = _rows.Select(r => _columns.Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        var report = new { name, rows, notes = _notes, goals = _goals, held = AllHeld };
        File.WriteAllText(file, JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
    }
}
