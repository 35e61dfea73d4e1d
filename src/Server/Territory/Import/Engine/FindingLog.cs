using System.Collections.Immutable;
using System.Text.Json;
using TigaPilar.Server.Shell;
using TigaPilar.Server.Shell.Tables;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>Counts refused and flagged rows while a file is read, and keeps the first findings to be shown.</summary>
internal sealed class FindingLog
{
    /// <summary>Findings kept; a file of another kind altogether has one in each row.</summary>
    public const int Kept = 5_000;

    private static readonly Dictionary<string, FindingKind> Kinds =
        TableFindings.All.Concat(ImportFindings.All).ToDictionary(k => k.Key, StringComparer.Ordinal);

    private readonly List<RowFinding> _kept = [];
    private readonly HashSet<int> _flaggedLater = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _lastRefused;
    private int _lastFlagged;

    /// <summary>All findings, also those that are not kept.</summary>
    public int Count { get; private set; }

    public int RefusedRows { get; private set; }

    public int FlaggedRows { get; private set; }

    /// <summary>Something is wrong with the file as a whole.</summary>
    public bool Unusable { get; private set; }

    public IReadOnlyList<RowFinding> Findings => _kept;

    /// <summary>Takes what the reading tells: always before the row that it belongs to is handed out.</summary>
    public void Add(RowFinding finding)
    {
        Keep(finding);
        if (finding.Kind.OfFile || finding.Row is not { } row)
        {
            Unusable |= finding.Kind.Severity == Severity.Refused;
        }
        else if (finding.Kind.Severity == Severity.Flagged)
        {
            _lastFlagged = row;
        }
        else if (_lastRefused != row)
        {
            _lastRefused = row;
            RefusedRows++;
        }
    }

    /// <summary>A row is staged; whether it was flagged.</summary>
    public bool Take(int row)
    {
        if (_lastFlagged != row) return false;
        FlaggedRows++;
        return true;
    }

    /// <summary>Flags a staged row afterwards.</summary>
    public void AddLater(RowFinding finding, bool flagged)
    {
        Keep(finding);
        if (!flagged && finding.Row is { } row && _flaggedLater.Add(row)) FlaggedRows++;
    }

    public IEnumerable<ImportNote> Notes(Guid import) => _kept.Select((f, i) => new ImportNote
    {
        ImportId = import,
        Number = i + 1,
        Row = f.Row,
        Column = f.Column is null ? null : InputProblem.Shortened(f.Column, 100),
        Value = f.Value is null ? null : InputProblem.Shortened(f.Value, 200),
        Kind = f.Kind.Key,
        Effect = f.Kind.Severity,
        Arguments = f.Arguments.IsEmpty ? null : JsonSerializer.Serialize(f.Arguments.Select(a => InputProblem.Shortened(a, 300))),
    });

    /// <summary>A kept finding as it was found; it is worded anew in the reader's language.</summary>
    public static RowFinding Of(ImportNote note) => new(
        note.Row, note.Column, note.Value, Kinds[note.Kind],
        note.Arguments is null ? [] : [.. JsonSerializer.Deserialize<ImmutableArray<string>>(note.Arguments)]);

    /// <summary>How often each kind was found.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    private void Keep(RowFinding finding)
    {
        Count++;
        _counts[finding.Kind.Key] = _counts.GetValueOrDefault(finding.Kind.Key) + 1;
        if (_kept.Count >= Kept) return;

        // The number of somebody's identity card in a wrong column is not kept even as a mistake.
        _kept.Add(finding.Value is { } value && ForbiddenColumns.IsIdentity(value) ? finding with { Value = "…" } : finding);
    }
}
