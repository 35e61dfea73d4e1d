using System.Runtime.InteropServices;
using TigaPilar.Planning.Guarding;
using static TigaPilar.Server.Guarding.IndonesianText;

namespace TigaPilar.Server.Guarding;

/// <summary>The groups, one row each, gathered by kecamatan.</summary>
internal static class GroupTable
{
    public static void Write(HtmlOut html, PlanPageModel model, PlanSums sums)
    {
        html.Write($"""<section aria-labelledby="kelompok"><h2 id="kelompok">Kelompok Pam TPS</h2>""");
        if (model.Groups.IsEmpty)
        {
            html.Write($"""<p class="none">Data TPS belum ada. Unggah daftar TPS dari KPU.</p></section>""");
            return;
        }

        html.Write($"""<table class="groups" id="daftar"><thead><tr><th scope="col">Kelom&shy;pok</th><th scope="col">Desa dan TPS</th><th scope="col" class="n">TPS pusat</th><th scope="col" class="n">TPS</th><th scope="col" class="n">Perso&shy;nel</th><th scope="col" class="n">Linmas</th><th scope="col" class="n">Terjauh km</th><th scope="col" class="n">Jarak km</th></tr></thead>""");
        int current = -1;
        var numbers = new List<int>();
        for (int g = 0; g < model.Groups.Length; g++)
        {
            var group = model.Groups[g];
            if (group.Kecamatan != current)
            {
                if (current >= 0) html.Write($"</tbody>");
                current = group.Kecamatan;
                var sum = sums.Kecamatan[current];
                html.Write($"""<tbody id="k{current}" data-k="{current}"><tr class="part"><th scope="rowgroup" colspan="8">Kec. {model.Kecamatan[current].Name} <span class="code">{Number(sum.Groups)} kelompok · {Number(sum.Stations)} TPS · {Number(sum.Officers)} personel</span></th></tr>""");
            }

            WriteRow(html, model, g, group, numbers);
        }

        html.Write($"</tbody></table></section>");
    }

    private static void WriteRow(HtmlOut html, PlanPageModel model, int index, PageGroup group, List<int> numbers)
    {
        var pattern = model.Patterns[group.Pattern].Pattern;
        html.Write($"""<tr data-g="{index}"><th scope="row">{group.Id}</th><td>""");
        WriteVillages(html, model, group, numbers);
        html.Write($"<small> · ");
        if (pattern.Class != StationClass.KurangRawan) html.Write(PlanTables.ClassSign(pattern.Class));
        html.Write($"{Class(pattern.Class)}");
        html.Write($"</small>");
        if (group.OfficersMissing > 0)
            html.Write($"""<small class="note miss">kurang {Number(group.OfficersMissing)} personel</small>""");
        if (group.Stations.Length < pattern.MinStations)
            html.Write($"""<small class="note">di bawah minimum pola ({Number(pattern.MinStations.Value)} TPS)</small>""");
        html.Write($"""</td><td class="n">{CentreOf(model, group)}</td><td class="n">{Number(group.Stations.Length)}</td><td class="n">{Number(pattern.Officers)}</td><td class="n">{Number(pattern.LinmasOfOneStation * group.Stations.Length)}</td><td class="n">{Kilometres(group.FarthestMetres)}</td><td class="n">{Kilometres(group.TravelMetres)}</td></tr>""");
    }

    private static string CentreOf(PlanPageModel model, PageGroup group)
    {
        var centre = model.Stations[group.Medoid];
        bool oneVillage = group.Stations.All(s => model.Stations[s].Village == centre.Village);
        return oneVillage ? Number(centre.Number) : $"{model.Villages[centre.Village].Name} {Number(centre.Number)}";
    }

    // Stations come in the order of their codes, and so village by village.
    private static void WriteVillages(HtmlOut html, PlanPageModel model, PageGroup group, List<int> numbers)
    {
        for (int i = 0; i < group.Stations.Length;)
        {
            int village = model.Stations[group.Stations[i]].Village;
            numbers.Clear();
            for (; i < group.Stations.Length && model.Stations[group.Stations[i]].Village == village; i++)
                numbers.Add(model.Stations[group.Stations[i]].Number);
            // A line may break after a comma, not inside "1–12": hence the word joiner.
            string runs = Runs(CollectionsMarshal.AsSpan(numbers)).Replace("–", "–\u2060", StringComparison.Ordinal);
            string gap = i < group.Stations.Length ? ", " : "";
            html.Write($"<b>{model.Villages[village].Name}</b> {runs}{gap}");
        }
    }
}
