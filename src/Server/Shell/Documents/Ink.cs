using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

internal enum Align
{
    Left,
    Centre,
    Right,
}

/// <summary>What draws on a page: text, lines and boxes, in points from the upper left corner.</summary>
internal sealed class Ink : IDisposable
{
    /// <summary>From one line of text to the next, in sizes of the type.</summary>
    public const float Leading = 1.3f;

    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };
    private readonly SKPaint _line = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };
    private readonly SKPathEffect _dashes = SKPathEffect.CreateDash([3, 3], 0);

    public static SKColor Black { get; } = new(0x1A, 0x1A, 0x1A);
    public static SKColor Grey { get; } = new(0x6B, 0x6B, 0x66);
    public static SKColor Hair { get; } = new(0x9A, 0x9A, 0x94);
    public static SKColor Shade { get; } = new(0xEE, 0xEE, 0xEA);
    public static SKColor Faint { get; } = new(0xEC, 0xEC, 0xEC);

    public required SKCanvas Canvas { get; set; }

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
        Canvas.DrawText(text, x, baseline, SKTextAlign.Left, Typeset.Own.Font(size, bold), _fill);
    }

    public void Box(SKRect box, SKColor colour)
    {
        _fill.Color = colour;
        Canvas.DrawRect(box, _fill);
    }

    public void Frame(SKRect box, float width = 0.5f, bool dashed = false) =>
        Canvas.DrawRect(box, Stroke(width, dashed));

    public void Line(float x0, float y0, float x1, float y1, float width = 0.5f, bool dashed = false) =>
        Canvas.DrawLine(x0, y0, x1, y1, Stroke(width, dashed));

    public void Dispose()
    {
        _fill.Dispose();
        _line.Dispose();
        _dashes.Dispose();
    }

    private SKPaint Stroke(float width, bool dashed)
    {
        _line.StrokeWidth = width;
        _line.Color = width > 1 ? Black : Hair;
        _line.PathEffect = dashed ? _dashes : null;
        return _line;
    }
}
