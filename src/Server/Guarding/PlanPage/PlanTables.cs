using TigaPilar.Planning.Guarding;
using TigaPilar.Server.Shell;
using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>The tables of the page but the groups: forces, kecamatan, shortages, patterns.</summary>
internal static class PlanTables
{
    private static readonly Markup s_none = new("""<td class="n nil">–</td>""");

    public static void WriteForces(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        html.Write($"""<section aria-labelledby="kekuatan"><h2 id="kekuatan">Kekuatan</h2><table class="forces"><thead><tr><th scope="col">Unsur</th><th scope="col" class="n">Butuh</th><th scope="col" class="n">Ada</th><th scope="col" class="n">Kurang</th><th scope="col" class="n">Lebih</th></tr></thead><tbody>""");
        WriteForce(html, "Personel Polri", sums.Total.Officers, model.Forces?.OfficersAvailable, sums.OfficersMissing);
        WriteForce(html, "Linmas", sums.Total.Linmas, model.Forces?.LinmasAvailable, sums.Total.LinmasMissing);
        html.Write($"</tbody></table>");
        if (model.Forces is null)
            html.Write($"""<p class="none">Kekuatan belum diisi. Yang tampil baru kebutuhan; isi daftar kekuatan untuk melihat kekurangan.</p>""");
        html.Write($"</section>");
    }

    public static void WriteKecamatan(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        bool forces = model.Forces is not null, police = sums.GroupsNotFilled > 0;
        html.Write($"""<section aria-labelledby="kecamatan"><h2 id="kecamatan">Per kecamatan</h2><table class="kecamatan{(police ? " many" : "")}"><thead><tr><th scope="col">Kecamatan</th><th scope="col" class="n">TPS</th><th scope="col" class="n">Kelom&shy;pok</th><th scope="col" class="n">Perso&shy;nel</th>""");
        if (police) html.Write($"""<th scope="col" class="n">Personel kurang</th>""");
        html.Write($"""<th scope="col" class="n">Linmas butuh</th>""");
        if (forces) html.Write($"""<th scope="col" class="n">Linmas kurang</th>""");
        html.Write($"""<th scope="col" class="n">Jarak km</th></tr></thead><tbody>""");
        for (int k = 0; k < model.Kecamatan.Length; k++)
        {
            var sum = sums.Kecamatan[k];
            bool lacks = sum.LinmasMissing + sum.OfficersMissing > 0;
            html.Write($"""<tr data-k="{k}"{new Markup(lacks ? " class=\"lack\"" : "")}><th scope="row">""");
            if (sum.Groups > 0) html.Write($"""<a href="#k{k}">{model.Kecamatan[k].Name}</a></th>""");
            else html.Write($"{model.Kecamatan[k].Name}</th>");
            WriteSum(html, sum, police, forces);
        }

        html.Write($"""</tbody><tfoot><tr><th scope="row">Jumlah</th>""");
        WriteSum(html, sums.Total, police, forces);
        html.Write($"</tfoot></table></section>");
    }

    public static void WriteShortages(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        html.Write($"""<section aria-labelledby="kekurangan"><h2 id="kekurangan">Kekurangan</h2>""");
        if (model.Forces is not { } forces)
        {
            html.Write($"""<p class="none">Kekuatan belum diisi, jadi kekurangan belum dapat dihitung.</p></section>""");
            return;
        }

        if (forces.LinmasShortages.IsEmpty && forces.PoliceShortages.IsEmpty)
        {
            html.Write($"""<p class="good">Semua kelompok dan TPS terisi. Tidak ada kekurangan.</p></section>""");
            return;
        }

        html.Write($"""<table class="shortages"><thead><tr><th scope="col">Tempat dan sebab</th><th scope="col" class="n">Butuh</th><th scope="col" class="n">Ada</th><th scope="col" class="n">Kurang</th></tr></thead>""");
        WriteShortageRows(html, "Personel Polri", "wilayah", forces.PoliceShortages, _ => null);
        WriteShortageRows(html, "Linmas", PlanAnswer.VillageWord(model, sums), forces.LinmasShortages, code =>
            sums.VillageOfCode.TryGetValue(code, out int village)
                ? $"Kec. {model.Kecamatan[model.Villages[village].Kecamatan].Name}"
                : null);
        html.Write($"</table></section>");
    }

