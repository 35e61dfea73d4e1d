using System.Text.RegularExpressions;

namespace TigaPilar.Server.Tests.Rules;

/// <summary>Every text in both languages, and no text but those.</summary>
public sealed partial class TextTests
{
    // Names and examples that are the same in every language.
    private static readonly string[] Same =
    [
        "Tiga Pilar", "· Tiga Pilar", "Bahasa Indonesia", "English", "Bahasa / Language", "Pilkada 2031", "pilkada-2031", "Kabag Ops", "Polsek Senduro", "desa-adat", "Desa adat", "35.08", "35.08.01",
    ];

    public static TheoryData<string> Rooms => [.. TextFiles.All.Select(f => f.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void EveryTextStandsInBothLanguagesWithTheSamePlaces(string room) => Assert.Empty(Differences(Of(room, "en"), Of(room, "id")));

    [Fact]
    public void ATextOfOneLanguageIsSeen()
    {
        var english = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "a {0}", ["B"] = "b" };
        Assert.Equal(2, Differences(english, new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "a" }).Count());
        Assert.Single(Differences(english, new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "a {0}", ["B"] = " " }));
    }

    [Fact]
    public void EveryKeyThatIsAskedForIsThere() => Assert.Empty(TextFiles.Sources("*.razor").Concat(TextFiles.Sources("*.cs")).SelectMany(p => Missing(p, File.ReadAllText(p))));

    [Fact]
    public void AKeyThatIsNotThereIsSeen()
    {
        Assert.Equal(["x: ShellText has no NoSuchKey"], Missing("x", "@inject IStringLocalizer<ShellText> T\n<p>@T[\"NoSuchKey\"]</p>"));
        Assert.Equal(["x: ShellText has no NoSuchKey"], Missing("x", "@inject IStringLocalizer<ShellText> T\n<p>@T[_some ? \"Save\" : \"NoSuchKey\", \"argument\"]</p>"));
        Assert.Equal(["x: ShellText has no NoSuch…"], Missing("x", "@inject IStringLocalizer<ShellText> T\n<p>@T[$\"NoSuch{kind}\"]</p>"));
        Assert.Empty(Missing("x", "@inject IStringLocalizer<ShellText> T\n<p>@T[$\"Role{role}\"] @T[\"Save\"]</p>"));
    }

    [Fact]
    public void NoPageSaysAWordThatIsNotTranslated()
    {
        var said = TextFiles.Sources("*.razor").SelectMany(p => MarkupText.In(File.ReadAllText(p)).Except(Same, StringComparer.Ordinal).Select(t => $"{Path.GetFileName(p)}: {t}"));
        Assert.Empty(said);
    }

    [Theory]
    [InlineData("<p>Simpan</p>")]
    [InlineData("@if (_x is { } y) { <p>@y</p> <b>Simpan</b> }")]
    [InlineData("@if (_x) { <p>@T[\"A\"]</p> } else { <p>Simpan</p> }")]
    [InlineData("@foreach (var x in _all) { var y = x < 3; <li>@(y ? \"a\" : \"b\") Simpan</li> }")]
    [InlineData("<input placeholder=\"Simpan\" value=\"@(a ? \"x\" : \"y\")\" />")]
    [InlineData("<nav aria-label=\"Simpan\"></nav>")]
    [InlineData("<p>@T[\"A\", string.Join(\", \", x.Select(y => $\"{y[\"k\"]}\"))] Simpan</p>")]
    public void AWordThatIsNotTranslatedIsSeen(string razor) => Assert.Equal(["Simpan"], MarkupText.In(razor));

    [Theory]
    [InlineData("<p>@T[\"Save\"]</p>")]
    [InlineData("@page \"/x\"\n@inject A B\n<p>@T[\"Save\"] · @_count</p>\n@code {\n  string x = \"Simpan\";\n}")]
    [InlineData("<p class=\"soft\" data-x=\"Simpan\">@(x ? T[\"A\"] : \"–\")</p>")]
    [InlineData("@switch (_x)\n{\n  case Simpan:\n    <p>@T[\"A\"]</p>\n    break;\n}")]
    [InlineData("@* Simpan *@<p title=\"@T[\"A\"]\"></p>")]
    public void WhatIsTranslatedIsNot(string razor) => Assert.Empty(MarkupText.In(razor));

    private static IReadOnlyDictionary<string, string> Of(string room, string language) =>
        TextFiles.All.Single(f => f.Name == room && f.Language == language).Words;

    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> english, IReadOnlyDictionary<string, string> indonesian) =>
    [
        .. english.Keys.Except(indonesian.Keys, StringComparer.Ordinal).Select(k => $"{k} has no Indonesian"),
        .. indonesian.Keys.Except(english.Keys, StringComparer.Ordinal).Select(k => $"{k} has no English"),
        .. english.Keys.Intersect(indonesian.Keys, StringComparer.Ordinal).Where(k => Places(english[k]) != Places(indonesian[k])).Select(k => $"{k} has other places"),
        .. english.Concat(indonesian).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => $"{t.Key} is empty"),
    ];

    private static string Places(string text) => string.Join(' ', Place().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // Keys in the first argument of T["…"], T[a ? "…" : "…"] and, by their beginning, T[$"…{x}"].
    private static List<string> Missing(string path, string source)
    {
        var missing = new List<string>();
        foreach (Match localizer in Localizer().Matches(source))
        {
            var (room, name) = (localizer.Groups["room"].Value.Split('.')[^1], localizer.Groups["name"].Value);
            if (TextFiles.All.FirstOrDefault(f => f.Name == room) is not { } texts) continue;
            foreach (Match use in Regex.Matches(source, $@"(?<![\w.]){Regex.Escape(name)}\[", RegexOptions.None, TimeSpan.FromSeconds(5)))
            {
                foreach (var (text, whole) in Literals(FirstArgument(source, use.Index + use.Length)))
                {
                    if (whole ? !texts.Words.ContainsKey(text) : !texts.Words.Keys.Any(k => k.StartsWith(text, StringComparison.Ordinal)))
                        missing.Add($"{Path.GetFileName(path)}: {room} has no {text}{(whole ? "" : "…")}");
                }
            }
        }

        return missing;
    }

    private static string FirstArgument(string source, int from)
    {
        var depth = 0;
        for (var i = from; i < source.Length; i++)
        {
            if (source[i] == '"') i = EndOfString(source, i);
            else if (depth == 0 && source[i] is ',' or ']') return source[from..i];
            else if (source[i] is '(' or '[' or '{') depth++;
            else if (source[i] is ')' or ']' or '}') depth--;
        }

        return "";
    }

    // Strings of an expression; of an interpolated one what stands before its first hole. What is compared is no key.
    private static IEnumerable<(string Text, bool Whole)> Literals(string expression)
    {
        for (var i = 0; i < expression.Length; i++)
        {
            if (expression[i] != '"') continue;
            var end = EndOfString(expression, i);
            var text = expression[(i + 1)..end];
            var hole = i > 0 && expression[i - 1] == '$' ? text.IndexOf('{', StringComparison.Ordinal) : -1;
            var before = expression[..i].TrimEnd();
            if (!before.EndsWith("==", StringComparison.Ordinal) && !before.EndsWith(" is", StringComparison.Ordinal)) yield return hole < 0 ? (text, true) : (text[..hole], false);
            i = end;
        }
    }

    // Where the string that begins here ends; an interpolated one holds expressions with strings of their own.
    private static int EndOfString(string source, int start)
    {
        var interpolated = start > 0 && source[start - 1] == '$';
        var depth = 0;
        for (var i = start + 1; i < source.Length; i++)
        {
            if (depth == 0 && source[i] == '\\') i++;
            else if (interpolated && source[i] == '{') depth++;
            else if (interpolated && source[i] == '}') depth--;
            else if (source[i] == '"' && depth == 0) return i;
            else if (source[i] == '"') i = EndOfString(source, i);
        }

        return source.Length - 1;
    }

    [GeneratedRegex(@"IStringLocalizer<(?<room>[\w.]+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Localizer();

    [GeneratedRegex(@"\{\d+", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
