using System.Text;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>
/// Finds what a page says without a translation: words between tags, and in attributes that are read out. A small reader
/// of Razor: expressions and statements are stepped over.
/// </summary>
public sealed class MarkupText
{
    private static readonly string[] Spoken = ["aria-label", "placeholder", "title", "alt", "label", "Title"];
    private static readonly string[] Statements = ["if", "foreach", "for", "while", "switch", "using", "lock"];
    private static readonly string[] Directives = ["@page", "@using", "@inject", "@attribute", "@layout", "@inherits", "@implements", "@typeparam", "@namespace"];
    private static readonly string[] Void = ["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private readonly string _razor;
    private readonly List<string> _found = [];
    private readonly Stack<bool> _inMarkup = new([true]);
    private readonly StringBuilder _text = new();
    private int _at;

    private MarkupText(string razor) => _razor = razor;

    /// <summary>Every literal piece of text with a letter in it.</summary>
    public static IReadOnlyList<string> In(string razor)
    {
        var reader = new MarkupText(razor);
        reader.Read();
        return reader._found;
    }

    private void Read()
    {
        while (_at < _razor.Length)
        {
            var c = _razor[_at];
            if (Is("@*")) _at = After("*@");
            else if (Is("<!--")) _at = After("-->");
            else if (Is("<!DOCTYPE")) _at = After(">");
            else if (AtLineStart() && c == '@' && IsDirective()) _at = After("\n");
            else if (AtLineStart() && Is("@code")) return;
            else if (c == '@') ReadExpression();
            else if (c == '<' && _at + 1 < _razor.Length && (char.IsAsciiLetter(_razor[_at + 1]) || _razor[_at + 1] == '/')) ReadTag();
            else if (!_inMarkup.Peek()) ReadStatement();
            else
            {
                _text.Append(c);
                _at++;
            }
        }

        EndText();
    }

    private void ReadStatement()
    {
        switch (_razor[_at])
        {
            case '"': SkipString(); break;
            case '(' or '[': SkipBalanced(); break;
            case '{': _inMarkup.Push(false); _at++; break;
            case '}':
                _inMarkup.Pop();
                _at++;
                ReadElse();
                break;
            default: _at++; break;
        }
    }

    private void ReadElse()
    {
        var ahead = _at;
        while (ahead < _razor.Length && char.IsWhiteSpace(_razor[ahead])) ahead++;
        if (string.CompareOrdinal(_razor, ahead, "else", 0, 4) != 0) return;
        _at = _razor.IndexOf('{', SkipTo(ahead + 4)) + 1;
        _inMarkup.Push(false);
    }

    // Past the condition of an else if, whose braces are not those of its block.
    private int SkipTo(int from)
    {
        var paren = _razor.IndexOf('(', from);
        var brace = _razor.IndexOf('{', from);
        if (paren < 0 || paren > brace) return from;
        _at = paren;
        SkipBalanced();
        return _at;
    }

    private void ReadExpression()
    {
        EndText();
        _at++;
        if (Peek() is '(') { SkipBalanced(); return; }
        if (Peek() is '{') { _inMarkup.Push(false); _at++; return; }
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_') _at++;
        if (Statements.Contains(_razor[start.._at], StringComparer.Ordinal))
        {
            while (char.IsWhiteSpace(Peek())) _at++;
            SkipBalanced();
            while (char.IsWhiteSpace(Peek())) _at++;
            if (Peek() == '{') { _inMarkup.Push(false); _at++; }
            return;
        }

        while (true)
        {
            if (Peek() is '(' or '[') SkipBalanced();
            else if ((Peek() is '.' or '?' or '!') && _at + 1 < _razor.Length && (char.IsAsciiLetter(_razor[_at + 1]) || _razor[_at + 1] is '.' or '[')) _at++;
            else if (char.IsAsciiLetterOrDigit(Peek()) || Peek() == '_') _at++;
            else return;
        }
    }

    private void ReadTag()
    {
        EndText();
        if (Is("</"))
        {
            if (_inMarkup.Count > 1 && _inMarkup.Peek()) _inMarkup.Pop();
            _at = After(">");
            return;
        }

        var start = ++_at;
        while (char.IsAsciiLetterOrDigit(Peek()) || Peek() is '-' or '.') _at++;
        var name = _razor[start.._at];
        while (_at < _razor.Length && Peek() != '>' && !Is("/>"))
        {
            var word = _at;
            while (Peek() is not ('=' or '>' or '/') && !char.IsWhiteSpace(Peek())) _at++;
            var attribute = _razor[word.._at];
            if (Peek() == '=') ReadAttribute(attribute);
            else if (_at == word) _at++;
        }

        var closed = Is("/>");
        _at = After(">");
        if (!closed && !Void.Contains(name, StringComparer.Ordinal)) _inMarkup.Push(true);
    }

    private void ReadAttribute(string name)
    {
        _at++;
        if (Peek() != '"') { if (Peek() == '@') ReadExpression(); return; }
        _at++;
        var literal = new StringBuilder();
        while (_at < _razor.Length && Peek() != '"')
        {
            if (Peek() == '@') { ReadExpression(); continue; }
            literal.Append(Peek());
            _at++;
        }

        _at++;
        if (Spoken.Contains(name, StringComparer.Ordinal)) Add(literal.ToString());
    }

    private void SkipBalanced()
    {
        var depth = 0;
        while (_at < _razor.Length)
        {
            if (Peek() == '"') { SkipString(); continue; }
            if (Peek() == '\'') { _at = _razor.IndexOf('\'', _razor[_at + 1] == '\\' ? _at + 3 : _at + 2) + 1; continue; }
            if (Peek() is '(' or '[' or '{') depth++;
            if (Peek() is ')' or ']' or '}') depth--;
            _at++;
            if (depth == 0) return;
        }
    }

    // An interpolated string holds expressions with strings of their own.
    private void SkipString()
    {
        var interpolated = _at > 0 && (_razor[_at - 1] == '$' || (_at > 1 && _razor[_at - 1] == '@' && _razor[_at - 2] == '$'));
        _at++;
        while (_at < _razor.Length && Peek() != '"')
        {
            if (Peek() == '\\') _at++;
            if (interpolated && Is("{{")) _at++;
            else if (interpolated && Peek() == '{') { SkipBalanced(); continue; }
            _at++;
        }

        _at++;
    }

    private void EndText()
    {
        Add(_text.ToString());
        _text.Clear();
    }

    private void Add(string text)
    {
        var trimmed = System.Net.WebUtility.HtmlDecode(text).Trim();
        if (trimmed.Any(char.IsLetter)) _found.Add(trimmed);
    }

    private char Peek() => _at < _razor.Length ? _razor[_at] : '\0';

    private bool Is(string text) => string.CompareOrdinal(_razor, _at, text, 0, text.Length) == 0;

    private bool AtLineStart() => _at == 0 || _razor[_at - 1] == '\n';

    private bool IsDirective() => Directives.Any(Is);

    private int After(string text)
    {
        var found = _razor.IndexOf(text, _at, StringComparison.Ordinal);
        return found < 0 ? _razor.Length : found + text.Length;
    }
}
