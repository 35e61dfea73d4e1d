using System.Collections.Concurrent;
using SkiaSharp;

namespace TigaPilar.Server.Shell.Documents;

/// <summary>
/// The type of papers: two weights of one family, with widths measured once. Skia sets characters without kerning, so a
/// line is as wide as the sum of its characters, and asking Skia for each word would cost more than drawing it.
/// </summary>
internal sealed class Typeset
{
    private const float Unit = 1000;
    private static readonly Lazy<Typeset> Loaded = new(() => new Typeset());

    private readonly Face _regular = new("PlusJakartaSans_400Regular");
    private readonly Face _bold = new("PlusJakartaSans_700Bold");

    private Typeset()
    {
    }

    public static Typeset Own => Loaded.Value;

    public SKFont Font(float size, bool bold) => (bold ? _bold : _regular).Font(size);

    /// <summary>Width of a text in points.</summary>
    public float Width(ReadOnlySpan<char> text, float size, bool bold)
    {
        var widths = (bold ? _bold : _regular).Widths;
        var sum = 0f;
        foreach (var c in text) sum += widths[c];
        return sum * size / Unit;
    }

    /// <summary>Adds a text to lines that are at most so wide: broken at spaces, and within a word that is wider alone.</summary>
    public void Wrap(string text, float width, float size, bool bold, List<string> lines)
    {
        if (!text.Contains('\n') && Width(text, size, bold) <= width)
        {
            lines.Add(text);
            return;
        }

        foreach (var line in text.AsSpan().EnumerateLines()) WrapLine(line, width, size, bold, lines);
    }

    private void WrapLine(ReadOnlySpan<char> rest, float width, float size, bool bold, List<string> lines)
    {
        var widths = (bold ? _bold : _regular).Widths;
        var limit = width * Unit / size;
        do
        {
            float sum = 0;
            int at = 0, space = -1;
            for (; at < rest.Length; at++)
            {
                if (rest[at] == ' ') space = at;
                sum += widths[rest[at]];
                // A space may hang over the edge.
                if (sum > limit && rest[at] != ' ') break;
            }

            var end = at == rest.Length ? at : space > 0 ? space : Math.Max(1, at);
            if (end < rest.Length && space <= 0 && char.IsLowSurrogate(rest[end])) end++;
            lines.Add(rest[..end].TrimEnd(' ').ToString());
            rest = rest[end..].TrimStart(' ');
        }
        while (rest.Length > 0);
    }

    private sealed class Face
    {
        private readonly SKTypeface _typeface;
        private readonly ConcurrentDictionary<float, SKFont> _fonts = new();

        public Face(string name)
        {
            using var file = typeof(Face).Assembly.GetManifestResourceStream($"Documents.{name}.ttf")!;
            using var data = SKData.Create(file);
            _typeface = SKTypeface.FromData(data);
            using var all = Made(Unit);
            Widths = all.GetGlyphWidths(all.GetGlyphs(string.Create(char.MaxValue + 1, 0, static (span, _) =>
            {
                // Halves of a pair have no glyph of their own and would be read as pairs.
                for (var c = 0; c < span.Length; c++) span[c] = char.IsSurrogate((char)c) ? '\uFFFD' : (char)c;
            })));
        }

        public float[] Widths { get; }

        public SKFont Font(float size) => _fonts.GetOrAdd(size, Made);

        // Nothing may depend on the pixels of a screen: widths grow evenly with the size.
        private SKFont Made(float size) => new(_typeface, size)
        {
            Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true, Edging = SKFontEdging.Antialias,
        };
    }
}
