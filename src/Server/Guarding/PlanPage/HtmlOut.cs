using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TigaPilar.Server.Guarding;

/// <summary>Text that is markup already and goes out as it stands.</summary>
internal readonly record struct Markup(string Text);

/// <summary>
/// Writes HTML from interpolated strings: the literal parts are markup, every string in a hole is encoded. A name out
/// of somebody's spreadsheet can therefore never become markup, unless it is wrapped in <see cref="Markup"/> on purpose.
/// </summary>
internal sealed class HtmlOut(TextWriter writer)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public TextWriter Raw { get; } = writer;

    public void Write([InterpolatedStringHandlerArgument("")] ref Template template) => _ = template;

    public void Write(Markup markup) => Raw.Write(markup.Text);

    [InterpolatedStringHandler]
    internal readonly ref struct Template(int literalLength, int formattedCount, HtmlOut html)
    {
        private readonly TextWriter _to = Sized(html.Raw, literalLength, formattedCount);

        public void AppendLiteral(string markup) => _to.Write(markup);

        public void AppendFormatted(string? text)
        {
            if (text is not null) s_encoder.Encode(_to, text);
        }

        public void AppendFormatted(int number) => _to.Write(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(Markup markup) => _to.Write(markup.Text);

        // The compiler hands over both sizes; a writer has no use for them.
        private static TextWriter Sized(TextWriter to, int literalLength, int formattedCount)
        {
            _ = literalLength + formattedCount;
            return to;
        }
    }
}
