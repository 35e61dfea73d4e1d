using System.Collections.Immutable;
using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>A card to cut out: a name, a line below it, and labelled values.</summary>
public sealed record Card(string Name, string Line, params ImmutableArray<(string Label, string Value)> Of);

/// <summary>Cards in two columns and four rows a page, with thin lines to cut along.</summary>
public sealed record Cards(IEnumerable<Card> Of) : Block
{
    private const float Pad = 9;
    private const float Label = 48;
    private static readonly float[] Sizes = [8.5f, 7.5f, 6.5f, 5.5f, 4.5f];

    internal override IEnumerable<Piece> Pieces(SKSize area)
    {
        var box = new SKSize(area.Width / 2, area.Height / 4);
        foreach (var pair in Of.Chunk(2))
        {
            var drawn = Array.ConvertAll(pair, c => Made(c, box));
            yield return new Piece(box.Height, (ink, at) =>
            {
                for (var i = 0; i < drawn.Length; i++)
                {
                    var corner = new SKPoint(at.X + i * box.Width, at.Y);
                    ink.Frame(SKRect.Create(corner, box));
                    drawn[i](ink, corner);
                }
            }) { What = pair[0].Name };
        }
    }

    // Long names make the type of their card smaller; what fits in none is not cut off unseen.
    private static Action<Ink, SKPoint> Made(Card card, SKSize box)
    {
        foreach (var size in Sizes)
        {
            var values = new List<string>[card.Of.Length];
            var line = new List<string>();
            Typeset.Own.Wrap(card.Line, box.Width - 2 * Pad, size, bold: false, line);
            var lines = line.Count;
            for (var i = 0; i < values.Length; i++)
            {
                Typeset.Own.Wrap(card.Of[i].Value, box.Width - 2 * Pad - Label, size, bold: false, values[i] = []);
                lines += values[i].Count;
            }

            var step = size * Ink.Leading;
            var name = new List<string>();
            Typeset.Own.Wrap(card.Name, box.Width - 2 * Pad, size + 4, bold: true, name);
            var top = name.Count * (size + 4) * Ink.Leading;
            if (top + lines * step + 2 * Pad + 4 > box.Height) continue;
            return (ink, at) =>
            {
                var (x, y) = (at.X + Pad, at.Y + Pad);
                ink.Lines(name, x, y, box.Width, size + 4, bold: true);
                ink.Lines(line, x, y += top, box.Width, size, colour: Ink.Grey);
                y += line.Count * step + 4;
                for (var i = 0; i < values.Length; i++)
                {
                    ink.Text(card.Of[i].Label, x, y + size, Label, size, colour: Ink.Grey);
                    ink.Lines(values[i], x + Label, y, box.Width, size);
                    y += values[i].Count * step;
                }
            };
        }

        throw new PieceTooTallException($"card {card.Name}");
    }
}
