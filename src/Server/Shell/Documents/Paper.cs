using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>A sheet in points.</summary>
public readonly record struct PaperSize(float Width, float Height)
{
    /// <summary>Points in a millimetre.</summary>
    public const float Mm = 72f / 25.4f;

    public static PaperSize Portrait { get; } = new(210 * Mm, 297 * Mm);

    public static PaperSize Landscape { get; } = new(297 * Mm, 210 * Mm);
}

/// <summary>A paper as it is to be read: written to PDF whole, the same bytes for the same description.</summary>
/// <param name="Title">Stands in the footer of every page.</param>
/// <param name="Blocks">Read twice, first to count pages: rows of a large paper are made as they are read, not kept.</param>
/// <param name="MadeAt">Given, since the clock would make each copy differ.</param>
public sealed record Paper(string Title, IEnumerable<Block> Blocks, DateTimeOffset MadeAt)
{
    private const float Margin = 15 * PaperSize.Mm;
    private const float Footer = 9 * PaperSize.Mm;

    public PaperSize Size { get; init; } = PaperSize.Portrait;

    /// <summary>Publik, Internal or Terbatas, as the footer says it.</summary>
    public string DataClass { get; init; } = "TERBATAS";

    /// <summary>Not signed: every page bears KONSEP.</summary>
    public bool Draft { get; init; } = true;

    /// <summary>Told the page, from 1, of each text that is drawn, so that what a paper costs can be compared.</summary>
    internal Action<int, DrawnText>? Drawn { get; init; }

    private SKSize Area => new(Size.Width - 2 * Margin, Size.Height - 2 * Margin - Footer);

    /// <summary>Writes the PDF; the stream stays the caller's.</summary>
    /// <exception cref="PieceTooTallException">A row or paragraph is taller than a page; nothing was written.</exception>
    public void Write(Stream pdf)
    {
        // The count stands on the first page already, so pages are made up twice and drawn once.
        var count = 0;
        foreach (var (_, _, first) in Placed())
            if (first) count++;

        var metadata = new SKDocumentPdfMetadata
        {
            Title = Title, Creator = "Tiga Pilar", Producer = "Tiga Pilar",
            Creation = MadeAt.UtcDateTime, Modified = MadeAt.UtcDateTime, RasterDpi = 150, EncodingQuality = 101,
        };
        using var document = SKDocument.CreatePdf(pdf, metadata) ?? throw new InvalidOperationException("PDF cannot be written.");
        Ink? ink = null;
        var page = 0;
        foreach (var (piece, at, first) in Placed())
        {
            if (first)
            {
                if (ink is not null) document.EndPage();
                var canvas = document.BeginPage(Size.Width, Size.Height);
                ink ??= new Ink { Canvas = canvas, Drawn = Drawn is null ? null : text => Drawn(page, text) };
                ink.Canvas = canvas;
                Dress(ink, ++page, count);
            }

            piece.Draw(ink!, at);
        }

        if (ink is not null) document.EndPage();
        ink?.Dispose();
        document.Close();
    }

    /// <summary>Every piece with its place, and whether it is the first of a page.</summary>
    private IEnumerable<(Piece Piece, SKPoint At, bool First)> Placed()
    {
        var area = Area;
        var (y, fresh) = (0f, true);
        foreach (var chain in Chains(area))
        {
            if (chain[0].NewPage && !fresh) (y, fresh) = (0, true);
            // A chain that no page holds is broken; a piece never is.
            var whole = chain.Sum(p => p.Height) + (chain[0].Head?.Height ?? 0) <= area.Height;
            if (whole && y > 0 && y + chain.Sum(p => p.Height) > area.Height) (y, fresh) = (0, true);
            foreach (var piece in chain)
            {
                if (piece.Room && (y == 0 || y + piece.Height > area.Height)) continue;
                if (y > 0 && y + piece.Height > area.Height) (y, fresh) = (0, true);
                if (fresh && piece.Head is { } head)
                {
                    yield return (head, new SKPoint(Margin, Margin), true);
                    (y, fresh) = (head.Height, false);
                }

                if (y + piece.Height > area.Height + 0.01f) throw new PieceTooTallException(piece.What);
                yield return (piece, new SKPoint(Margin, Margin + y), fresh);
                y += piece.Height;
                fresh = false;
            }
        }

        if (fresh) yield return (new Piece(0, static (_, _) => { }), new SKPoint(Margin, Margin), true);
    }

    private IEnumerable<List<Piece>> Chains(SKSize area)
    {
        var chain = new List<Piece>();
        foreach (var piece in Blocks.SelectMany(b => b.Pieces(area)))
        {
            if (piece.NewPage && chain.Count > 0)
            {
                yield return chain;
                chain = [];
            }

            chain.Add(piece);
            if (piece.WithNext || piece.NewPage) continue;
            yield return chain;
            chain = [];
        }

        if (chain.Count > 0) yield return chain;
    }

    private void Dress(Ink ink, int page, int count)
    {
        if (Draft)
        {
            ink.Canvas.Save();
            ink.Canvas.RotateDegrees(-30, Size.Width / 2, Size.Height / 2);
            ink.Text("KONSEP", 0, Size.Height / 2 + 40, Size.Width, 120, bold: true, Align.Centre, Ink.Faint);
            ink.Canvas.Restore();
        }

        var (width, y) = (Size.Width - 2 * Margin, Size.Height - Margin);
        ink.Line(Margin, y - 11, Margin + width, y - 11);
        // A long title gives way to the other two.
        var lines = new List<string>();
        Typeset.Own.Wrap(Title, width / 2 - 40, 7, bold: false, lines);
        ink.Text(lines[0], Margin, y, width, 7, colour: Ink.Grey);
        ink.Text(DataClass, Margin, y, width, 7, bold: true, Align.Centre, Ink.Grey);
        ink.Text($"Halaman {Indonesian.Whole(page)} dari {Indonesian.Whole(count)}", Margin, y, width, 7, align: Align.Right, colour: Ink.Grey);
    }
}
