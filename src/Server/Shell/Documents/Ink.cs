using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>A text as it stands on a page, from its beginning on the baseline.</summary>
internal readonly record struct DrawnText(string Text, SKPoint At, SKFont Font, SKColor Colour);

/// <summary>What draws on a page: text, lines and boxes, in points from the upper left corner.</summary>
internal sealed class Ink : IDisposable
{
    /// <summary>From one line of text to the next, in sizes of the type.</summary>
    public const float Leading = 1.3f;

    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _line = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    public static SKColor Black { get; } = new(0x1A, 0x1A, 0x1A);
    public static SKColor Grey { get; } = new(0x6B, 0x6B, 0x66);
    public static SKColor Hair { get; } = new(0x9A, 0x9A, 0x94);
    public static SKColor Shade { get; } = new(0xEE, 0xEE, 0xEA);
    public static SKColor Faint { get; } = new(0xEC, 0xEC, 0xEC);

    public required SKCanvas Canvas { get; set; }

    /// <summary>Told of each text that is drawn.</summary>
    public Action<DrawnText>? Drawn { get; init; }

    /// <summary>Lines of text below each other; <paramref name="top"/> is the top of the first.</summary>
    public void Lines(IReadOnlyList<string> lines, float x, float top, float width, float size, bool bold = false, Align align = Align.Left, SKColor? colour = null)
    {
        var baseline = top + size;
        foreach (var line in lines)
        {
            Text(line, x, baseline, width, size, bold, align, colour);
            baseline += size * Leading;
        }
    }

    public void Text(string text, float x, float baseline, float width, float size, bool bold = false, Align align = Align.Left, SKColor? colour = null)
    {
        if (text.Length == 0) return;
        if (align != Align.Left)
        {
            var free = width - Typeset.Own.Width(text, size, bold);
            x += align == Align.Right ? free : free / 2;
        }

        _fill.Color = colour ?? Black;
        var font = Typeset.Own.Font(size, bold);
        Canvas.DrawText(text, x, baseline, SKTextAlign.Left, font, _fill);
        Drawn?.Invoke(new DrawnText(text, new SKPoint(x, baseline), font, _fill.Color));
    }

    public void Box(SKRect box, SKColor colour)
    {
        _fill.Color = colour;
        Canvas.DrawRect(box, _fill);
    }

    // No dashes: a PDF would spell each of them out as a shape, which took longer than all else on a page of cards.
    public void Frame(SKRect box, float width = 0.5f) => Canvas.DrawRect(box, Stroke(width));

    public void Line(float x0, float y0, float x1, float y1, float width = 0.5f) => Canvas.DrawLine(x0, y0, x1, y1, Stroke(width));

    public void Dispose()
    {
        _fill.Dispose();
        _line.Dispose();
    }

    private SKPaint Stroke(float width)
    {
        _line.StrokeWidth = width;
        _line.Color = width > 1 ? Black : Hair;
        return _line;
    }
}