    public static void WritePatterns(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        html.Write($"""<section aria-labelledby="pola"><h2 id="pola">Pola yang berlaku</h2><table class="patterns"><thead><tr><th scope="col">Kelas</th><th scope="col" class="n">Perso&shy;nel</th><th scope="col" class="n">TPS per kelompok</th><th scope="col" class="n">Linmas per TPS</th><th scope="col" class="n">Radius km</th><th scope="col" class="n">Dipakai</th></tr></thead><tbody>""");
        for (int i = 0; i < model.Patterns.Length; i++)
        {
            var (pattern, from, basis) = model.Patterns[i];
            string stations = pattern.MinStations is { } min && min < pattern.MaxStations
                ? $"{Number(min)}–{Number(pattern.MaxStations)}"
                : Number(pattern.MaxStations);
            string rests = (from, basis) switch
            {
                (null, null) => "Pola bawaan, belum ada dasar hukum yang diisi",
                (null, _) => basis,
                ({ } day, null) => $"Berlaku sejak {Indonesian.Date(day)}, dasar hukum belum diisi",
                ({ } day, _) => $"{basis}, berlaku sejak {Indonesian.Date(day)}",
            };
            html.Write($"""<tr><th scope="row">{ClassSign(pattern.Class)}{Class(pattern.Class)}<small>{rests}</small></th><td class="n">{Number(pattern.Officers)}</td><td class="n">{stations}</td><td class="n">{Short(pattern.LinmasPerStation)}</td><td class="n">{(pattern.RadiusMetres is { } radius ? Short(radius / 1000m) : "tanpa")}</td><td class="n">{Number(sums.PatternUse[i])}</td></tr>""");
        }

        html.Write($"</tbody></table></section>");
    }

    /// <summary>The mark of a class as the map draws it.</summary>
    public static Markup ClassSign(StationClass value) => new($"<i class=\"k-{value switch
    {
        StationClass.KurangRawan => "0",
        StationClass.Rawan => "1",
        StationClass.SangatRawan => "2",
        _ => "3",
    }}\"></i>");

    private static void WriteForce(HtmlOut html, string name, int needed, int? available, int missing)
    {
        html.Write($"""<tr><th scope="row">{name}</th><td class="n">{Number(needed)}</td>""");
        if (available is not { } there)
        {
            html.Write($"{s_none}{s_none}{s_none}</tr>");
            return;
        }

        html.Write($"""<td class="n">{Number(there)}</td>""");
        WriteMissing(html, missing);
        // Whoever is not posted is to spare: one village may have men left while another lacks them.
        int spare = there - (needed - missing);
        if (spare > 0) html.Write($"""<td class="n">{Number(spare)}</td></tr>""");
        else html.Write($"{s_none}</tr>");
    }

    private static void WriteSum(HtmlOut html, KecamatanSum sum, bool police, bool forces)
    {
        html.Write($"""<td class="n">{Number(sum.Stations)}</td><td class="n">{Number(sum.Groups)}</td><td class="n">{Number(sum.Officers)}</td>""");
        if (police) WriteMissing(html, sum.OfficersMissing);
        html.Write($"""<td class="n">{Number(sum.Linmas)}</td>""");
        if (forces) WriteMissing(html, sum.LinmasMissing);
        html.Write($"""<td class="n">{Kilometres(sum.TravelMetres)}</td></tr>""");
    }

    private static void WriteMissing(HtmlOut html, int missing)
    {
        if (missing > 0) html.Write($"""<td class="n miss">{Number(missing)}</td>""");
        else html.Write(s_none);
    }

    private static void WriteShortageRows(
        HtmlOut html, string kind, string place, IReadOnlyCollection<PageShortage> rows, Func<string, string?> within)
    {
        if (rows.Count == 0) return;
        html.Write($"""<tbody><tr class="part"><th scope="rowgroup" colspan="4">{kind} · {Number(rows.Count)} {place}</th></tr>""");
        foreach (var row in rows)
        {
            html.Write($"""<tr><th scope="row">{row.Name} <span class="code">{within(row.Code) ?? row.Code}</span><small>{row.Reason}</small>""");
            if (row.Remedy.Length > 0) html.Write($"""<small class="remedy">{row.Remedy}</small>""");
            html.Write($"""</th><td class="n">{Number(row.Needed)}</td><td class="n">{Number(row.Available)}</td><td class="n miss">{Number(row.Missing)}</td></tr>""");
        }

        html.Write($"</tbody>");
    }
}
