using System.Collections.Immutable;
using System.Globalization;

namespace TigaPilar.Server.Shell.Tables;

/// <summary>A column of the file and what it was taken for.</summary>
public sealed record TakenColumn(TableColumn Column, string Header);

/// <summary>Where the header of a file stands and how it was understood: shown before anything is written.</summary>
/// <param name="Row">Row of the column names.</param>
/// <param name="Sheet">The sheet, of a workbook.</param>
/// <param name="Separator">The separator, of a text file.</param>
/// <param name="Taken">Columns of use, in the order of the shape.</param>
/// <param name="Ignored">Names of the other columns.</param>
public sealed record TableColumns(
    int Row, string? Sheet, char? Separator, ImmutableArray<TakenColumn> Taken, ImmutableArray<string> Ignored)
{
    /// <summary>Rows looked through for the names: officials put titles above them.</summary>
    internal const int RowsLookedAt = 20;

    // By reference: a column's own hash goes through all its names, and a row asks ten times.
    private readonly Dictionary<TableColumn, int> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Number of cells in the header.</summary>
    internal int Count { get; private init; }

    internal int? PlaceOf(TableColumn column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <summary>The header understood, or null where it lacks what the shape needs.</summary>
    internal static TableColumns? Match(string[] headers, TableShape shape, int row, string? sheet, char? separator)
    {
        var keys = Array.ConvertAll(headers, Key);
        var places = new Dictionary<TableColumn, int>();
        foreach (var column in shape.Columns)
        {
            if (!shape.Map.TryGetValue(column.Name, out var chosen)) continue;
            var place = Array.IndexOf(keys, Key(chosen));
            if (place < 0) return null;
            places[column] = place;
        }

        foreach (var column in shape.Columns)
        {
            if (places.ContainsKey(column)) continue;

            // The first of its names that stands there, not the leftmost column: the rarer names are the weaker ones.
            var place = column.Names.Select(Key)
                .Select(name => Array.FindIndex(keys, key => key == name))
                .FirstOrDefault(i => i >= 0 && !places.ContainsValue(i), -1);
            if (place >= 0) places[column] = place;
        }

        if (!shape.Required.Any(set => set.All(places.ContainsKey))) return null;
        var columns = new TableColumns(row, sheet, separator,
            [.. shape.Columns.Where(places.ContainsKey).Select(c => new TakenColumn(c, headers[places[c]]))],
            [.. headers.Where((h, i) => h.Length > 0 && !places.ContainsValue(i))])
        {
            Count = headers.Length,
        };
        foreach (var (column, place) in places) columns._places.Add(column, place);
        return columns;
    }

    /// <summary>A taken column that stands twice under the same name, which leaves open which is meant.</summary>
    internal string? Twice =>
        Taken.Select(t => t.Header).FirstOrDefault(h => Ignored.Any(i => Key(i) == Key(h)));

    /// <summary>What a name is compared by: "No. TPS", "no_tps" and "NO-TPS" are one.</summary>
    internal static string Key(string name) =>
        name.Length == 0 ? "" : string.Concat(name.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
