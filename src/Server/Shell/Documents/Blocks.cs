using System.Collections.Immutable;
using QRCoder;
using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>The agency's lines above a rule, upper left as on a Sprin.</summary>
public sealed record Letterhead(ImmutableArray<string> Agency) : Block
{
    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        const float size = 9.5f;
        var width = Agency.Max(l => Typeset.Own.Width(l, size, bold: true)) + 8;
        var height = Agency.Length * size * Ink.Leading;
        yield return new Piece(height + 14, (ink, at) =>
        {
            ink.Lines(Agency, at.X, at.Y, width, size, bold: true, Align.Centre);
            ink.Line(at.X, at.Y + height + 2, at.X + width, at.Y + height + 2, 1.2f);
        }) { What = "letterhead" };
    }
}

/// <summary>The centred title of the paper and the lines below it, such as its number.</summary>
public sealed record Title(string Text, params ImmutableArray<string> Lines) : Block
{
    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var (title, below) = (new List<string>(), new List<string>());
        Typeset.Own.Wrap(Text, area.Width, 12, bold: true, title);
        foreach (var line in Lines) Typeset.Own.Wrap(line, area.Width, 9.5f, bold: false, below);
        var height = title.Count * 12 * Ink.Leading;
        yield return new Piece(height + below.Count * 9.5f * Ink.Leading + 12, (ink, at) =>
        {
            ink.Lines(title, at.X, at.Y, area.Width, 12, bold: true, Align.Centre);
            ink.Lines(below, at.X, at.Y + height, area.Width, 9.5f, align: Align.Centre);
        }) { WithNext = true, What = Text };
    }
}

/// <summary>Running text; each paragraph stands on one page. Bold: a heading, which stays with what follows.</summary>
public sealed record Paragraph(string Text, bool Bold = false, float Size = 9.5f) : Block
{
    /// <summary>Room below it, in points.</summary>
    public float Gap { get; init; } = 5;

    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var lines = new List<string>();
        Typeset.Own.Wrap(Text, area.Width, Size, Bold, lines);
        yield return new Piece(lines.Count * Size * Ink.Leading + Gap, (ink, at) => ink.Lines(lines, at.X, at.Y, area.Width, Size, Bold))
        { WithNext = Bold, What = Text };
    }
}

/// <summary>A label and its value after a colon, one below the other.</summary>
public sealed record Fields(params ImmutableArray<(string Label, string Value)> Of) : Block
{
    private const float Size = 9.5f;

    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var label = Of.Max(f => Typeset.Own.Width(f.Label, Size, bold: false)) + 12;
        foreach (var (name, value) in Of)
        {
            var lines = new List<string>();
            Typeset.Own.Wrap(value, area.Width - label - 8, Size, bold: false, lines);
            yield return new Piece(lines.Count * Size * Ink.Leading + 2, (ink, at) =>
            {
                ink.Text(name, at.X, at.Y + Size, label, Size);
                ink.Text(":", at.X + label, at.Y + Size, 8, Size);
                ink.Lines(lines, at.X + label + 8, at.Y, area.Width, Size);
            }) { What = name };
        }
    }
}

/// <summary>A QR code, its side in millimetres, with words beside it.</summary>
public sealed record QrCode(string Content, string Caption, float Side = 26) : Block
{
    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var side = Side * PaperSize.Mm;
        var lines = new List<string>();
        Typeset.Own.Wrap(Caption, area.Width - side - 10, 8.5f, bold: false, lines);
        yield return new Piece(Math.Max(side, lines.Count * 8.5f * Ink.Leading) + 8, (ink, at) =>
        {
            using var made = QRCodeGenerator.GenerateQrCode(Content, QRCodeGenerator.ECCLevel.M);
            var modules = made.ModuleMatrix;
            var step = side / modules.Count;
            // Runs of dark squares as one box: fewer, and without hairs of white between them.
            for (var y = 0; y < modules.Count; y++)
                for (var x = 0; x < modules.Count; x++)
                {
                    var start = x;
                    while (x < modules.Count && modules[y][x]) x++;
                    if (x > start) ink.Box(SKRect.Create(at.X + start * step, at.Y + y * step, (x - start) * step, step + 0.05f), SKColors.Black);
                }

            ink.Lines(lines, at.X + side + 10, at.Y + 6, area.Width, 8.5f);
        }) { What = "QR" };
    }
}

/// <summary>Who signs: place and date, office, room for the signature, name, rank and number. Blank names become dots.</summary>
public sealed record Signature(string PlaceAndDate, string Office, string Name, string Rank) : Block
{
    private const float Size = 9.5f;

    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var width = Math.Min(area.Width / 2, 260);
        var (above, below) = (new List<string>(), new List<string>());
        Typeset.Own.Wrap(PlaceAndDate, width, Size, bold: false, above);
        Typeset.Own.Wrap(Office, width, Size, bold: true, above);
        Typeset.Own.Wrap(Name.Length == 0 ? "(................................................)" : Name, width, Size, bold: true, below);
        if (Rank.Length > 0) Typeset.Own.Wrap(Rank, width, Size, bold: false, below);
        var step = Size * Ink.Leading;
        const float room = 46;
        yield return new Piece(14 + (above.Count + below.Count) * step + room, (ink, at) =>
        {
            var x = at.X + area.Width - width;
            ink.Lines(above, x, at.Y + 14, width, Size, align: Align.Centre);
            ink.Lines(below, x, at.Y + 14 + above.Count * step + room, width, Size, align: Align.Centre);
        }) { What = Office };
    }
}

/// <summary>What follows begins a page.</summary>
public sealed record PageBreak : Block
{
    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        yield return new Piece(0, static (_, _) => { }) { NewPage = true };
    }
}

/// <summary>Blocks that stand on the same page, where one page is enough for them.</summary>
public sealed record Together(params ImmutableArray<Block> Of) : Block
{
    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var pieces = Of.SelectMany(b => b.Pieces(area)).ToArray();
        for (var i = 0; i < pieces.Length; i++)
            yield return pieces[i] with { WithNext = i < pieces.Length - 1 };
    }
}
