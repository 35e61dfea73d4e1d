using System.Collections.Immutable;
using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>A column: its share of the width left by columns of fixed width, or its own in millimetres.</summary>
public sealed record Column(string Name, float Weight = 1, float Mm = 0, bool Right = false);

public enum RowKind
{
    Plain,

    /// <summary>A heading over the whole width, which stays with the row below it.</summary>
    Section,

    /// <summary>A sum in bold over the whole width.</summary>
    Total,
}

/// <summary>Cells of a row, of which a heading or sum has one.</summary>
public sealed record Row(params ImmutableArray<string> Cells)
{
    public RowKind Kind { get; init; }

    /// <summary>Stands on the page of the next row, where that can be.</summary>
    public bool WithNext { get; init; }
}

/// <summary>A ruled table; rows may be made while they are read. No row is split, and each page repeats the names.</summary>
public sealed record Table(ImmutableArray<Column> Columns, IEnumerable<Row> Rows) : Block
{
    private const float Pad = 3;

    public float Size { get; init; } = 8;

    /// <summary>What stands in a table without rows.</summary>
    public string Empty { get; init; } = "Belum ada data.";

    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var edges = Edges(area.Width);
        var head = Made(new Row([.. Columns.Select(c => c.Name)]), edges, head: true) with { WithNext = true };
        yield return head;
        var any = false;
        foreach (var row in Rows)
        {
            any = true;
            yield return Made(row, edges, head: false) with { Head = head };
        }

        if (!any) yield return Made(new Row(Empty) { Kind = RowKind.Section }, edges, head: false) with { WithNext = false };
        yield return new Piece(8, static (_, _) => { }) { Room = true };
    }

    private float[] Edges(float width)
    {
        var free = width - Columns.Sum(c => c.Mm) * PaperSize.Mm;
        var weights = Columns.Sum(c => c.Mm > 0 ? 0 : c.Weight);
        var edges = new float[Columns.Length + 1];
        for (var i = 0; i < Columns.Length; i++)
            edges[i + 1] = edges[i] + (Columns[i].Mm > 0 ? Columns[i].Mm * PaperSize.Mm : free * Columns[i].Weight / weights);
        return edges;
    }

    private Piece Made(Row row, float[] edges, bool head)
    {
        var bold = head || row.Kind != RowKind.Plain;
        var wide = row.Kind != RowKind.Plain;
        var step = Size * Ink.Leading;
        var count = wide ? 1 : Columns.Length;
        var cells = new List<string>[count];
        var most = 1;
        for (var i = 0; i < count; i++)
        {
            var width = (wide ? edges[^1] : edges[i + 1] - edges[i]) - 2 * Pad;
            cells[i] = new List<string>(2);
            Typeset.Own.Wrap(row.Cells[i], width, Size, bold, cells[i]);
            most = Math.Max(most, cells[i].Count);
        }

        var height = most * step + 2 * Pad;
        return new Piece(height, (ink, at) =>
        {
            var box = SKRect.Create(at.X, at.Y, edges[^1], height);
            if (bold) ink.Box(box, Ink.Shade);
            ink.Frame(box);
            for (var i = 0; i < count; i++)
            {
                var x = at.X + edges[i];
                if (i > 0) ink.Line(x, at.Y, x, at.Y + height);
                var width = wide ? edges[^1] : edges[i + 1] - edges[i];
                var align = head ? Align.Centre : !wide && Columns[i].Right ? Align.Right : Align.Left;
                ink.Lines(cells[i], x + Pad, at.Y + Pad, width - 2 * Pad, Size, bold, align);
            }
        })
        {
            WithNext = row.WithNext || row.Kind == RowKind.Section,
            What = row.Cells.Length > 1 ? $"row {row.Cells[0]} {row.Cells[1]}" : row.Cells[0],
        };
    }
}
