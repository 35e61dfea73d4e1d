using System.Globalization;
using System.Text.Json;

namespace TigaPilar.Bench;

/// <summary>A goal, what was measured, and whether it held. Null: nothing comparable was measured, so it did not hold.</summary>
internal sealed record Goal(string Name, string Wanted, string Measured, bool? Held);

/// <summary>A table of a report; the first columns are text, the others figures.</summary>
internal sealed class BenchTable(int textColumns, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row, and shows it at once: some take minutes, and a run that is ended keeps what it showed.</summary>
    public void Row(params string[] cells)
    {
        _rows.Add(cells);
        Console.Error.WriteLine("  " + string.Join("  ", columns.Zip(cells, (c, v) => $"{c} {v}")));
    }

    public IEnumerable<Dictionary<string, string>> Rows =>
        _rows.Select(r => columns.Zip(r).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));

    public void Print(TextWriter writer)
    {
        var widths = columns.Select((c, i) => Math.Max(c.Length, _rows.Select(r => r[i].Length).DefaultIfEmpty(0).Max())).ToArray();
        foreach (var row in _rows.Prepend(columns))
        {
            writer.WriteLine(string.Join(
                "  ", row.Select((c, i) => i < textColumns ? c.PadRight(widths[i]) : c.PadLeft(widths[i]))).TrimEnd());
        }
    }
}

/// <summary>One benchmark's tables and goals, for the eye and as JSON.</summary>
internal sealed class BenchReport(string name)
{
    private readonly List<BenchTable> _tables = [];
    private readonly List<Goal> _goals = [];
    private readonly List<string> _notes = [];

    /// <summary>Whether every goal was measured and held.</summary>
    public bool AllHeld => _goals.TrueForAll(g => g.Held == true);

    public BenchTable Table(int textColumns, params string[] columns)
    {
        _tables.Add(new BenchTable(textColumns, columns));
        return _tables[^1];
    }

    public void Note(string note) => _notes.Add(note);

    public void Goal(string goal, string wanted, string measured, bool? held) =>
        _goals.Add(new Goal(goal, wanted, measured, held));

    /// <summary>Goal that a figure is at most a limit; a figure of null was not measured.</summary>
    public void AtMost(string goal, double? measured, double limit, string format, string unit = "") =>
        Goal(
            goal,
            "≤ " + limit.ToString(format, CultureInfo.InvariantCulture) + unit,
            measured is { } figure ? figure.ToString(format, CultureInfo.InvariantCulture) + unit : "not measured",
            measured is null ? null : measured <= limit);

    public void Print(TextWriter writer)
    {
        writer.WriteLine(name);
        foreach (var table in _tables)
        {
            table.Print(writer);
            writer.WriteLine();
        }

        foreach (var note in _notes)
            writer.WriteLine("note: " + note);
        writer.WriteLine();
        foreach (var goal in _goals)
        {
            var verdict = goal.Held switch { true => "held  ", false => "MISSED", null => "OPEN  " };
            writer.WriteLine($"{verdict}  {goal.Name}: {goal.Measured} (goal {goal.Wanted})");
        }
    }

    public void WriteJson(string file)
    {
        var report = new { name, tables = _tables.Select(t => t.Rows), notes = _notes, goals = _goals, held = AllHeld };
        File.WriteAllText(file, JsonSerializer.Serialize(report, JsonSerializerOptions.Web));
    }
}
