using System.Globalization;
using System.Reflection;
using System.Text;
using TigaPilar.Planning.Guarding;
using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>
/// Writes a guard plan as one page: self-contained (type, styles, map and script inside; it fetches nothing), in
/// Indonesian, for screen and A4. It reads well without its script, which only links list and map.
/// </summary>
public static class PlanPage
{
    private const string Mark =
        """<svg class="mark" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3l4.5 7.5h-9z"/><rect x="3.5" y="14" width="6.5" height="6.5" rx="1"/><circle cx="17.25" cy="17.25" r="3.25"/></svg>""";

    private static readonly string s_styles = Resource("plan.css").Replace(
        "@font-data@", Convert.ToBase64String(ResourceBytes("plus-jakarta-sans-latin-wght-normal.woff2")), StringComparison.Ordinal);

    private static readonly string s_script = Resource("plan.js");

    /// <summary>Writes the whole page. The writer is neither flushed nor closed.</summary>
    public static void Write(TextWriter writer, PlanPageModel model)
    {
        var html = new HtmlOut(writer);
        var sums = new PlanSums(model);
        WriteHead(html, model);
        WriteTopBar(html, model);
        html.Write($"""<main class="page">""");
        WriteAnswer(html, model, sums);
        new PlanMap(model, sums).Write(html);
        html.Write($"""<div class="rest">""");
        PlanTables.WriteForces(html, model, sums);
        PlanTables.WriteKecamatan(html, model, sums);
        PlanTables.WriteShortages(html, model, sums);
        PlanTables.WritePatterns(html, model, sums);
        GroupTable.Write(html, model, sums);
        PlanNotes.Write(html, model, sums);
        html.Write($"</div></main><script>{new Markup(s_script)}</script></body></html>\n");
    }

    private static void WriteHead(HtmlOut html, PlanPageModel model)
    {
        string title = $"{model.Title} · {model.KabupatenName}{(model.IsSample ? " · Data contoh" : "")}";
        html.Write($"""<!doctype html><html lang="id"><head><meta charset="utf-8">""");
        html.Write($"""<meta name="viewport" content="width=device-width,initial-scale=1">""");
        // The browser itself keeps the promise that the page fetches nothing.
        html.Write($"""<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline';font-src data:">""");
        html.Write($"""<meta name="robots" content="noindex"><title>{title}</title><style>{new Markup(s_styles)}""");
        string foot = $"KONSEP · Terbatas · {title}";
        html.Write($$"""@page{@bottom-left{content:{{new Markup(CssString(foot))}} } }</style></head><body>""");
    }

    private static void WriteTopBar(HtmlOut html, PlanPageModel model)
    {
        html.Write($"""<header class="top">{new Markup(Mark)}<div class="name"><p class="crumbs">""");
        if (model.ProvinceName is { } province) html.Write($"{province} › ");
        html.Write($"""{model.KabupatenName}</p><h1>{model.Title}</h1></div>""");
        html.Write($"""<ul class="chips"><li class="stamp">Konsep</li>""");
        if (model.IsSample) html.Write($"""<li class="sample">Data contoh</li>""");
        html.Write($"""<li>Terbatas</li><li>{model.DateText}</li></ul></header>""");
    }

    private static void WriteAnswer(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        string state = model.Forces is null ? "open" : sums.Total.LinmasMissing + sums.OfficersMissing > 0 ? "lack" : "good";
        string across = model.Unit == GroupingUnit.Kecamatan
            ? "Kelompok boleh lintas desa dalam satu kecamatan."
            : "Kelompok dibentuk di dalam satu desa atau kelurahan"
                + (model.Across.IsEmpty ? "." : $"; lintas desa di Kecamatan {string.Join(", ", model.Across)}.");
        html.Write($"""<section class="answer" aria-label="Ringkasan"><p class="needs">{PlanAnswer.Needs(sums)}""");
        html.Write($""" <span class="{state}">{PlanAnswer.Shortage(model, sums)}</span></p>""");
        html.Write($"""<p class="proof">{PlanAnswer.Proof(model, sums)}.</p><p class="proof">{across}</p>""");
        if (model.IsSample)
        {
            html.Write($"""<p class="sample-note"><b>Data contoh.</b> Jumlah TPS dan sebagian letak desa dibuat menurut aturan, bukan daftar TPS resmi dari KPU. Jangan dipakai untuk menugaskan orang.</p>""");
        }

        html.Write($"</section>");
    }

    // Whatever the name holds, it cannot end the string or the style element: all but letters, digits and spaces are escaped.
    private static string CssString(string text)
    {
        var css = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == ' ') css.Append(rune.ToString());
            else css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} ");
        }

        return css.Append('"').ToString();
    }

    private static string Resource(string name) => Encoding.UTF8.GetString(ResourceBytes(name));

    private static byte[] ResourceBytes(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PlanPage." + name)
            ?? throw new InvalidOperationException($"The resource {name} was left out of the build.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
